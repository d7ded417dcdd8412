package org.modestcrm.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the model would have predicted: fitted to the orders before a day, compared with those since. Counts are of purchase
 * days of the customers known before that day. Immutable, thread-safe.
 */
public final class BackTest {
    private final LocalDate split;
    private final PurchaseLog log;
    private final PurchaseLog before;
    private final ValueFit fit;
    private final double[] expected;
    private final double[] naive;
    private final int[] actual;

    private BackTest(PurchaseLog log, LocalDate split) {
        this.split = split;
        this.log = log;
        this.before = log.before(split);
        this.fit = ValueFit.of(before);
        PurchaseModel model = fit.purchasesOrThrow().model();
        PurchaseCounts counts = PurchaseCounts.of(before);
        double days = log.lastEpochDay() - split.toEpochDay() + 1;
        double[] byRow = IntStream.range(0, counts.rows())
                .mapToDouble(row ->
                        model.future(counts, row).expected(days / model.unit().days()))
                .toArray();
        expected = new double[before.size()];
        naive = new double[before.size()];
        actual = new int[before.size()];
        for (int c = 0; c < expected.length; c++) {
            int row = counts.rowOf(c);
            expected[c] = byRow[row];
            naive[c] = counts.observed(row) == 0 ? 0 : days * counts.repeats(row) / counts.observed(row);
            int now = log.indexOf(before.id(c));
            actual[c] = log.end(now) - log.start(now) - 1 - counts.repeats(row);
        }
    }

    /**
     * Tests with the last third of the time held back.
     *
     * @param log what customers bought
     * @return never null
     * @throws ValueRefusedException when the first two thirds carry no purchase model
     */
    public static BackTest of(PurchaseLog log) {
        if (log.size() == 0) {
            throw Ladder.nobody(log);
        }
        int first = IntStream.range(0, log.size()).map(log::firstDay).min().orElseThrow();
        return of(log, LocalDate.ofEpochDay(first + 2 * (log.lastEpochDay() + 1L - first) / 3));
    }

    /**
     * Tests with everything from a day on held back.
     *
     * @param log what customers bought
     * @param split the first day the model does not know
     * @return never null
     * @throws ValueRefusedException when the days before carry no purchase model
     */
    public static BackTest of(PurchaseLog log, LocalDate split) {
        if (split.isAfter(log.lastDay())) {
            throw new IllegalArgumentException(
                    "split: " + split + " (expected: at most " + log.lastDay() + ", the last day of the log)");
        }
        return new BackTest(log, split);
    }

    /**
     * The first day the model did not know.
     *
     * @return never null
     */
    public LocalDate split() {
        return split;
    }

    /**
     * The fit to the days before.
     *
     * @return with a purchase model
     */
    public ValueFit fit() {
        return fit;
    }

    /**
     * How many customers were known before the split.
     *
     * @return 100 or more
     */
    public int customers() {
        return actual.length;
    }

    /**
     * How often they bought since.
     *
     * @return 0 or more
     */
    public long actual() {
        return IntStream.of(actual).asLongStream().sum();
    }

    /**
     * How often the model expected them to buy.
     *
     * @return 0 or more
     */
    public double expected() {
        CompensatedSum sum = new CompensatedSum();
        for (double one : expected) {
            sum.add(one);
        }
        return sum.value();
    }

    /**
     * How far the sum was off.
     *
     * @return -0.10 for 10 % too few; NaN when nobody bought
     */
    public double bias() {
        return expected() / actual() - 1;
    }

    /**
     * How far one customer was off on average.
     *
     * @return orders per customer
     */
    public double meanAbsoluteError() {
        CompensatedSum sum = new CompensatedSum();
        for (int c = 0; c < actual.length; c++) {
            sum.add(Math.abs(expected[c] - actual[c]));
        }
        return sum.value() / actual.length;
    }

    /**
     * The same, large errors weighing more.
     *
     * @return orders per customer
     */
    public double rootMeanSquareError() {
        return rootMeanSquare(expected);
    }

    /**
     * The same of the plainest guess: everybody goes on at the rate so far.
     *
     * @return orders per customer
     */
    public double rootMeanSquareErrorOfRate() {
        return rootMeanSquare(naive);
    }

    private double rootMeanSquare(double[] guess) {
        CompensatedSum sum = new CompensatedSum();
        for (int c = 0; c < actual.length; c++) {
            sum.add((guess[c] - actual[c]) * (guess[c] - actual[c]));
        }
        return Math.sqrt(sum.value() / actual.length);
    }

    /**
     * Repeat orders week by week, as they were and as the model would have had them from each customer's first purchase on.
     *
     * @return from the first week to the last whole one
     */
    public List<TrackingPoint> tracking() {
        int first =
                IntStream.range(0, before.size()).map(before::firstDay).min().orElseThrow();
        int days = log.lastEpochDay() - first + 1;
        int[] starts = new int[days];
        int[] repeats = new int[days];
        for (int c = 0; c < before.size(); c++) {
            starts[before.firstDay(c) - first]++;
            int now = log.indexOf(before.id(c));
            for (int i = log.start(now) + 1; i < log.end(now); i++) {
                repeats[log.day(i) - first]++;
            }
        }
        PurchaseModel model = fit.purchasesOrThrow().model();
        FutureOrders fresh = model.future(0, 0, 0);
        double[] byAge = IntStream.range(0, days)
                .mapToDouble(age -> fresh.expected((double) age / model.unit().days()))
                .toArray();
        List<TrackingPoint> points = new ArrayList<>();
        int sum = 0;
        for (int day = 0; day < days; day++) {
            sum += repeats[day];
            if (day % 7 == 6) {
                points.add(new TrackingPoint(LocalDate.ofEpochDay((long) first + day), sum, upTo(day, starts, byAge)));
            }
        }
        return List.copyOf(points);
    }

    private static double upTo(int day, int[] starts, double[] byAge) {
        double sum = 0;
        for (int start = 0; start <= day; start++) {
            sum += starts[start] * byAge[day - start];
        }
        return sum;
    }
}
