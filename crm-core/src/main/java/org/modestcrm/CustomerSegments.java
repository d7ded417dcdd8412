package org.modestcrm;

import java.time.Instant;
import java.util.List;
import org.modestcrm.customer.CustomerId;

/** Which segments a customer is in. A port. Thread-safe. */
@FunctionalInterface
public interface CustomerSegments {
    /**
     * The segments of a customer.
     *
     * @param customer the surviving id
     * @param asOf the moment
     * @return their ids in the order to show; may be empty
     */
    List<String> of(CustomerId customer, Instant asOf);
}
