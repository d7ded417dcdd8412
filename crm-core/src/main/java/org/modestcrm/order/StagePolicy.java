package org.modestcrm.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.Stage;

/** How far a customer has come, from what is known. A shop may have its own; it is a pure function. */
@FunctionalInterface
public interface StagePolicy {
    /**
     * The stage of a customer.
     *
     * @param customer who
     * @param orders all orders of the customer
     * @param asOf the moment; orders placed later are passed over
     * @return never null
     */
    Stage stage(Customer customer, Collection<? extends Order> orders, Instant asOf);

    /**
     * A customer is who bought within a time, lapsed who bought before only; orders that were called off do not count.
     * Who did not buy is a prospect when there is any address, and a suspect otherwise.
     *
     * @param silence how long after the last order somebody has lapsed
     * @return the policy
     */
    static StagePolicy lapsingAfter(Duration silence) {
        return (customer, orders, asOf) -> orders.stream()
                .filter(order -> order.statusAt(asOf)
                        .filter(status -> status != OrderStatus.CANCELLED)
                        .isPresent())
                .map(Order::placedAt)
                .max(Instant::compareTo)
                .map(last -> last.isBefore(asOf.minus(silence)) ? Stage.LAPSED : Stage.CUSTOMER)
                .orElseGet(() -> customer.contactPoints().isEmpty()
                                && customer.addressBook().isEmpty()
                        ? Stage.SUSPECT
                        : Stage.PROSPECT);
    }
}
