package org.modestcrm;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.consent.InMemoryConsentLedger;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.InMemoryCustomerStore;
import org.modestcrm.customer.Recorded;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventId;
import org.modestcrm.interaction.InMemoryInteractionLog;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.order.InMemoryOrderHistory;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.order.Refund;
import org.modestcrm.segment.CustomerHistory;

/**
 * Records facts about customers and tells listeners about them once they are stored.
 *
 * <pre>{@code
 * Crm crm = Crm.inMemory(clock);
 * crm.subscribe(Event.OrderRecorded.class, event -> mails.confirm(event.order()));
 * crm.record(order);
 * }</pre>
 *
 * <p>Each listener gets every event at least once, events of one customer in the order they were recorded, in the thread
 * that records. A listener that throws does not fail the recording: its event is offered again with the next fact, or
 * when {@link #deliverPending} is called. Handing in a fact that is known as it is publishes nothing. Thread-safe.
 */
public final class Crm {
    private final Clock clock;
    private final CustomerStore customers;
    private final OrderHistory orders;
    private final InteractionLog interactions;
    private final ConsentLedger consents;
    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();
    private final AtomicLong lastEvent = new AtomicLong();
    private final Object publishing = new Object();

    private Crm(Builder from) {
        this.clock = Objects.requireNonNull(from.clock);
        this.customers = from.customers;
        this.orders = from.orders;
        this.interactions = from.interactions;
        this.consents = from.consents;
    }

    /**
     * A Crm that keeps everything in memory.
     *
     * @param clock tells when facts are recorded
     * @return an empty one
     */
    public static Crm inMemory(Clock clock) {
        return builder().clock(clock).build();
    }

    /**
     * Begins a Crm; stores that are not given are in memory.
     *
     * @return a builder that needs nothing more
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Saves a customer; see {@link CustomerStore#save}.
     *
     * @param customer with the version that was read, 0 for a new one
     * @return the customer as stored
     */
    public Customer record(Customer customer) {
        synchronized (publishing) {
            Customer saved = customers.save(customer);
            publish((id, at) -> new Event.CustomerSaved(id, at, saved));
            return saved;
        }
    }

    /**
     * Records an order; the same order again changes nothing.
     *
     * @param order the order
     * @return what became of it
     */
    public Recorded record(Order order) {
        return record(order, orders::record, (id, at) -> new Event.OrderRecorded(id, at, order));
    }

    /**
     * Records a refund; the same refund again changes nothing.
     *
     * @param refund the refund
     * @return what became of it
     */
    public Recorded record(Refund refund) {
        return record(refund, orders::record, (id, at) -> new Event.RefundRecorded(id, at, refund));
    }

    /**
     * Records a contact; the same contact again changes nothing.
     *
     * @param interaction the contact
     * @return what became of it
     */
    public Recorded record(Interaction interaction) {
        return record(
                interaction, interactions::record, (id, at) -> new Event.InteractionRecorded(id, at, interaction));
    }

    /**
     * Records what a customer allowed or forbade; the same statement again changes nothing.
     *
     * @param consent the statement
     * @return what became of it
     */
    public Recorded record(Consent consent) {
        return record(consent, consents::record, (id, at) -> new Event.ConsentRecorded(id, at, consent));
    }

    private <T> Recorded record(T fact, Function<T, Recorded> store, BiFunction<EventId, Instant, Event> event) {
        synchronized (publishing) {
            Recorded recorded = store.apply(fact);
            if (recorded != Recorded.UNCHANGED) {
                publish(event);
            }
            return recorded;
        }
    }

    private void publish(BiFunction<EventId, Instant, Event> event) {
        Event happened = event.apply(new EventId(lastEvent.incrementAndGet()), clock.instant());
        subscriptions.forEach(subscription -> subscription.offer(happened));
        subscriptions.forEach(Subscription::deliver);
    }

    /**
     * Calls a listener for every event of a type that is recorded from now on.
     *
     * @param type the type of event; {@link Event} itself for all
     * @param listener is called one event at a time
     * @param <E> the type of event
     */
    public <E extends Event> void subscribe(Class<E> type, Consumer<? super E> listener) {
        subscriptions.add(new Subscription<>(type, listener));
    }

    /**
     * Offers again what listeners failed on.
     *
     * @return how many deliveries are still waiting
     */
    public int deliverPending() {
        synchronized (publishing) {
            subscriptions.forEach(Subscription::deliver);
            return subscriptions.stream().mapToInt(Subscription::undelivered).sum();
        }
    }

    /**
     * All that is known of a customer, for segments.
     *
     * @param id who
     * @return empty when there is no such customer
     */
    public Optional<CustomerHistory> history(CustomerId id) {
        return customers.find(id).map(this::history);
    }

    /**
     * All that is known of every customer, for segments.
     *
     * @return in no particular order; close it after use
     */
    public Stream<CustomerHistory> histories() {
        return customers.all().map(this::history);
    }

    private CustomerHistory history(Customer customer) {
        CustomerId id = customer.id();
        return new CustomerHistory(
                customer, orders.ordersOf(id), orders.refundsOf(id), interactions.of(id), consents.history(id));
    }

    /**
     * The customers.
     *
     * @return the store given to the builder
     */
    public CustomerStore customers() {
        return customers;
    }

    /**
     * The orders and refunds.
     *
     * @return the history given to the builder
     */
    public OrderHistory orders() {
        return orders;
    }

    /**
     * The contacts.
     *
     * @return the log given to the builder
     */
    public InteractionLog interactions() {
        return interactions;
    }

    /**
     * What customers allowed and forbade.
     *
     * @return the ledger given to the builder
     */
    public ConsentLedger consents() {
        return consents;
    }

    /** Collects the parts of a Crm. For one thread. */
    public static final class Builder {
        private Clock clock = Clock.systemUTC();
        private CustomerStore customers = new InMemoryCustomerStore();
        private OrderHistory orders = new InMemoryOrderHistory();
        private InteractionLog interactions = new InMemoryInteractionLog();
        private ConsentLedger consents = new InMemoryConsentLedger();

        private Builder() {}

        /**
         * Sets the clock that tells when facts are recorded.
         *
         * @param value {@link Clock#systemUTC()} unless set
         * @return this
         */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Sets where customers are kept.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder customers(CustomerStore value) {
            customers = value;
            return this;
        }

        /**
         * Sets where orders and refunds are kept.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder orders(OrderHistory value) {
            orders = value;
            return this;
        }

        /**
         * Sets where contacts are kept.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder interactions(InteractionLog value) {
            interactions = value;
            return this;
        }

        /**
         * Sets where consents are kept.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder consents(ConsentLedger value) {
            consents = value;
            return this;
        }

        /**
         * The Crm.
         *
         * @return never null
         */
        public Crm build() {
            return new Crm(this);
        }
    }
}
