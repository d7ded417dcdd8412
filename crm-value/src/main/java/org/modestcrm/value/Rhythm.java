package org.modestcrm.value;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Who comes back, and after how long. Days are purchase days: two orders of one day are one. Immutable, thread-safe. */
public final class Rhythm {
    private final int customers;
    private final int repeaters;
    private final int[] gaps;

    private Rhythm(PurchaseLog log) {
        customers = log.size();
        int back = 0;
        gaps = new int[log.purchaseDays() - log.size()];
        int count = 0;
        for (int c = 0; c < log.size(); c++) {
            back += log.end(c) - log.start(c) > 1 ? 1 : 0;
            for (int i = log.start(c) + 1; i < log.end(c); i++) {
                gaps[count++] = log.day(i) - log.day(i - 1);
            }
        }
        repeaters = back;
        Arrays.sort(gaps);
    }

    /**
     * Measures a log.
     *
     * @param log what customers bought
     * @return never null
     */
    public static Rhythm of(PurchaseLog log) {
        return new Rhythm(log);
    }

    /**
     * How many customers bought on two days or more.
     *
     * @return 0 or more
     */
    public int repeaters() {
        return repeaters;
    }

    /**
     * The share of customers who bought on two days or more.
     *
     * @return 0 to 1, empty when there are no customers
     */
    public OptionalDouble repeatRate() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) repeaters / customers);
    }

    /**
     * The time between two purchase days that a share of all such times does not exceed.
     *
     * @param percent 0 to 100; 50 asks for the median
     * @return days: the smallest time with at least that share at or below it; empty when nobody came back
     */
    public OptionalInt daysBetween(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent: " + percent + " (expected: 0 to 100)");
        }
        if (gaps.length == 0) {
            return OptionalInt.empty();
        }
        int place = (int) (((long) gaps.length * percent + 99) / 100);
        return OptionalInt.of(gaps[Math.max(0, place - 1)]);
    }

    /**
     * The mean time between two purchase days.
     *
     * @return days, empty when nobody came back
     */
    public OptionalDouble meanDaysBetween() {
        return Arrays.stream(gaps).average();
    }
}
