package org.modestcrm.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;

/** Customers who buy and leave by MBG/CNBD-k: rates are gamma, dropout probabilities beta distributed. Times in days. */
final class Simulation {
    private final Random random;
    private final int k;
    private final double[] parameters;
    private final int days;

    /** @param parameters r, alpha, a, b */
    Simulation(Random random, int k, double[] parameters, int days) {
        this.random = random;
        this.k = k;
        this.parameters = parameters;
        this.days = days;
    }

    /** The days of one customer's purchases after the first, each later than the one before, up to the end. */
    private double[] repeats(double observed) {
        double rate = gamma(parameters[0]) / parameters[1];
        double left = gamma(parameters[2]);
        double dropout = left / (left + gamma(parameters[3]));
        double[] times = new double[16];
        int count = 0;
        double time = 0;
        while (random.nextDouble() >= dropout) {
            for (int tick = 0; tick < k; tick++) {
                time -= Math.log(1 - random.nextDouble()) / rate;
            }
            if (!(time < observed) || count == 5000) {
                break;
            }
            times = count < times.length ? times : Arrays.copyOf(times, count * 2);
            times[count++] = time;
        }
        return Arrays.copyOf(times, count);
    }

    PurchaseCounts counts(int customers) {
        int[] repeats = new int[customers];
        int[] toLast = new int[customers];
        int[] observed = new int[customers];
        int[] gaps = new int[days + 2];
        for (int c = 0; c < customers; c++) {
            observed[c] = days / 2 + random.nextInt(days / 2);
            double[] times = repeats(observed[c]);
            repeats[c] = times.length;
            toLast[c] = times.length == 0 ? 0 : (int) Math.max(1, Math.round(times[times.length - 1]));
            for (int i = 0; i < times.length; i++) {
                gaps[(int) Math.max(1, Math.round(times[i] - (i == 0 ? 0 : times[i - 1])))]++;
            }
        }
        return PurchaseCounts.of(repeats, toLast, observed, gap -> gap < gaps.length ? gaps[gap] : 0);
    }

    PurchaseLog log(int customers) {
        PurchaseLogBuilder log = Logs.until("2026-01-01");
        LocalDate end = LocalDate.parse("2025-12-31");
        for (int c = 0; c < customers; c++) {
            int observed = random.nextInt(days);
            LocalDate first = end.minusDays(observed);
            CustomerId id = CustomerId.of("c" + c);
            double mean = 20 * gamma(4) / gamma(4);
            log.add(id, first, money(mean));
            for (double time : repeats(observed)) {
                log.add(id, first.plusDays((long) time), money(mean));
            }
        }
        return log.build();
    }

    private Money money(double mean) {
        long cents = 1 + Math.round(100 * mean * gamma(3) / 3);
        return Money.of(BigDecimal.valueOf(cents, 2), Logs.EUR);
    }

    /** Marsaglia and Tsang, ACM TOMS 26, 2000. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + x / Math.sqrt(9 * d);
            double cube = v * v * v;
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * cube + d * Math.log(cube)) {
                return d * cube;
            }
        }
    }
}
