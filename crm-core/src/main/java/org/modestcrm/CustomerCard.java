package org.modestcrm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.contact.ContactDecision;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Stage;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.task.Task;

/**
 * All that a call-centre screen or an account page shows of one customer, as of one moment. Immutable; see
 * {@link Crm#card}.
 */
public final class CustomerCard {
    private final Customer customer;
    private final Instant asOf;
    private final List<CustomerId> ids;
    private final Stage stage;
    private final @Nullable Money value;
    private final List<String> segments;
    private final List<Order> openOrders;
    private final List<TimelineEntry> lastContacts;
    private final List<Task> openTasks;
    private final Map<Channel, ContactDecision> offers;

    CustomerCard(CardReader from, Customer customer, Instant asOf) {
        this.customer = customer;
        this.asOf = asOf;
        this.ids = from.ids(customer);
        List<Order> orders = from.orders(ids, asOf);
        this.stage = from.stage(customer, orders, asOf);
        this.value = from.value(customer, asOf).orElse(null);
        this.segments = List.copyOf(from.segments(customer, asOf));
        this.openOrders = from.open(orders, asOf);
        this.lastContacts = from.lastContacts(ids, asOf);
        this.openTasks = from.openTasks(ids);
        this.offers = from.offers(customer, asOf);
    }

    /**
     * Who it is.
     *
     * @return never null
     */
    public Customer customer() {
        return customer;
    }

    /**
     * The moment it tells of.
     *
     * @return never null
     */
    public Instant asOf() {
        return asOf;
    }

    /**
     * Every id the customer goes by.
     *
     * @return the surviving one first
     */
    public List<CustomerId> ids() {
        return ids;
    }

    /**
     * How far the customer has come.
     *
     * @return never null
     */
    public Stage stage() {
        return stage;
    }

    /**
     * What the customer is worth, by the port the shop gave.
     *
     * @return empty when nobody knows
     */
    public Optional<Money> value() {
        return Optional.ofNullable(value);
    }

    /**
     * The segments the customer is in, by the port the shop gave.
     *
     * @return may be empty
     */
    public List<String> segments() {
        return segments;
    }

    /**
     * Orders on their way: neither delivered, nor called off, nor returned.
     *
     * @return newest first; may be empty
     */
    public List<Order> openOrders() {
        return openOrders;
    }

    /**
     * The last orders and contacts, at most ten.
     *
     * @return newest first; may be empty
     */
    public List<TimelineEntry> lastContacts() {
        return lastContacts;
    }

    /**
     * What is still to be done for the customer.
     *
     * @return most urgent first; may be empty
     */
    public List<Task> openTasks() {
        return openTasks;
    }

    /**
     * What the customer may be offered, on every channel the shop offers something on.
     *
     * @return by channel; may be empty
     */
    public Map<Channel, ContactDecision> offers() {
        return offers;
    }

    /** The id only: the rest stays out of logs. */
    @Override
    public String toString() {
        return "card of " + customer;
    }
}
