package org.modestcrm.order;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modestcrm.money.Money;
import org.modestcrm.money.Rates;

/**
 * What orders bring in, defined once.
 *
 * <p><em>Gross revenue</em> of a stretch of time is the sum of the {@linkplain Order#total() totals} of the orders placed
 * in it whose status at its end counts. <em>Net revenue</em> is gross revenue less the refunds made in it, each on its own
 * day, whenever its order was placed; refunds of orders that do not count are passed over. Taxes and shipping are part of
 * both: it is what customers paid. Amounts in another currency are converted at the day (UTC) of the order or refund.
 * Immutable.
 */
public final class Revenue {
    private final Set<OrderStatus> counted;
    private final Currency currency;
    private final Rates rates;

    private Revenue(Set<OrderStatus> counted, Currency currency, Rates rates) {
        this.counted = Set.copyOf(counted);
        this.currency = currency;
        this.rates = rates;
    }

    /**
     * Revenue of all orders but those that were called off.
     *
     * @param currency what it is told in
     * @return the definition, without rates
     */
    public static Revenue in(Currency currency) {
        return new Revenue(
                Set.of(
                        OrderStatus.PLACED,
                        OrderStatus.PAID,
                        OrderStatus.SHIPPED,
                        OrderStatus.DELIVERED,
                        OrderStatus.RETURNED),
                currency,
                Rates.none());
    }

    /**
     * The same with rates for other currencies.
     *
     * @param known the rates
     * @return a changed copy
     */
    public Revenue converting(Rates known) {
        return new Revenue(counted, currency, known);
    }

    /**
     * The same counting orders of these statuses only.
     *
     * @param statuses which count
     * @return a changed copy
     */
    public Revenue counting(OrderStatus... statuses) {
        return new Revenue(Set.of(statuses), currency, rates);
    }

    /**
     * Gross revenue.
     *
     * @param orders any orders
     * @param fromInclusive the beginning of the stretch
     * @param toExclusive its end
     * @return zero when no order counts; empty when there is no rate for one that does
     */
    public Optional<Money> gross(Collection<Order> orders, Instant fromInclusive, Instant toExclusive) {
        Money sum = Money.zero(currency);
        for (Order order : orders) {
            if (within(order.placedAt(), fromInclusive, toExclusive) && counts(order, toExclusive)) {
                Optional<Money> amount = converted(order.total(), order.placedAt());
                if (amount.isEmpty()) {
                    return amount;
                }
                sum = sum.plus(amount.get());
            }
        }
        return Optional.of(sum);
    }

    /**
     * Net revenue.
     *
     * @param orders any orders, those of the refunds among them
     * @param refunds any refunds
     * @param fromInclusive the beginning of the stretch
     * @param toExclusive its end
     * @return below zero when more went back than came in; empty when a rate is missing
     */
    public Optional<Money> net(
            Collection<Order> orders, Collection<Refund> refunds, Instant fromInclusive, Instant toExclusive) {
        Optional<Money> gross = gross(orders, fromInclusive, toExclusive);
        if (gross.isEmpty()) {
            return gross;
        }
        Map<OrderNumber, Order> byNumber = new HashMap<>();
        orders.forEach(order -> byNumber.put(order.number(), order));
        Money sum = gross.get();
        for (Refund refund : refunds) {
            Optional<Order> order = refund.order().map(byNumber::get);
            boolean counts = order.isEmpty() || counts(order.get(), toExclusive);
            if (counts && within(refund.at(), fromInclusive, toExclusive)) {
                Optional<Money> amount = converted(refund.amount(), refund.at());
                if (amount.isEmpty()) {
                    return amount;
                }
                sum = sum.minus(amount.get());
            }
        }
        return Optional.of(sum);
    }

    private boolean counts(Order order, Instant toExclusive) {
        return order.statusHistory().stream()
                .filter(change -> change.at().isBefore(toExclusive))
                .reduce((earlier, later) -> later)
                .filter(last -> counted.contains(last.status()))
                .isPresent();
    }

    private static boolean within(Instant at, Instant fromInclusive, Instant toExclusive) {
        return !at.isBefore(fromInclusive) && at.isBefore(toExclusive);
    }

    private Optional<Money> converted(Money amount, Instant at) {
        return amount.currency().equals(currency)
                ? Optional.of(amount)
                : rates.convert(amount, currency, at.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
