package org.modestcrm.value;

import java.util.Arrays;

/** What repeating customers spent after their first purchase day: how many days, and how much together. Sorted. */
final class SpendCounts {
    private final int[] days;
    private final double[] total;
    private final int withoutSpend;
    private final int[] daysOf;
    private final double[] totalOf;

    private SpendCounts(PurchaseLog log, Revenue revenue) {
        daysOf = new int[log.size()];
        totalOf = new double[log.size()];
        int[] repeats = new int[log.size()];
        int kept = 0;
        int without = 0;
        for (int c = 0; c < log.size(); c++) {
            long sum = 0;
            for (int i = log.start(c) + 1; i < log.end(c); i++) {
                sum = Micros.plus(sum, log.amountOn(i, revenue));
            }
            int count = log.end(c) - log.start(c) - 1;
            without += count > 0 && sum <= 0 ? 1 : 0;
            if (count > 0 && sum > 0) {
                daysOf[c] = count;
                totalOf[c] = Micros.units(sum);
                repeats[kept++] = c;
            }
        }
        withoutSpend = without;
        int[] sorted = Arrays.stream(repeats, 0, kept)
                .boxed()
                .sorted((x, y) -> daysOf[x] != daysOf[y]
                        ? Integer.compare(daysOf[x], daysOf[y])
                        : Double.compare(totalOf[x], totalOf[y]))
                .mapToInt(Integer::intValue)
                .toArray();
        days = Arrays.stream(sorted).map(c -> daysOf[c]).toArray();
        total = Arrays.stream(sorted).mapToDouble(c -> totalOf[c]).toArray();
    }

    static SpendCounts of(PurchaseLog log, Revenue revenue) {
        return new SpendCounts(log, revenue);
    }

    int size() {
        return days.length;
    }

    int withoutSpend() {
        return withoutSpend;
    }

    int days(int i) {
        return days[i];
    }

    double total(int i) {
        return total[i];
    }

    /** Days that count for a customer, 0 where nothing was spent after the first day. */
    int daysOf(int customer) {
        return daysOf[customer];
    }

    double meanOf(int customer) {
        return daysOf[customer] == 0 ? 0 : totalOf[customer] / daysOf[customer];
    }

    boolean isWithoutSpread() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < days.length; i++) {
            least = Math.min(least, total[i] / days[i]);
            most = Math.max(most, total[i] / days[i]);
        }
        return most - least <= 1e-9 * most;
    }

    double mean() {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < days.length; i++) {
            sum.add(total[i] / days[i]);
        }
        return sum.value() / days.length;
    }

    /** The correlation of how often and how much. */
    double correlation() {
        CompensatedSum[] sums = CompensatedSum.many(3);
        double meanDays = Arrays.stream(days).average().orElse(0);
        double meanSpend = mean();
        for (int i = 0; i < days.length; i++) {
            double x = days[i] - meanDays;
            double z = total[i] / days[i] - meanSpend;
            sums[0].add(x * z);
            sums[1].add(x * x);
            sums[2].add(z * z);
        }
        double scale = Math.sqrt(sums[1].value() * sums[2].value());
        return scale == 0 ? 0 : sums[0].value() / scale;
    }
}
