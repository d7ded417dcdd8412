/**
 * What happened, told to who wants to know: an {@link org.modestcrm.event.Event} is published after its fact was stored.
 */
@NullMarked
package org.modestcrm.event;

import org.jspecify.annotations.NullMarked;
