package org.modestcrm.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;
import org.modestcrm.money.Money;

/** What {@link Order.Builder} collects. */
abstract class OrderParts {
    final OrderNumber number;
    final Currency currency;
    int revision = 1;

    @Nullable CustomerId customer;

    @Nullable Instant placedAt;

    @Nullable OrderStatus untimed;

    final List<StatusChange> statusHistory = new ArrayList<>();
    final List<OrderLine> lines = new ArrayList<>();
    final List<Discount> discounts = new ArrayList<>();
    Money shipping;
    final List<Tax> taxes = new ArrayList<>();

    @Nullable Channel channel;

    String campaign = "";

    @Nullable PartnerId referredBy;

    @Nullable EmailAddress email;

    String buyerName = "";

    @Nullable Locale locale;

    @Nullable PostalAddress shippingAddress;

    @Nullable PostalAddress billingAddress;

    OrderParts(OrderNumber number, Currency currency) {
        this.number = number;
        this.currency = currency;
        this.shipping = Money.zero(currency);
    }

    abstract Order.Builder self();

    /**
     * Sets the revision.
     *
     * @param value 1 (the default) or more
     * @return this
     */
    public Order.Builder revision(int value) {
        revision = value;
        return self();
    }

    /**
     * Sets who ordered.
     *
     * @param value the customer
     * @return this
     */
    public Order.Builder customer(CustomerId value) {
        customer = value;
        return self();
    }

    /**
     * Sets when it was placed.
     *
     * @param value the instant
     * @return this
     */
    public Order.Builder placedAt(Instant value) {
        placedAt = Times.kept("order " + number + ", placedAt", value);
        return self();
    }

    /**
     * Sets how far it has come, when the moment is not known: as early as it can have been.
     *
     * @param value {@link OrderStatus#PLACED} unless set
     * @return this
     */
    public Order.Builder status(OrderStatus value) {
        untimed = value;
        return self();
    }

    /**
     * Adds to how far it has come.
     *
     * @param value how far; {@link OrderStatus#PLACED} is there already
     * @param at when, not before the last change
     * @return this
     */
    public Order.Builder status(OrderStatus value, Instant at) {
        statusHistory.add(new StatusChange(value, at));
        return self();
    }

    /**
     * Adds a line.
     *
     * @param value the line
     * @return this
     */
    public Order.Builder line(OrderLine value) {
        lines.add(value);
        return self();
    }

    /**
     * Sets what is taken off the sum of the lines, in place of all discounts so far.
     *
     * @param value 0 or more
     * @return this
     */
    public Order.Builder discount(Money value) {
        discounts.clear();
        return value.isZero() && value.currency().equals(currency) ? self() : discount(new Discount("", value));
    }

    /**
     * Adds something that is taken off the sum of the lines.
     *
     * @param value the discount
     * @return this
     */
    public Order.Builder discount(Discount value) {
        discounts.add(value);
        return self();
    }

    /**
     * Sets what shipping costs.
     *
     * @param value 0 or more
     * @return this
     */
    public Order.Builder shipping(Money value) {
        shipping = value;
        return self();
    }

    /**
     * Sets taxes that come on top of the prices, in place of all taxes so far.
     *
     * @param value 0 or more
     * @return this
     */
    public Order.Builder tax(Money value) {
        taxes.clear();
        boolean none = value.isZero() && value.currency().equals(currency);
        return none ? self() : tax(new Tax("", BigDecimal.ZERO, value, Tax.Mode.ADDED));
    }

    /**
     * Adds a tax.
     *
     * @param value the tax
     * @return this
     */
    public Order.Builder tax(Tax value) {
        taxes.add(value);
        return self();
    }

    /**
     * Sets the channel it came in on.
     *
     * @param value the channel
     * @return this
     */
    public Order.Builder channel(Channel value) {
        channel = value;
        return self();
    }

    /**
     * Sets the campaign that brought it.
     *
     * @param value a code of the shop's own
     * @return this
     */
    public Order.Builder campaign(String value) {
        campaign = Texts.code("campaign", value);
        return self();
    }

    /**
     * Sets the partner that referred it.
     *
     * @param value the partner
     * @return this
     */
    public Order.Builder referredBy(PartnerId value) {
        referredBy = value;
        return self();
    }

