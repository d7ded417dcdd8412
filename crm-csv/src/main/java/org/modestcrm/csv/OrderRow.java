package org.modestcrm.csv;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;

/**
 * A row that was understood.
 *
 * @param line where it starts
 * @param number the order it belongs to
 * @param kind which way goods and money go
 * @param product what, how many and at what price, as positive numbers
 * @param at when
 * @param customer who, null for an anonymous sale
 * @param address where the customer lives, null when the row does not tell
 */
record OrderRow(
        long line,
        OrderNumber number,
        Kind kind,
        OrderLine product,
        Instant at,
        @Nullable CustomerId customer,
        @Nullable PostalAddress address) {
    enum Kind {
        SALE,
        CANCELLATION,
        CORRECTION
    }
}
