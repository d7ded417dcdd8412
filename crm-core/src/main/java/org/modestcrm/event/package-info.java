/**
 * What happened, told to who wants to know: an {@link org.modestcrm.event.Event} is published after its fact was stored.
 *
 * <p>{@link org.modestcrm.event.Transactions}, {@link org.modestcrm.event.EventLog} and
 * {@link org.modestcrm.event.FactKeys} are the ports by which a fact, its event and its key are kept as one and survive a
 * crash.
 */
@NullMarked
package org.modestcrm.event;

import org.jspecify.annotations.NullMarked;