    /**
     * Sets where mails about it go.
     *
     * @param value the address
     * @return this
     */
    public Order.Builder email(EmailAddress value) {
        email = value;
        return self();
    }

    /**
     * Sets the name to address the buyer by.
     *
     * @param value at most 400 characters
     * @return this
     */
    public Order.Builder buyerName(String value) {
        buyerName = Texts.optional("buyer name", value, 400);
        return self();
    }

    /**
     * Sets the language and region it was placed in.
     *
     * @param value the locale
     * @return this
     */
    public Order.Builder locale(Locale value) {
        locale = value;
        return self();
    }

    /**
     * Sets where it goes.
     *
     * @param value the address
     * @return this
     */
    public Order.Builder shippingAddress(PostalAddress value) {
        shippingAddress = value;
        return self();
    }

    /**
     * Sets where the invoice goes.
     *
     * @param value the address
     * @return this
     */
    public Order.Builder billingAddress(PostalAddress value) {
        billingAddress = value;
        return self();
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
        problems.when(lines.size() > 10_000, lines.size() + " lines (expected: at most 10000)");
        problems.when(
                discounts.size() + taxes.size() + statusHistory.size() > 1000,
                "more than 1000 discounts, taxes and changes of status (expected: at most 1000)");
        problems.when(revision < 1, "revision: " + revision + " (expected: 1 or more)");
        if (placedAt != null) {
            checkHistory(problems, placedAt);
        }
        boolean mixed = !checkCurrencies(problems);
        problems.when(shipping.isNegative(), "shipping: " + shipping + " (expected: 0 or more)");
        problems.when(
                !mixed && sumOfLines().compareTo(sumOfDiscounts()) < 0,
                "discount: " + (mixed ? "" : sumOfDiscounts()) + " (expected: at most the sum of the lines)");
        problems.orThrow("order " + number);
        return new Order(self(), Objects.requireNonNull(placedAt));
    }

    private void checkHistory(Problems problems, Instant placed) {
        Instant last = placed;
        for (StatusChange change : statusHistory) {
            problems.when(
                    change.at().isBefore(last),
                    "status " + change.status() + " at " + change.at() + " (expected: not before the last change at "
                            + last + ")");
            problems.when(
                    change.status() == OrderStatus.PLACED,
                    "status PLACED at " + change.at() + " (expected: once, at placedAt)");
            last = change.at();
        }
    }

    /** The whole history: placed first, then what was timed, then a status whose moment is not known. */
    List<StatusChange> history(Instant placed) {
        List<StatusChange> all = new ArrayList<>(List.of(new StatusChange(OrderStatus.PLACED, placed)));
        if (untimed == OrderStatus.PLACED) {
            return all;
        }
        all.addAll(statusHistory);
        StatusChange last = all.get(all.size() - 1);
        if (untimed != null && untimed != last.status()) {
            all.add(new StatusChange(untimed, last.at()));
        }
        return all;
    }

    private boolean checkCurrencies(Problems problems) {
        boolean same = true;
        for (OrderLine line : lines) {
            same &= checkCurrency(problems, "sku " + line.sku(), line.unitPrice());
        }
        for (Discount discount : discounts) {
            same &= checkCurrency(problems, "discount", discount.amount());
        }
        for (Tax tax : taxes) {
            same &= checkCurrency(problems, "tax", tax.amount());
        }
        return same & checkCurrency(problems, "shipping", shipping);
    }

    private boolean checkCurrency(Problems problems, String part, Money value) {
        boolean other = !value.currency().equals(currency);
        problems.when(other, part + ": " + value + " (expected: an amount in " + currency + ")");
        return !other;
    }

    private Money sumOfLines() {
        return lines.stream().map(OrderLine::total).reduce(Money.zero(currency), Money::plus);
    }

    private Money sumOfDiscounts() {
        return discounts.stream().map(Discount::amount).reduce(Money.zero(currency), Money::plus);
    }

    Money total() {
        Money added = taxes.stream()
                .filter(tax -> tax.mode() == Tax.Mode.ADDED)
                .map(Tax::amount)
                .reduce(Money.zero(currency), Money::plus);
        return sumOfLines().minus(sumOfDiscounts()).plus(shipping).plus(added);
    }
}
