package org.modestcrm;

import java.time.Instant;
import java.util.Optional;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;

/** What a customer is worth to the shop. A port: a value model, a sum of orders, the shop's own figure. Thread-safe. */
@FunctionalInterface
public interface CustomerValue {
    /**
     * The value of a customer.
     *
     * @param customer the surviving id
     * @param asOf the moment
     * @return empty when nobody knows
     */
    Optional<Money> of(CustomerId customer, Instant asOf);
}
