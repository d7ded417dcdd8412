package org.modestcrm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Consent;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventId;
import org.modestcrm.event.FactKey;
import org.modestcrm.event.FactKeys;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.order.Refund;
import org.modestcrm.source.CustomerErasedException;
import org.modestcrm.task.Task;

/** Records what customers did and what was done for them. */
final class FactRecording {
    /** The source of customers who are known by a guest order only. */
    private static final String GUESTS = "guest-order";

    private final Recording recording;
    private final CustomerRecording customers;

    FactRecording(Recording recording, CustomerRecording customers) {
        this.recording = recording;
        this.customers = customers;
    }

    Recorded record(Order given) {
        return recording.unit(given.customer().stream().toList(), () -> {
            Order order = withPerson(given);
            Recorded recorded = recording.stores.orders().record(order);
            return published(
                    recorded, order.customer().orElse(null), (id, at) -> new Event.OrderRecorded(id, at, order));
        });
    }

    /** A guest order gets a customer of its own; one of an erased person keeps nothing of the person. */
    private Order withPerson(Order order) {
        if (order.customer().isPresent()) {
            return isErased(order.customer().get()) ? order.withoutPerson() : order;
        }
        if (order.email().isEmpty()) {
            return order;
        }
        try {
            return order.withCustomer(
                    customers.guest(GUESTS, order.email().get()).id());
        } catch (CustomerErasedException erased) {
            return order.withoutPerson();
        }
    }

    private boolean isErased(CustomerId id) {
        return recording.stores.register().erasure(id).isPresent();
    }

    Recorded record(Refund given) {
        return recording.unit(given.customer().stream().toList(), () -> {
            Refund refund = checked(given);
            Recorded recorded = recording.stores.orders().record(refund);
            return published(
                    recorded, refund.customer().orElse(null), (id, at) -> new Event.RefundRecorded(id, at, refund));
        });
    }

    private Refund checked(Refund given) {
        OrderHistory orders = recording.stores.orders();
        Optional<Order> order = given.order().flatMap(orders::find);
        order.ifPresent(known -> given.checkAgainst(known, orders.refundsOfOrder(known.number())));
        if (given.customer().filter(this::isErased).isPresent()) {
            return given.withoutPerson();
        }
        Optional<CustomerId> buyer =
                order.flatMap(Order::customer).filter(id -> given.customer().isEmpty());
        return buyer.map(given::withCustomer).orElse(given);
    }

    Recorded record(Interaction interaction) {
        return recording.unit(List.of(interaction.customer()), () -> {
            recording.refuseErased(interaction.toString(), interaction.customer());
            Recorded recorded = recording.stores.interactions().record(interaction);
            return published(
                    recorded, interaction.customer(), (id, at) -> new Event.InteractionRecorded(id, at, interaction));
        });
    }

    Recorded record(Consent consent) {
        return recording.unit(List.of(consent.customer()), () -> {
            recording.refuseErased(consent.toString(), consent.customer());
            Recorded recorded = recording.stores.consents().record(consent);
            return published(recorded, consent.customer(), (id, at) -> new Event.ConsentRecorded(id, at, consent));
        });
    }

    Task record(Task task) {
        return recording.unit(task.customer().stream().toList(), () -> {
            task.customer().ifPresent(id -> recording.refuseErased(task.toString(), id));
            Task saved = recording.stores.tasks().save(task);
            published(Recorded.NEW, saved.customer().orElse(null), (id, at) -> new Event.TaskSaved(id, at, saved));
            return saved;
        });
    }

    Suppression record(Suppression suppression) {
        return recording.unit(List.of(), () -> {
            boolean known = recording
                    .stores
                    .suppressions()
                    .find(suppression.channel(), suppression.address())
                    .isPresent();
            Suppression kept = recording.stores.suppressions().record(suppression);
            published(
                    known ? Recorded.UNCHANGED : Recorded.NEW,
                    null,
                    (id, at) -> new Event.AddressSuppressed(id, at, kept));
            return kept;
        });
    }

    private Recorded published(
            Recorded recorded, @Nullable CustomerId customer, BiFunction<EventId, Instant, Event> event) {
        if (recorded != Recorded.UNCHANGED) {
            recording.publish(customer, event);
        }
        return recorded;
    }

    /** Does the work unless its key was used before; the key is kept in the same unit. */
    Recorded once(FactKey factKey, String fact, Supplier<Recorded> work) {
        return recording.unit(List.of(), () -> {
            FactKeys.Use use = recording.stores.factKeys().putIfAbsent(factKey, fact, recording.now());
            if (!use.fact().equals(fact)) {
                throw new IllegalArgumentException("fact key " + factKey + " was used for " + use.fact()
                        + " (expected: a key of its own for " + fact + ")");
            }
            return use.state() == FactKeys.State.FIRST ? work.get() : Recorded.UNCHANGED;
        });
    }
}
