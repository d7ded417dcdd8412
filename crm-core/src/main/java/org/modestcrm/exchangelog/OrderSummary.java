package org.modestcrm.exchangelog;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import org.modestcrm.money.Money;
import org.modestcrm.money.Rates;
import org.modestcrm.order.OrderView;

/**
 * What a customer's orders come to, told without telling the orders.
 *
 * @param orders how many, 1 or more
 * @param first when the first was placed
 * @param last when the last was placed
 * @param total what they come to; at most 14 digits before the point and 4 behind
 */
public record OrderSummary(int orders, Instant first, Instant last, Money total) {
    /**
     * Checks the parts.
     *
     * @param orders how many
     * @param first the first
     * @param last the last
     * @param total the sum
     * @throws IllegalArgumentException when they contradict each other
     */
    public OrderSummary {
        if (orders < 1) {
            throw new IllegalArgumentException("orders: " + orders + " (expected: 1 or more)");
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "last order: " + last + " (expected: at or after the first, " + first + ")");
        }
        Exchangeable.instant("first order", first);
        Exchangeable.instant("last order", last);
        total = Exchangeable.money("total of orders", total);
    }

    /**
     * The summary of some orders.
     *
     * @param orders the orders that count
     * @param currency the currency of the total
     * @param rates convert what is in another, at the day (UTC) of the order
     * @return empty when there is no order, or no rate for one of them; the total is rounded to 4 decimals, half even
     */
    public static Optional<OrderSummary> of(Collection<? extends OrderView> orders, Currency currency, Rates rates) {
        Money total = Money.zero(currency);
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (OrderView order : orders) {
            Optional<Money> amount = amount(order, currency, rates);
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            total = total.plus(amount.get());
            first = order.placedAt().isBefore(first) ? order.placedAt() : first;
            last = order.placedAt().isAfter(last) ? order.placedAt() : last;
        }
        return orders.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrderSummary(orders.size(), first, last, rounded(total)));
    }

    private static Optional<Money> amount(OrderView order, Currency currency, Rates rates) {
        Money total = order.total();
        return total.currency().equals(currency)
                ? Optional.of(total)
                : rates.convert(
                        total,
                        currency,
                        order.placedAt().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Money rounded(Money total) {
        return total.amount().scale() <= Exchangeable.MAX_DECIMALS
                ? total
                : Money.of(
                        total.amount().setScale(Exchangeable.MAX_DECIMALS, RoundingMode.HALF_EVEN), total.currency());
    }
}
