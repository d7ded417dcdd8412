package org.modestcrm.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;

/**
 * A placed order.
 *
 * <pre>{@code
 * Order order = Order.builder(OrderNumber.of("2026-17"), Money.currencyOf("EUR"))
 *     .customer(alice.id())
 *     .placedAt(Instant.parse("2026-03-01T09:00:00Z"))
 *     .line(new OrderLine("MUG-1", "Mug, blue", 2, Money.of("12.50", "EUR")))
 *     .build();
 * }</pre>
 *
 * <p>All amounts are of one currency. Equality is of all parts. Immutable.
 */
public final class Order implements OrderView {
    private final OrderNumber number;
    private final int revision;
    private final @Nullable CustomerId customer;
    private final Instant placedAt;
    private final Currency currency;
    private final List<StatusChange> statusHistory;
    private final List<OrderLine> lines;
    private final List<Discount> discounts;
    private final Money shipping;
    private final List<Tax> taxes;
    private final @Nullable Channel channel;
    private final String campaign;
    private final @Nullable PartnerId referredBy;
    private final @Nullable EmailAddress email;
    private final String buyerName;
    private final @Nullable Locale locale;
    private final @Nullable PostalAddress shippingAddress;
    private final @Nullable PostalAddress billingAddress;
    private final Money total;

    Order(OrderParts from, Instant placedAt) {
        this.number = from.number;
        this.revision = from.revision;
        this.customer = from.customer;
        this.placedAt = placedAt;
        this.currency = from.currency;
        this.statusHistory = List.copyOf(from.history(placedAt));
        this.lines = List.copyOf(from.lines);
        this.discounts = List.copyOf(from.discounts);
        this.shipping = from.shipping;
        this.taxes = List.copyOf(from.taxes);
        this.channel = from.channel;
        this.campaign = from.campaign;
        this.referredBy = from.referredBy;
        this.email = from.email;
        this.buyerName = from.buyerName;
        this.locale = from.locale;
        this.shippingAddress = from.shippingAddress;
        this.billingAddress = from.billingAddress;
        this.total = from.total();
    }

    /**
     * Begins an order.
     *
     * @param number the number the buyer sees
     * @param currency the currency of all its amounts
     * @return a builder that still needs the time and at least one line
     */
    public static Builder builder(OrderNumber number, Currency currency) {
        return new Builder(number, currency);
    }

    /**
     * Begins a changed copy.
     *
     * @return a builder holding all parts
     */
    public Builder toBuilder() {
        Builder builder = new Builder(number, currency);
        builder.revision = revision;
        builder.customer = customer;
        builder.placedAt = placedAt;
        builder.statusHistory.addAll(statusHistory.subList(1, statusHistory.size()));
        builder.lines.addAll(lines);
        builder.discounts.addAll(discounts);
        builder.shipping = shipping;
        builder.taxes.addAll(taxes);
        builder.channel = channel;
        builder.campaign = campaign;
        builder.referredBy = referredBy;
        builder.email = email;
        builder.buyerName = buyerName;
        builder.locale = locale;
        builder.shippingAddress = shippingAddress;
        builder.billingAddress = billingAddress;
        return builder;
    }

    @Override
    public OrderNumber number() {
        return number;
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    @Override
    public Instant placedAt() {
        return placedAt;
    }

    @Override
    public Currency currency() {
        return currency;
    }

    /**
     * How far it has come.
     *
     * @return never null
     */
    public OrderStatus status() {
        return statusHistory.get(statusHistory.size() - 1).status();
    }

    /**
     * How far it had come by when.
     *
     * @return by time; {@link OrderStatus#PLACED} first, {@link #status()} last
     */
    public List<StatusChange> statusHistory() {
        return statusHistory;
    }

    /**
     * How far it had come at a moment.
     *
     * @param asOf the moment
     * @return empty when it was not placed yet
     */
    public Optional<OrderStatus> statusAt(Instant asOf) {
        return statusHistory.stream()
                .filter(change -> !change.at().isAfter(asOf))
                .reduce((earlier, later) -> later)
                .map(StatusChange::status);
    }

    @Override
    public List<OrderLine> lines() {
        return lines;
    }

    @Override
    public Money discount() {
        return discounts.stream().map(Discount::amount).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * What was taken off the sum of the lines, one by one.
     *
     * @return in the order given, may be empty
     */
    public List<Discount> discounts() {
        return discounts;
    }

    @Override
    public Money shipping() {
        return shipping;
    }

    @Override
    public Money tax() {
        return taxes.stream()
                .filter(tax -> tax.mode() == Tax.Mode.ADDED)
                .map(Tax::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /**
     * All taxes, those the prices include among them.
     *
     * @return in the order given, may be empty
     */
    public List<Tax> taxes() {
        return taxes;
    }

    @Override
    public Money total() {
        return total;
    }

    /**
     * The channel it came in on.
     *
     * @return empty when not known
     */
    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    /**
     * The campaign that brought it.
     *
     * @return a code of the shop's own, empty text when not known
     */
    public String campaign() {
        return campaign;
    }

    /**
     * The partner that referred it.
     *
     * @return empty when none did, or nobody knows
     */
    public Optional<PartnerId> referredBy() {
        return Optional.ofNullable(referredBy);
    }

    /**
     * The order without the person: customer, address of mails, name and postal addresses are gone, amounts stay.
     *
     * @return a copy nobody can be told from
     */
    public Order withoutPerson() {
        Builder bare = toBuilder();
        bare.customer = null;
        bare.email = null;
        bare.buyerName = "";
        bare.shippingAddress = null;
        bare.billingAddress = null;
        return bare.build();
    }

    /**
     * The same order of another customer.
     *
     * @param value the customer
     * @return a copy
     */
    public Order withCustomer(CustomerId value) {
        return toBuilder().customer(value).build();
    }

    @Override
    public Optional<EmailAddress> email() {
        return Optional.ofNullable(email);
    }

    @Override
    public String buyerName() {
        return buyerName;
    }

    @Override
    public Optional<Locale> locale() {
        return Optional.ofNullable(locale);
    }

    @Override
    public Optional<PostalAddress> shippingAddress() {
        return Optional.ofNullable(shippingAddress);
    }

    @Override
    public Optional<PostalAddress> billingAddress() {
        return Optional.ofNullable(billingAddress);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Order that && number.equals(that.number) && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, revision, placedAt, lines);
    }

    private List<Object> parts() {
        return Arrays.asList(
                revision,
                customer,
                currency,
                statusHistory,
                lines,
                discounts,
                shipping,
                taxes,
                channel,
                campaign,
                referredBy,
                email,
                buyerName,
                locale,
                shippingAddress,
                billingAddress);
    }

    /** Number and revision: the buyer stays out of logs. */
    @Override
    public String toString() {
        return "order " + number + " revision " + revision;
    }

    /** Collects the parts of an order. For one thread. */
    public static final class Builder extends OrderParts {
        private Builder(OrderNumber number, Currency currency) {
            super(number, currency);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
