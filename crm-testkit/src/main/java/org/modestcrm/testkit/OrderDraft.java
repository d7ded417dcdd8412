package org.modestcrm.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Channel;
import org.modestcrm.money.Money;
import org.modestcrm.order.Discount;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;

/** What a test says of one order. */
final class OrderDraft {
    private static final Instant USUALLY = Instant.parse("2026-01-15T12:00:00Z");
    private static final Money USUAL_WORTH = Money.of("50.00", "EUR");

    private @Nullable Instant placedAt;
    private @Nullable OrderNumber number;
    private @Nullable Money worth;
    private @Nullable Channel channel;
    private String campaign = "";
    private final List<Consumer<Order.Builder>> moves = new ArrayList<>();
    private boolean calledOff;
    private final List<Discount> discounts = new ArrayList<>();
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<PaidBack> refunds = new ArrayList<>();

    boolean isDated() {
        return placedAt != null;
    }

    void on(Instant value) {
        placedAt = value;
    }

    void number(OrderNumber value) {
        number = value;
    }

    void worth(Money value) {
        worth = value;
    }

    void line(String sku, int quantity, Money unitPrice) {
        lines.add(new OrderLine(sku, "", quantity, unitPrice));
    }

    void via(Channel value) {
        channel = value;
    }

    void status(OrderStatus value) {
        move(value, order -> order.status(value));
    }

    void status(OrderStatus value, Instant at) {
        move(value, order -> order.status(value, at));
    }

    private void move(OrderStatus value, Consumer<Order.Builder> change) {
        calledOff = value == OrderStatus.CANCELLED;
        moves.add(change);
    }

    void campaign(String code) {
        campaign = code;
    }

    void discount(Discount value) {
        discounts.add(value);
    }

    void refund(Instant at, Optional<Money> part) {
        refunds.add(new PaidBack(at, part));
    }

    Order.Builder begin(String numberPrefix, int place) {
        Instant at = placedAt == null ? USUALLY : placedAt;
        OrderNumber given = number == null
                ? OrderNumber.of(numberPrefix + "-" + at.atZone(ZoneOffset.UTC).toLocalDate() + "-" + place)
                : number;
        List<OrderLine> bought = bought(given);
        Order.Builder order =
                Order.builder(given, bought.get(0).unitPrice().currency()).placedAt(at);
        bought.forEach(order::line);
        discounts.forEach(order::discount);
        moves.forEach(move -> move.accept(order));
        if (!campaign.isEmpty()) {
            order.campaign(campaign);
        }
        if (channel != null) {
            order.channel(channel);
        }
        return order;
    }

    private List<OrderLine> bought(OrderNumber given) {
        if (worth != null && !lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "order " + given + ": worth " + worth + " and lines (expected: one of them)");
        }
        return lines.isEmpty()
                ? List.of(new OrderLine("ANY-1", "Any product", 1, worth == null ? USUAL_WORTH : worth))
                : lines;
    }

    List<Refund> refundsOf(Order order) {
        List<Refund> made = new ArrayList<>();
        for (PaidBack back : refunds) {
            OrderNumber refund = OrderNumber.of(order.number() + "-R" + (made.size() + 1));
            made.add(Refund.builder(refund, order.currency())
                    .of(order)
                    .at(back.at())
                    .reason(calledOff ? RefundReason.CANCELLATION : RefundReason.RETURN)
                    .amount(back.part().orElse(order.total()))
                    .build());
        }
        return made;
    }

    private record PaidBack(Instant at, Optional<Money> part) {}
}
