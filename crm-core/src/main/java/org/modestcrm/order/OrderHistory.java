package org.modestcrm.order;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/**
 * Keeps orders and refunds. A port: {@link InMemoryOrderHistory} is ours, a shop may put its own over its tables.
 * Thread-safe.
 */
public interface OrderHistory {
    /**
     * Keeps an order; one with the same number is replaced.
     *
     * @param order the order
     * @return what became of it
     */
    Recorded record(Order order);

    /**
     * Keeps a refund; one with the same number is replaced.
     *
     * @param refund the refund
     * @return what became of it
     */
    Recorded record(Refund refund);

    /**
     * Keeps many orders and refunds, for imports: either all of them or none.
     *
     * @param orders each number once
     * @param refunds each number once
     */
    void recordAll(List<Order> orders, List<Refund> refunds);

    /**
     * The order of a number.
     *
     * @param number the number
     * @return empty when there is none
     */
    Optional<Order> find(OrderNumber number);

    /**
     * The refund of a number.
     *
     * @param number its own number
     * @return empty when there is none
     */
    Optional<Refund> findRefund(OrderNumber number);

    /**
     * What went back of an order.
     *
     * @param order its number
     * @return by time, then number; may be empty
     */
    List<Refund> refundsOfOrder(OrderNumber order);

    /**
     * What a customer ordered.
     *
     * @param customer who
     * @return by time, then number; may be empty
     */
    List<Order> ordersOf(CustomerId customer);

    /**
     * What was refunded to a customer.
     *
     * @param customer who
     * @return by time, then number; may be empty
     */
    List<Refund> refundsOf(CustomerId customer);

    /**
     * A page of what was ordered under some ids, newest first.
     *
     * @param customers the ids of one customer
     * @param before where it begins; the key is the order number
     * @param max how many at most, 1 or more
     * @return by descending time, then descending number; may be empty
     */
    List<Order> page(Collection<CustomerId> customers, Before before, int max);

    /**
     * All orders, anonymous ones too, as of some moment during the call.
     *
     * @return in no particular order; close it after use
     */
    Stream<Order> orders();

    /**
     * All refunds, anonymous ones too, as of some moment during the call.
     *
     * @return in no particular order; close it after use
     */
    Stream<Refund> refunds();
}
