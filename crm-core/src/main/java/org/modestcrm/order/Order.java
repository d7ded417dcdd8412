package org.modestcrm.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;
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
    private final OrderStatus status;
    private final List<OrderLine> lines;
    private final Money discount;
    private final Money shipping;
    private final Money tax;
    private final @Nullable Channel channel;
    private final @Nullable EmailAddress email;
    private final String buyerName;
    private final @Nullable Locale locale;
    private final @Nullable PostalAddress shippingAddress;
    private final @Nullable PostalAddress billingAddress;
    private final Money total;

    private Order(Builder from, Instant placedAt) {
        this.number = from.number;
        this.revision = from.revision;
        this.customer = from.customer;
        this.placedAt = placedAt;
        this.currency = from.currency;
        this.status = from.status;
        this.lines = List.copyOf(from.lines);
        this.discount = from.discount;
        this.shipping = from.shipping;
        this.tax = from.tax;
        this.channel = from.channel;
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
        builder.status = status;
        builder.lines.addAll(lines);
        builder.discount = discount;
        builder.shipping = shipping;
        builder.tax = tax;
        builder.channel = channel;
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
        return status;
    }

    @Override
    public List<OrderLine> lines() {
        return lines;
    }

    @Override
    public Money discount() {
        return discount;
    }

    @Override
    public Money shipping() {
        return shipping;
    }

    @Override
    public Money tax() {
        return tax;
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
        return other instanceof Order that
                && number.equals(that.number)
                && revision == that.revision
                && Objects.equals(customer, that.customer)
                && placedAt.equals(that.placedAt)
                && currency.equals(that.currency)
                && status == that.status
                && lines.equals(that.lines)
                && discount.equals(that.discount)
                && shipping.equals(that.shipping)
                && tax.equals(that.tax)
                && Objects.equals(channel, that.channel)
                && Objects.equals(email, that.email)
                && buyerName.equals(that.buyerName)
                && Objects.equals(locale, that.locale)
                && Objects.equals(shippingAddress, that.shippingAddress)
                && Objects.equals(billingAddress, that.billingAddress);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                number,
                revision,
                customer,
                placedAt,
                currency,
                status,
                lines,
                discount,
                shipping,
                tax,
                channel,
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
    public static final class Builder {
        private final OrderNumber number;
        private final Currency currency;
        private int revision = 1;
        private @Nullable CustomerId customer;
        private @Nullable Instant placedAt;
        private OrderStatus status = OrderStatus.PLACED;
        private final List<OrderLine> lines = new ArrayList<>();
        private Money discount;
        private Money shipping;
        private Money tax;
        private @Nullable Channel channel;
        private @Nullable EmailAddress email;
        private String buyerName = "";
        private @Nullable Locale locale;
        private @Nullable PostalAddress shippingAddress;
        private @Nullable PostalAddress billingAddress;

        private Builder(OrderNumber number, Currency currency) {
            this.number = number;
            this.currency = currency;
            this.discount = Money.zero(currency);
            this.shipping = Money.zero(currency);
            this.tax = Money.zero(currency);
        }

        /**
         * Sets the revision.
         *
         * @param value 1 (the default) or more
         * @return this
         */
        public Builder revision(int value) {
            revision = value;
            return this;
        }

        /**
         * Sets who ordered.
         *
         * @param value the customer
         * @return this
         */
        public Builder customer(CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets when it was placed.
         *
         * @param value the instant
         * @return this
         */
        public Builder placedAt(Instant value) {
            placedAt = value;
            return this;
        }

        /**
         * Sets how far it has come.
         *
         * @param value {@link OrderStatus#PLACED} unless set
         * @return this
         */
        public Builder status(OrderStatus value) {
            status = value;
            return this;
        }

        /**
         * Adds a line.
         *
         * @param value the line
         * @return this
         */
        public Builder line(OrderLine value) {
            lines.add(value);
            return this;
        }

        /**
         * Sets what is taken off the sum of the lines.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder discount(Money value) {
            discount = value;
            return this;
        }

        /**
         * Sets what shipping costs.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder shipping(Money value) {
            shipping = value;
            return this;
        }

        /**
         * Sets taxes that come on top of the prices.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder tax(Money value) {
            tax = value;
            return this;
        }

        /**
         * Sets the channel it came in on.
         *
         * @param value the channel
         * @return this
         */
        public Builder channel(Channel value) {
            channel = value;
            return this;
        }

        /**
         * Sets where mails about it go.
         *
         * @param value the address
         * @return this
         */
        public Builder email(EmailAddress value) {
            email = value;
            return this;
        }

        /**
         * Sets the name to address the buyer by.
         *
         * @param value at most 400 characters
         * @return this
         */
        public Builder buyerName(String value) {
            buyerName = Texts.optional("buyer name", value, 400);
            return this;
        }

        /**
         * Sets the language and region it was placed in.
         *
         * @param value the locale
         * @return this
         */
        public Builder locale(Locale value) {
            locale = value;
            return this;
        }

        /**
         * Sets where it goes.
         *
         * @param value the address
         * @return this
         */
        public Builder shippingAddress(PostalAddress value) {
            shippingAddress = value;
            return this;
        }

        /**
         * Sets where the invoice goes.
         *
         * @param value the address
         * @return this
         */
        public Builder billingAddress(PostalAddress value) {
            billingAddress = value;
            return this;
        }

        /**
         * The order.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that is missing or contradicts another
         */
        public Order build() {
            Problems problems = new Problems();
            problems.require("placedAt", placedAt);
            problems.when(lines.isEmpty(), "lines: none (expected: 1 or more)");
            problems.when(revision < 1, "revision: " + revision + " (expected: 1 or more)");
            boolean mixed = !checkCurrencies(problems);
            checkSign(problems, "discount", discount);
            checkSign(problems, "shipping", shipping);
            checkSign(problems, "tax", tax);
            problems.when(
                    !mixed && total().isNegative(),
                    "discount: " + discount + " (expected: at most the sum of the lines)");
            problems.orThrow("order " + number);
            return new Order(this, Objects.requireNonNull(placedAt));
        }

        private boolean checkCurrencies(Problems problems) {
            boolean same = true;
            for (OrderLine line : lines) {
                same &= checkCurrency(problems, "sku " + line.sku(), line.unitPrice());
            }
            same &= checkCurrency(problems, "discount", discount);
            same &= checkCurrency(problems, "shipping", shipping);
            return same & checkCurrency(problems, "tax", tax);
        }

        private boolean checkCurrency(Problems problems, String part, Money value) {
            boolean other = !value.currency().equals(currency);
            problems.when(other, part + ": " + value + " (expected: an amount in " + currency + ")");
            return !other;
        }

        private static void checkSign(Problems problems, String part, Money value) {
            problems.when(value.isNegative(), part + ": " + value + " (expected: 0 or more)");
        }

        private Money total() {
            Money sum = Money.zero(currency);
            for (OrderLine line : lines) {
                sum = sum.plus(line.total());
            }
            return sum.minus(discount).plus(shipping).plus(tax);
        }
    }
}
