package org.modestcrm.event;

import java.time.Instant;
import java.util.Optional;
import org.modestcrm.consent.Consent;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.Refund;

/** A fact that was recorded and is stored. Immutable. */
public sealed interface Event {
    /**
     * The number of the event.
     *
     * @return the same again when the event is delivered again
     */
    EventId id();

    /**
     * When the fact was recorded, by the clock of the {@code Crm}.
     *
     * @return never null
     */
    Instant recordedAt();

    /**
     * Whom it concerns.
     *
     * @return empty for an anonymous order or refund
     */
    Optional<CustomerId> customer();

    /**
     * A customer was saved, new or changed.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param saved the customer as stored
     */
    record CustomerSaved(EventId id, Instant recordedAt, Customer saved) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(saved.id());
        }
    }

    /**
     * An order came in, or a known one changed.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param order the order as stored
     */
    record OrderRecorded(EventId id, Instant recordedAt, Order order) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return order.customer();
        }
    }

    /**
     * A refund came in, or a known one changed.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param refund the refund as stored
     */
    record RefundRecorded(EventId id, Instant recordedAt, Refund refund) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return refund.customer();
        }
    }

    /**
     * A contact took place.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param interaction the contact as stored
     */
    record InteractionRecorded(EventId id, Instant recordedAt, Interaction interaction) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(interaction.customer());
        }
    }

    /**
     * A customer allowed or forbade something.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param consent the statement as stored
     */
    record ConsentRecorded(EventId id, Instant recordedAt, Consent consent) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(consent.customer());
        }
    }
}
