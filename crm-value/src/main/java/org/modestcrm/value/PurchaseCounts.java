package org.modestcrm.value;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * All a purchase model needs of a log: how many customers have so many repeat days, the last so many days after the first,
 * watched for so many days; and how many gaps between purchases have so many days. Rows are sorted, so that their order
 * does not depend on that of the log.
 */
final class PurchaseCounts {
    private static final int BITS = 21;
    private static final long MASK = (1L << BITS) - 1;

    private final int customers;
    private final long[] key;
    private final int[] count;
    private final int[] rowOf;
    private final int maxRepeats;
    private final int maxDays;
    private final long repeats;
    private final double logGaps;
    private final long repeaters;

    private PurchaseCounts(long[] keys, double logGaps) {
        customers = keys.length;
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        long[] distinct = new long[sorted.length];
        int[] counts = new int[sorted.length];
        int rows = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[rows++] = sorted[i];
            }
            counts[rows - 1]++;
        }
        key = Arrays.copyOf(distinct, rows);
        count = Arrays.copyOf(counts, rows);
        rowOf = new int[keys.length];
        Arrays.setAll(rowOf, i -> Arrays.binarySearch(key, keys[i]));
        int mostRepeats = 0;
        int mostDays = 0;
        long sum = 0;
        long back = 0;
        for (int row = 0; row < rows; row++) {
            mostRepeats = Math.max(mostRepeats, repeats(row));
            mostDays = Math.max(mostDays, observed(row));
            sum += (long) repeats(row) * count[row];
            back += repeats(row) > 0 ? count[row] : 0;
        }
        maxRepeats = mostRepeats;
        maxDays = mostDays;
        repeats = sum;
        repeaters = back;
        this.logGaps = logGaps;
    }

    static PurchaseCounts of(PurchaseLog log) {
        int last = log.lastEpochDay();
        long[] keys = new long[log.size()];
        int[] gaps = new int[1024];
        for (int c = 0; c < keys.length; c++) {
            int first = log.firstDay(c);
            keys[c] = key(log.end(c) - log.start(c) - 1, log.lastDay(c) - first, last - first);
            for (int i = log.start(c) + 1; i < log.end(c); i++) {
                int gap = log.day(i) - log.day(i - 1);
                gaps = gap < gaps.length ? gaps : Arrays.copyOf(gaps, gap * 2);
                gaps[gap]++;
            }
        }
        return new PurchaseCounts(keys, logGaps(gaps));
    }

    /** Customers given by their numbers, for simulations; {@code gapsOf} counts the gaps of so many days. */
    static PurchaseCounts of(int[] repeats, int[] toLast, int[] observed, IntUnaryOperator gapsOf) {
        long[] keys = new long[repeats.length];
        Arrays.setAll(keys, i -> key(repeats[i], toLast[i], observed[i]));
        int longest = Arrays.stream(observed).max().orElse(0);
        int[] gaps = new int[longest + 2];
        Arrays.setAll(gaps, gapsOf);
        return new PurchaseCounts(keys, logGaps(gaps));
    }

    private static long key(int repeats, int toLast, int observed) {
        return ((long) repeats << 2 * BITS) | ((long) toLast << BITS) | observed;
    }

    /** The sum of the logarithms of all gaps in days. */
    private static double logGaps(int[] gaps) {
        CompensatedSum sum = new CompensatedSum();
        for (int days = 2; days < gaps.length; days++) {
            sum.add(gaps[days] * Math.log(days));
        }
        return sum.value();
    }

    int customers() {
        return customers;
    }

    int rows() {
        return key.length;
    }

    int repeats(int row) {
        return (int) (key[row] >>> 2 * BITS);
    }

    int toLast(int row) {
        return (int) (key[row] >>> BITS & MASK);
    }

    int observed(int row) {
        return (int) (key[row] & MASK);
    }

    int count(int row) {
        return count[row];
    }

    int rowOf(int customer) {
        return rowOf[customer];
    }

    int maxRepeats() {
        return maxRepeats;
    }

    int maxDays() {
        return maxDays;
    }

    long repeats() {
        return repeats;
    }

    long repeaters() {
        return repeaters;
    }

    double logGaps() {
        return logGaps;
    }
}
