package org.modestcrm.cli;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Stream;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.Refund;

/**
 * The figures of a shop, over its known customers.
 *
 * @param customers how many
 * @param orders those with at least one line that costs something
 * @param refunds what went back
 * @param revenue the sum of the lines of these orders
 */
record DemoFigures(long customers, long orders, long refunds, Money revenue) {
    static DemoFigures of(Crm crm, Currency currency) {
        try (Stream<Customer> customers = crm.customers().all();
                Stream<Order> orders = crm.orders().orders();
                Stream<Refund> refunds = crm.orders().refunds()) {
            long[] count = new long[1];
            BigDecimal revenue = orders.filter(order -> order.customer().isPresent())
                    .map(DemoFigures::paidLines)
                    .filter(sum -> sum.signum() > 0)
                    .peek(sum -> count[0]++)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            long back = refunds.filter(refund -> refund.customer().isPresent()).count();
            return new DemoFigures(customers.count(), count[0], back, Money.of(revenue, currency));
        }
    }

    private static BigDecimal paidLines(Order order) {
        return order.lines().stream().map(OrderLine::total).map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
