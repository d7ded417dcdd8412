package org.modestcrm.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Times;
import org.modestcrm.money.Money;

/**
 * What went back, dated on its own day: a whole order, some lines of it, or just an amount. Amounts are positive: a
 * refund of 20.00 EUR lowers net revenue by 20.00 EUR. Immutable.
 *
 * <pre>{@code
 * Refund.builder(OrderNumber.of("R-9"), Money.currencyOf("EUR"))
 *     .of(order).at(now).line(new OrderLine("MUG-1", "Mug, blue", 1, Money.of("12.50", "EUR"))).build();
 * }</pre>
 */
public final class Refund {
    private final OrderNumber number;
    private final @Nullable OrderNumber order;
    private final @Nullable CustomerId customer;
    private final Instant at;
    private final RefundReason reason;
    private final List<OrderLine> lines;
    private final Money amount;

    private Refund(Builder from, Instant at) {
        this.number = from.number;
        this.order = from.order;
        this.customer = from.customer;
        this.at = at;
        this.reason = from.reason;
        this.lines = List.copyOf(from.lines);
        this.amount = from.amount();
    }

    /**
     * Begins a refund.
     *
     * @param number its own number, unique among refunds
     * @param currency the currency of all its amounts
     * @return a builder that still needs the time and lines or an amount
     */
    public static Builder builder(OrderNumber number, Currency currency) {
        return new Builder(number, currency);
    }

    /**
     * Its own number.
     *
     * @return unique among refunds
     */
    public OrderNumber number() {
        return number;
    }

    /**
     * The order it belongs to.
     *
     * @return empty when the books do not tell
     */
    public Optional<OrderNumber> order() {
        return Optional.ofNullable(order);
    }

    /**
     * Who was refunded.
     *
     * @return empty for an anonymous sale
     */
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    /**
     * When it was made.
     *
     * @return never null
     */
    public Instant at() {
        return at;
    }

    /**
     * Why it was made.
     *
     * @return never null
     */
    public RefundReason reason() {
        return reason;
    }

    /**
     * What came back.
     *
     * @return empty when only an amount did
     */
    public List<OrderLine> lines() {
        return lines;
    }

    /**
     * What was paid back.
     *
     * @return 0 or more
     */
    public Money amount() {
        return amount;
    }

    /**
     * The same refund of another customer.
     *
     * @param value the customer
     * @return a copy
     */
    public Refund withCustomer(CustomerId value) {
        return copy().customer(value).build();
    }

    /**
     * The refund without the person; amounts stay.
     *
     * @return a copy without customer
     */
    public Refund withoutPerson() {
        Builder bare = copy();
        bare.customer = null;
        return bare.build();
    }

    private Builder copy() {
        Builder builder = new Builder(number, amount.currency());
        builder.order = order;
        builder.customer = customer;
        builder.at = at;
        builder.reason = reason;
        builder.lines.addAll(lines);
        builder.given = amount;
        return builder;
    }

    /**
     * Checks the refund beside its order: no more may go back than was paid, by amount and by product.
     *
     * @param refunded its order
     * @param others the refunds of that order so far; one of this number is passed over
     * @throws IllegalArgumentException naming everything that goes beyond the order
     */
    public void checkAgainst(OrderView refunded, Collection<Refund> others) {
        Problems problems = new Problems();
        problems.when(
                !amount.currency().equals(refunded.currency()),
                "amount: " + amount + " (expected: an amount in " + refunded.currency() + ", as order "
                        + refunded.number() + ")");
        problems.when(
                at.isBefore(refunded.placedAt()),
                "at: " + at + " (expected: not before order " + refunded.number() + " was placed at "
                        + refunded.placedAt() + ")");
        problems.orThrow("refund " + number);
        List<Refund> earlier =
                others.stream().filter(other -> !other.number.equals(number)).toList();
        Money left = earlier.stream().map(Refund::amount).reduce(refunded.total(), Money::minus);
        problems.when(
                amount.compareTo(left) > 0,
                "amount: " + amount + " (expected: at most " + left + ", what is left of the " + refunded.total()
                        + " of order " + refunded.number() + ")");
        checkLines(problems, refunded, earlier);
        problems.orThrow("refund " + number);
    }

