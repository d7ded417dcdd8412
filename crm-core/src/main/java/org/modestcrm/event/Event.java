package org.modestcrm.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.modestcrm.consent.Consent;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.Refund;
import org.modestcrm.task.Task;

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

    /**
     * A task came up or changed.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param task the task as stored
     */
    record TaskSaved(EventId id, Instant recordedAt, Task task) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return task.customer();
        }
    }

    /**
     * An address is not written to any more.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param suppression the address and why
     */
    record AddressSuppressed(EventId id, Instant recordedAt, Suppression suppression) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.empty();
        }
    }

    /**
     * Two customers turned out to be one.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param merged the one customer as shown now
     * @param alias the id under which the other was shown before
     */
    record CustomersMerged(EventId id, Instant recordedAt, Customer merged, CustomerId alias) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(merged.id());
        }
    }

    /**
     * One customer turned out to be two.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param kept who goes on under the id
     * @param split who is shown apart again
     */
    record CustomersSplit(EventId id, Instant recordedAt, Customer kept, Customer split) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(kept.id());
        }
    }

    /**
     * A person was erased.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param erased the surviving id
     * @param ids every id the person went by
     */
    record CustomerErased(EventId id, Instant recordedAt, CustomerId erased, List<CustomerId> ids) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(erased);
        }
    }

    /**
     * A person's data may not be used for now, or may again.
     *
     * @param id the number of the event
     * @param recordedAt when it was recorded
     * @param of whose data
     * @param state whether it may be used
     */
    record ProcessingChanged(EventId id, Instant recordedAt, CustomerId of, Processing state) implements Event {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(of);
        }
    }

    /** Whether a person's data may be used. */
    enum Processing {
        /** It may be kept only. */
        RESTRICTED,
        /** It may be used again. */
        FREE
    }
}
