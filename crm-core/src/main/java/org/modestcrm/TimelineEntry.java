package org.modestcrm;

import java.time.Instant;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;

/** One thing on a {@link Timeline}. Immutable. */
public sealed interface TimelineEntry {
    /**
     * When it happened.
     *
     * @return never null
     */
    Instant at();

    /**
     * An order.
     *
     * @param order the order
     */
    record OfOrder(Order order) implements TimelineEntry {
        @Override
        public Instant at() {
            return order.placedAt();
        }
    }

    /**
     * A contact.
     *
     * @param interaction the contact
     */
    record OfInteraction(Interaction interaction) implements TimelineEntry {
        @Override
        public Instant at() {
            return interaction.at();
        }
    }
}
