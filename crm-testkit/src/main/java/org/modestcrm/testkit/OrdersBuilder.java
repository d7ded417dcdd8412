package org.modestcrm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.Crm;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.Discount;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.Refund;

/**
 * Orders of one buyer for a test. Begin with {@link Fixtures#orders()}.
 *
 * <pre>{@code
 * orders().of(alice)
 *     .on("2026-01-05").worth("80.00 EUR")
 *     .on("2026-02-01").line("MUG-1", 2, "12.50 EUR").cancelled()
 *     .recordedIn(crm);
 * }</pre>
 *
 * <p>Each {@link #on} begins an order; what follows is about that one, until the next. An order of which nothing is said
 * is placed on 2026-01-15 and worth 50.00 EUR. Its number follows from buyer, day and place in the chain. Language,
 * address and name are those of the buyer. For one thread.
 */
public final class OrdersBuilder {
    private final List<OrderDraft> drafts = new ArrayList<>(List.of(new OrderDraft()));
    private @Nullable Customer buyer;
    private @Nullable EmailAddress guest;

    OrdersBuilder() {}

    /**
     * Sets whose orders they are.
     *
     * @param customer the buyer
     * @return this
     */
    public OrdersBuilder of(Customer customer) {
        buyer = customer;
        return this;
    }

    /**
     * Has somebody order who is no customer and leaves an address.
     *
     * @param address where mails about the order go
     * @return this
     */
    public OrdersBuilder ofGuest(String address) {
        guest = EmailAddress.of(address);
        return this;
    }

    /**
     * Begins an order of this time.
     *
     * @param time a date such as {@code 2026-02-01}, which is noon of that day in UTC, or an instant
     * @return this
     */
    public OrdersBuilder on(String time) {
        if (current().isDated()) {
            drafts.add(new OrderDraft());
        }
        current().on(Moments.parse(time));
        return this;
    }

    /**
     * Sets the number.
     *
     * @param number instead of the one that follows from buyer and day
     * @return this
     */
    public OrdersBuilder numbered(String number) {
        current().number(OrderNumber.of(number));
        return this;
    }

    /**
     * Sets what the buyer pays, for one piece of a product nobody cares about.
     *
     * @param amount such as {@code 80.00 EUR}
     * @return this
     */
    public OrdersBuilder worth(String amount) {
        current().worth(Money.parse(amount));
        return this;
    }

    /**
     * Adds a line.
     *
     * @param sku the product
     * @param quantity how many
     * @param unitPrice the price of one, such as {@code 12.50 EUR}
     * @return this
     */
    public OrdersBuilder line(String sku, int quantity, String unitPrice) {
        current().line(sku, quantity, Money.parse(unitPrice));
        return this;
    }

    /**
     * Sets the channel the order came in on.
     *
     * @param channel the channel
     * @return this
     */
    public OrdersBuilder via(Channel channel) {
        current().via(channel);
        return this;
    }

    /**
     * Sets the campaign that led to the order.
     *
     * @param code the campaign
     * @return this
     */
    public OrdersBuilder after(String code) {
        current().campaign(code);
        return this;
    }

    /**
     * Takes something off.
     *
     * @param code the voucher
     * @param amount how much, such as {@code 5.00 EUR}
     * @return this
     */
    public OrdersBuilder discounted(String code, String amount) {
        current().discount(new Discount(code, Money.parse(amount)));
        return this;
    }

    /**
     * Sets how far the order has come.
     *
     * @param status the status
     * @return this
     */
    public OrdersBuilder being(OrderStatus status) {
        current().status(status);
        return this;
    }

    /**
     * Lets the order get further on another day.
     *
     * @param status the status
     * @param time when, a date or an instant
     * @return this
     */
    public OrdersBuilder being(OrderStatus status, String time) {
        current().status(status, Moments.parse(time));
        return this;
    }

    /**
     * Has the order delivered.
     *
     * @return this
     */
    public OrdersBuilder delivered() {
        return being(OrderStatus.DELIVERED);
    }

    /**
     * Has the order called off.
     *
     * @return this
     */
    public OrdersBuilder cancelled() {
        return being(OrderStatus.CANCELLED);
    }

    /**
     * Has all that was paid for the order paid back.
     *
     * @param time when, a date or an instant
     * @return this
     */
    public OrdersBuilder refundedOn(String time) {
        current().refund(Moments.parse(time), Optional.empty());
        return this;
    }

    /**
     * Has a part of what was paid for the order paid back.
     *
     * @param time when, a date or an instant
     * @param amount how much, such as {@code 20.00 EUR}
     * @return this
     */
    public OrdersBuilder refundedOn(String time, String amount) {
        current().refund(Moments.parse(time), Optional.of(Money.parse(amount)));
        return this;
    }

    /**
     * The orders, stored nowhere.
     *
     * @return as described, one or more
     * @throws IllegalArgumentException naming what is wrong with one of them
     */
    public List<Order> list() {
        List<Order> orders = new ArrayList<>();
        for (OrderDraft draft : drafts) {
            Order.Builder order = draft.begin(numberPrefix(), orders.size() + 1);
            addBuyer(order);
            orders.add(order.build());
        }
        return List.copyOf(orders);
    }

    /**
     * The order, stored nowhere.
     *
     * @return the only one
     * @throws IllegalStateException when several are described
     */
    public Order one() {
        if (drafts.size() > 1) {
            throw new IllegalStateException(
                    "orders: " + drafts.size() + " are described (expected: 1; list() gives them all)");
        }
        return list().get(0);
    }

    /**
     * What was paid back for the orders, stored nowhere.
     *
     * @return in the order described; may be empty
     */
    public List<Refund> refunds() {
        List<Order> orders = list();
        List<Refund> refunds = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            refunds.addAll(drafts.get(i).refundsOf(orders.get(i)));
        }
        return List.copyOf(refunds);
    }

    /**
     * Records the orders and what was paid back for them.
     *
     * @param crm where
     * @return the orders
     * @throws IllegalStateException when an order of one of the numbers is there: a second chain for the same buyer and
     *     day names its numbers
     */
    public List<Order> recordedIn(Crm crm) {
        List<Order> orders = list();
        for (Order order : orders) {
            if (crm.orders().find(order.number()).isPresent()) {
                throw new IllegalStateException("order " + order.number()
                        + " is recorded already (expected: a number of its own; set one with numbered)");
            }
        }
        orders.forEach(crm::record);
        refunds().forEach(crm::record);
        return orders;
    }

    private OrderDraft current() {
        return drafts.get(drafts.size() - 1);
    }

    private String numberPrefix() {
        return buyer == null ? "guest" : buyer.id().value();
    }

    private void addBuyer(Order.Builder order) {
        if (guest != null) {
            order.email(guest);
        }
        if (buyer != null) {
            add(buyer, order);
        }
    }

    private static void add(Customer buyer, Order.Builder order) {
        order.customer(buyer.id());
        buyer.email().ifPresent(order::email);
        buyer.name().ifPresent(name -> order.buyerName(name.full()));
        buyer.language().ifPresent(language -> order.locale(localeOf(buyer, language)));
        buyer.addresses().stream().findFirst().ifPresent(order::shippingAddress);
    }

    private static Locale localeOf(Customer buyer, Locale language) {
        Locale.Builder locale = new Locale.Builder().setLocale(language);
        if (language.getCountry().isEmpty()) {
            buyer.country().ifPresent(locale::setRegion);
        }
        return locale.build();
    }
}
