/**
 * Every contact between shop and customer, on any channel, in either direction.
 *
 * <p>Start at {@link org.modestcrm.interaction.Interaction}; {@link org.modestcrm.interaction.InteractionLog} keeps them.
 */
@NullMarked
package org.modestcrm.interaction;

import org.jspecify.annotations.NullMarked;
