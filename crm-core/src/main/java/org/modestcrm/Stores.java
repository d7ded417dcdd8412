package org.modestcrm;

import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.consent.InMemoryConsentLedger;
import org.modestcrm.contact.InMemorySuppressionList;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.InMemoryCustomerStore;
import org.modestcrm.event.EventLog;
import org.modestcrm.event.FactKeys;
import org.modestcrm.event.InMemoryEventLog;
import org.modestcrm.event.InMemoryFactKeys;
import org.modestcrm.event.InMemoryTransactions;
import org.modestcrm.event.Transactions;
import org.modestcrm.interaction.InMemoryInteractionLog;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.order.InMemoryOrderHistory;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.source.InMemoryPersonRegister;
import org.modestcrm.source.InMemoryRecordLinks;
import org.modestcrm.source.InMemorySourceRecords;
import org.modestcrm.source.PersonRegister;
import org.modestcrm.source.RecordLinks;
import org.modestcrm.source.SourceRecords;
import org.modestcrm.task.InMemoryTaskStore;
import org.modestcrm.task.TaskStore;

/**
 * Where a {@link Crm} keeps everything: one port each. They belong together: what is asked of several of them inside one
 * unit of {@link #transactions()} is kept as one. {@code crm-jdbc} gives all of them over one database; a shop replaces
 * single ones with its own. Immutable.
 */
public final class Stores {
    private final CustomerStore customers;
    private final SourceRecords records;
    private final RecordLinks links;
    private final PersonRegister register;
    private final ConsentLedger consents;
    private final OrderHistory orders;
    private final InteractionLog interactions;
    private final SuppressionList suppressions;
    private final TaskStore tasks;
    private final EventLog events;
    private final FactKeys factKeys;
    private final Transactions transactions;

    private Stores(Builder from) {
        this.customers = from.customers;
        this.records = from.records;
        this.links = from.links;
        this.register = from.register;
        this.consents = from.consents;
        this.orders = from.orders;
        this.interactions = from.interactions;
        this.suppressions = from.suppressions;
        this.tasks = from.tasks;
        this.events = from.events;
        this.factKeys = from.factKeys;
        this.transactions = from.transactions;
    }

    /**
     * Everything in memory, gone with the process.
     *
     * @return empty stores
     */
    public static Stores inMemory() {
        return builder().build();
    }

    /**
     * Begins a set of stores; those not given are in memory.
     *
     * @return a builder that needs nothing more
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins a changed copy.
     *
     * @return a builder holding all stores
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.customers = customers;
        builder.records = records;
        builder.links = links;
        builder.register = register;
        builder.consents = consents;
        builder.orders = orders;
        builder.interactions = interactions;
        builder.suppressions = suppressions;
        builder.tasks = tasks;
        builder.events = events;
        builder.factKeys = factKeys;
        builder.transactions = transactions;
        return builder;
    }

    /**
     * Keeps customers.
     *
     * @return never null
     */
    public CustomerStore customers() {
        return customers;
    }

    /**
     * Keeps source records.
     *
     * @return never null
     */
    public SourceRecords records() {
        return records;
    }

    /**
     * Keeps links.
     *
     * @return never null
     */
    public RecordLinks links() {
        return links;
    }

    /**
     * Keeps the register of persons.
     *
     * @return never null
     */
    public PersonRegister register() {
        return register;
    }

    /**
     * Keeps consents.
     *
     * @return never null
     */
    public ConsentLedger consents() {
        return consents;
    }

    /**
     * Keeps orders and refunds.
     *
     * @return never null
     */
    public OrderHistory orders() {
        return orders;
    }

    /**
     * Keeps contacts.
     *
     * @return never null
     */
    public InteractionLog interactions() {
        return interactions;
    }

    /**
     * Keeps suppressed addresses.
     *
     * @return never null
     */
    public SuppressionList suppressions() {
        return suppressions;
    }

    /**
     * Keeps tasks.
     *
     * @return never null
     */
    public TaskStore tasks() {
        return tasks;
    }

    /**
     * Keeps events.
     *
     * @return never null
     */
    public EventLog events() {
        return events;
    }

    /**
     * Keeps keys of recorded facts.
     *
     * @return never null
     */
    public FactKeys factKeys() {
        return factKeys;
    }

    /**
     * Makes one unit of what several stores are asked to do.
     *
     * @return never null
     */
    public Transactions transactions() {
        return transactions;
    }

    /** Collects stores. For one thread. */
    public static final class Builder {
        private CustomerStore customers = new InMemoryCustomerStore();
        private SourceRecords records = new InMemorySourceRecords();
        private RecordLinks links = new InMemoryRecordLinks();
        private PersonRegister register = new InMemoryPersonRegister();
        private ConsentLedger consents = new InMemoryConsentLedger();
        private OrderHistory orders = new InMemoryOrderHistory();
        private InteractionLog interactions = new InMemoryInteractionLog();
        private SuppressionList suppressions = new InMemorySuppressionList();
        private TaskStore tasks = new InMemoryTaskStore();
        private EventLog events = new InMemoryEventLog();
        private FactKeys factKeys = new InMemoryFactKeys();
        private Transactions transactions = new InMemoryTransactions();

        private Builder() {}

        /**
         * Sets the port for shown customers.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder customers(CustomerStore value) {
            customers = value;
            return this;
        }

        /**
         * Sets the port for what sources said.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder records(SourceRecords value) {
            records = value;
            return this;
        }

        /**
         * Sets the port for which records are one person.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder links(RecordLinks value) {
            links = value;
            return this;
        }

        /**
         * Sets the port for who was erased or restricted.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder register(PersonRegister value) {
            register = value;
            return this;
        }

        /**
         * Sets the port for what customers allowed and forbade.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder consents(ConsentLedger value) {
            consents = value;
            return this;
        }

        /**
         * Sets the port for orders and refunds.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder orders(OrderHistory value) {
            orders = value;
            return this;
        }

        /**
         * Sets the port for contacts.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder interactions(InteractionLog value) {
            interactions = value;
            return this;
        }

        /**
         * Sets the port for addresses nobody writes to.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder suppressions(SuppressionList value) {
            suppressions = value;
            return this;
        }

        /**
         * Sets the port for tasks.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder tasks(TaskStore value) {
            tasks = value;
            return this;
        }

        /**
         * Sets the port for events.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder events(EventLog value) {
            events = value;
            return this;
        }

        /**
         * Sets the port for acts of recording.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder factKeys(FactKeys value) {
            factKeys = value;
            return this;
        }

        /**
         * Sets the port for units of work.
         *
         * @param value in memory unless set
         * @return this
         */
        public Builder transactions(Transactions value) {
            transactions = value;
            return this;
        }

        /**
         * The stores.
         *
         * @return never null
         */
        public Stores build() {
            return new Stores(this);
        }
    }
}
