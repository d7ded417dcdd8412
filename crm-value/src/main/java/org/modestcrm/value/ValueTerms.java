package org.modestcrm.value;

import java.time.Duration;

/**
 * What lifetime value means to a shop: how far it looks, what waiting costs, what of an order it keeps.
 *
 * @param months the horizon, 1 to 600; a month has 30.4375 days
 * @param discount what waiting costs; orders of a month count at its end
 * @param margin what of an order's amount is earned, as a fraction above 0 to 1
 */
public record ValueTerms(int months, DiscountRate discount, double margin) {
    private static final long MONTH_SECONDS = 2_629_800;

    /**
     * Checks the ranges.
     *
     * @param months horizon
     * @param discount rate
     * @param margin fraction
     */
    public ValueTerms {
        if (months < 1 || months > 600) {
            throw new IllegalArgumentException("months: " + months + " (expected: 1 to 600)");
        }
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException(
                    "margin: " + margin + " (expected: a fraction above 0 to 1: 0.35 for 35 %)");
        }
    }

    /**
     * Terms under which the whole amount counts.
     *
     * @param months the horizon
     * @param discount what waiting costs
     * @return a margin of 1
     */
    public static ValueTerms of(int months, DiscountRate discount) {
        return new ValueTerms(months, discount, 1);
    }

    /**
     * The horizon as a time.
     *
     * @return months of 30.4375 days
     */
    public Duration horizon() {
        return Duration.ofSeconds(months * MONTH_SECONDS);
    }

    static double daysOf(int months) {
        return months * (MONTH_SECONDS / 86_400.0);
    }
}
