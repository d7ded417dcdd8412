package org.modestcrm.value;

/**
 * What a year of waiting takes off an amount: at 10 % a year, 1.10 in a year is worth 1.00 today.
 *
 * @param perYear as a fraction, 0.10 for 10 %; 0 to 10
 */
public record DiscountRate(double perYear) {
    /**
     * Checks the range.
     *
     * @param perYear as a fraction
     */
    public DiscountRate {
        if (!(perYear >= 0 && perYear <= 10)) {
            throw new IllegalArgumentException(
                    "discount per year: " + perYear + " (expected: 0 to 10, as a fraction: 0.10 for 10 %)");
        }
    }

    /**
     * A rate per year.
     *
     * @param fraction 0.10 for 10 %
     * @return the rate
     */
    public static DiscountRate perYear(double fraction) {
        return new DiscountRate(fraction);
    }

    /**
     * A rate per month, compounded: 1 % a month is 12.68 % a year.
     *
     * @param fraction 0.01 for 1 %
     * @return the rate
     */
    public static DiscountRate perMonth(double fraction) {
        return new DiscountRate(Math.pow(1 + fraction, 12) - 1);
    }

    /** What an amount at the end of so many months is worth today. */
    double factor(int months) {
        return Math.pow(1 + perYear, -months / 12.0);
    }
}
