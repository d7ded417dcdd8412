package org.modestcrm.value;

/** A running sum that keeps what rounding drops (A. Neumaier, ZAMM 54, 1974). */
final class CompensatedSum {
    private double sum;
    private double dropped;

    static CompensatedSum[] many(int count) {
        CompensatedSum[] sums = new CompensatedSum[count];
        for (int i = 0; i < count; i++) {
            sums[i] = new CompensatedSum();
        }
        return sums;
    }

    void add(double value) {
        double next = sum + value;
        dropped += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return sum + dropped;
    }
}