    private void checkLines(Problems problems, OrderView refunded, List<Refund> earlier) {
        Map<String, Integer> left = new TreeMap<>();
        refunded.lines().forEach(line -> left.merge(line.sku(), line.quantity(), Integer::sum));
        earlier.forEach(refund -> refund.lines.forEach(line -> left.merge(line.sku(), -line.quantity(), Integer::sum)));
        Map<String, Integer> back = new TreeMap<>();
        lines.forEach(line -> back.merge(line.sku(), line.quantity(), Integer::sum));
        back.forEach((sku, quantity) -> problems.when(
                quantity > left.getOrDefault(sku, 0),
                "sku " + sku + ", quantity: " + quantity + " (expected: at most "
                        + Math.max(0, left.getOrDefault(sku, 0)) + ", what is left of order " + refunded.number()
                        + ")"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Refund that
                && number.equals(that.number)
                && Objects.equals(order, that.order)
                && Objects.equals(customer, that.customer)
                && at.equals(that.at)
                && reason == that.reason
                && lines.equals(that.lines)
                && amount.equals(that.amount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, order, customer, at, reason, lines, amount);
    }

    @Override
    public String toString() {
        return "refund " + number;
    }

    /** Collects the parts of a refund. For one thread. */
    public static final class Builder {
        private final OrderNumber number;
        private final Currency currency;
        private @Nullable OrderNumber order;
        private @Nullable CustomerId customer;
        private @Nullable Instant at;
        private RefundReason reason = RefundReason.RETURN;
        private final List<OrderLine> lines = new ArrayList<>();
        private @Nullable Money given;

        private Builder(OrderNumber number, Currency currency) {
            this.number = number;
            this.currency = currency;
        }

        /**
         * Sets the order it belongs to by number.
         *
         * @param value the number of the order
         * @return this
         */
        public Builder of(OrderNumber value) {
            order = value;
            return this;
        }

        /**
         * Sets the order it belongs to, and its customer.
         *
         * @param value the order
         * @return this
         */
        public Builder of(OrderView value) {
            order = value.number();
            value.customer().ifPresent(this::customer);
            return this;
        }

        /**
         * Sets who was refunded.
         *
         * @param value the customer
         * @return this
         */
        public Builder customer(CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets when it was made.
         *
         * @param value the instant
         * @return this
         */
        public Builder at(Instant value) {
            at = Times.kept("refund " + number + ", at", value);
            return this;
        }

        /**
         * Sets why it was made.
         *
         * @param value {@link RefundReason#RETURN} unless set
         * @return this
         */
        public Builder reason(RefundReason value) {
            reason = value;
            return this;
        }

        /**
         * Adds something that came back.
         *
         * @param value quantity and price as positive numbers
         * @return this
         */
        public Builder line(OrderLine value) {
            lines.add(value);
            return this;
        }

        /**
         * Sets what was paid back, when it is not the sum of the lines.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder amount(Money value) {
            given = value;
            return this;
        }

        /**
         * The refund.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that is missing or contradicts another
         */
        public Refund build() {
            Problems problems = new Problems();
            problems.require("at", at);
            problems.when(lines.isEmpty() && given == null, "neither lines nor amount (expected: one of them)");
            for (OrderLine line : lines) {
                checkCurrency(problems, "sku " + line.sku(), line.unitPrice());
            }
            if (given != null) {
                checkCurrency(problems, "amount", given);
                problems.when(given.isNegative(), "amount: " + given + " (expected: 0 or more)");
            }
            problems.orThrow("refund " + number);
            return new Refund(this, Objects.requireNonNull(at));
        }

        private void checkCurrency(Problems problems, String part, Money value) {
            problems.when(
                    !value.currency().equals(currency),
                    part + ": " + value + " (expected: an amount in " + currency + ")");
        }

        private Money amount() {
            if (given != null) {
                return given;
            }
            return lines.stream().map(OrderLine::total).reduce(Money.zero(currency), Money::plus);
        }
    }
}
