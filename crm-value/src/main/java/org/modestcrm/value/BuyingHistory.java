package org.modestcrm.value;

import java.time.Duration;

/**
 * What a purchase model needs to know of one customer.
 *
 * @param repeats purchase days after the first, 0 or more
 * @param toLast from the first purchase to the last; zero when there is only one
 * @param observed from the first purchase to the end of what was seen
 */
public record BuyingHistory(int repeats, Duration toLast, Duration observed) {
    /**
     * Checks that the times fit each other.
     *
     * @param repeats repeat purchases
     * @param toLast first to last purchase
     * @param observed first purchase to the end
     */
    public BuyingHistory {
        if (repeats < 0) {
            throw new IllegalArgumentException("repeats: " + repeats + " (expected: 0 or more)");
        }
        if (repeats == 0 != toLast.isZero() || toLast.isNegative()) {
            throw new IllegalArgumentException("toLast: " + toLast + " with " + repeats
                    + " repeats (expected: zero without repeats, more than zero with)");
        }
        if (observed.compareTo(toLast) < 0) {
            throw new IllegalArgumentException(
                    "observed: " + observed + " (expected: at least " + toLast + ", the time to the last purchase)");
        }
    }
}
