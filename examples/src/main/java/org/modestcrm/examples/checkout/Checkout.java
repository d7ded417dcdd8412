package org.modestcrm.examples.checkout;

import java.time.Clock;
import java.util.List;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.email.OrderMails;
import org.modestcrm.event.Event;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;

/** What a shop does between the basket and the parcel: it records orders, and confirms those that are paid. */
public final class Checkout {
    private final Crm crm;
    private final Clock clock;

    public Checkout(Crm crm, OrderMails mails, Clock clock) {
        this.crm = crm;
        this.clock = clock;
        crm.subscribe(Event.OrderRecorded.class, event -> confirmWhenPaid(mails, event.order()));
    }

    private static void confirmWhenPaid(OrderMails mails, Order order) {
        if (order.status() == OrderStatus.PAID) {
            mails.confirm(order);
        }
    }

    /** The buyer pressed "buy". */
    public void place(OrderNumber number, Customer buyer, List<OrderLine> basket) {
        Order.Builder order = Order.builder(number, basket.get(0).unitPrice().currency())
                .customer(buyer.id())
                .placedAt(clock.instant());
        basket.forEach(order::line);
        buyer.email().ifPresent(order::email);
        buyer.name().ifPresent(name -> order.buyerName(name.full()));
        buyer.language().ifPresent(order::locale);
        crm.record(order.build());
    }

    /** The bank's webhook; it may come late, twice, or after the buyer has called the order off. */
    public void paid(OrderNumber number) {
        move(number, OrderStatus.PLACED, OrderStatus.PAID);
    }

    /** The buyer called the order off before paying. */
    public void cancel(OrderNumber number) {
        move(number, OrderStatus.PLACED, OrderStatus.CANCELLED);
    }

    private void move(OrderNumber number, OrderStatus from, OrderStatus to) {
        crm.orders()
                .find(number)
                .filter(order -> order.status() == from)
                .ifPresent(order -> crm.record(order.toBuilder().status(to).build()));
    }
}
