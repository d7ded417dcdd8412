package org.modestcrm.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;

/**
 * One customer, put together from the records that are linked.
 *
 * @param customer what is shown
 * @param ids every id the customer goes by: the surviving one and its aliases; orders, interactions and consents of all of
 *     them are the customer's
 * @param records the records, by key
 * @param origins where each shown field comes from; fields nobody knows are not in it
 */
public record UnifiedCustomer(
        Customer customer, Set<CustomerId> ids, List<RecordKey> records, Map<Field, FieldOrigin> origins) {
    /**
     * Copies the collections.
     *
     * @param customer what is shown
     * @param ids all ids
     * @param records the records
     * @param origins where fields come from
     */
    public UnifiedCustomer {
        ids = Set.copyOf(ids);
        records = List.copyOf(records);
        origins = Map.copyOf(origins);
    }

    @Override
    public String toString() {
        return customer + " of " + records.size() + " records";
    }
}
