package org.modestcrm.value;

import org.modestcrm.customer.CustomerId;

/**
 * How one customer stands among all.
 *
 * @param customer who
 * @param recency 1 (last bought long ago) to 5
 * @param frequency 1 (few orders) to 5
 * @param monetary 1 (spent little) to 5
 */
public record RfmScore(CustomerId customer, int recency, int frequency, int monetary) {
    /**
     * The name of that standing.
     *
     * @return never null
     */
    public RfmGroup group() {
        return RfmGroup.of(recency, frequency, monetary);
    }

    /**
     * The three scores as the usual three digits.
     *
     * @return such as {@code 545}
     */
    public String digits() {
        return "" + recency + frequency + monetary;
    }
}
