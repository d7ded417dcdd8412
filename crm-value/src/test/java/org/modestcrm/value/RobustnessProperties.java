package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fits of simulated data: they converge, and their intervals hold the truth. */
class RobustnessProperties {
    private static final boolean LONG = Boolean.getBoolean("modestcrm.long");
    private static final int SETS = LONG ? 1000 : 10;
    private static final int RECOVERIES = LONG ? 200 : 2;

    private static double spread(Random random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    @Test
    void fits_of_a_wide_range_converge() {
        Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
        for (int seed = 1; seed <= SETS; seed++) {
            Random random = new Random(seed);
            double r = spread(random, 0.2, 5);
            double[] parameters = {r, r * spread(random, 7, 100), spread(random, 0.1, 3), spread(random, 0.3, 10)};
            int days = (int) spread(random, 200, 1500);
            Simulation simulation = new Simulation(random, 1 + random.nextInt(4), parameters, days);

            ValueFit fit = ValueFit.of(simulation.log((int) spread(random, 300, 3000)));

            fit.refusal().ifPresent(refusal -> refused.merge(refusal, 1, Integer::sum));
            fit.purchases()
                    .ifPresent(estimate -> assertThat(estimate.logLikelihood()).isFinite());
        }

        assertThat(refused.values().stream().mapToInt(Integer::intValue).sum())
                .as("of %s sets refused: %s", SETS, refused)
                .isLessThanOrEqualTo(SETS / 200);
    }

    @Test
    void intervals_hold_the_truth() {
        double[] truth = {0.8, 60, 0.9, 2.2};
        int held = 0;
        for (int seed = 1; seed <= RECOVERIES; seed++) {
            PurchaseCounts counts = new Simulation(new Random(seed), 1, truth, 1500).counts(10_000);
            Estimate<PurchaseModel> estimate = new PurchaseFit(counts, Chunks.inThisThread())
                    .fit(new ModelShape(ModelFamily.MBG_NBD, 1, ModelUnit.DAY), List.of())
                    .orElseThrow();
            held += held(estimate, truth);
        }

        double share = held / (4.0 * RECOVERIES);
        assertThat(share)
                .as("share of 95 %% intervals of %s fits", RECOVERIES)
                .isBetween(LONG ? 0.92 : 0.5, LONG ? 0.98 : 1);
    }

    /** How many of the four parameters lie in their intervals, which are symmetric for the logarithms. */
    private static int held(Estimate<PurchaseModel> estimate, double[] truth) {
        int held = 0;
        List<String> names = List.of("r", "alpha", "a", "b");
        for (int i = 0; i < truth.length; i++) {
            double value = estimate.model().parameters().get(names.get(i));
            double error = estimate.standardErrors().get(names.get(i)) / value;
            held += Math.abs(Math.log(value / truth[i])) <= 1.959964 * error ? 1 : 0;
        }
        return held;
    }

    @Test
    void regular_buyers_are_recognised() {
        PurchaseCounts counts = new Simulation(new Random(7), 3, new double[] {1.2, 25, 0.5, 3}, 1500).counts(3000);
        PurchaseFit fit = new PurchaseFit(counts, Chunks.inThisThread());

        List<Double> likelihoods = IntStream.rangeClosed(2, 4)
                .mapToObj(k -> fit.fit(new ModelShape(ModelFamily.MBG_CNBD_K, k, ModelUnit.WEEK), List.of())
                        .orElseThrow()
                        .logLikelihood())
                .toList();

        assertThat(likelihoods.get(1)).isGreaterThan(likelihoods.get(0)).isGreaterThan(likelihoods.get(2));
    }

    /** A fit is a maximum: every parameter moved by a tenth of a standard error is less likely. */
    @Test
    void a_fit_is_a_maximum() {
        PurchaseCounts counts = new Simulation(new Random(3), 2, new double[] {0.9, 40, 0.4, 2}, 900).counts(2000);
        ModelShape shape = new ModelShape(ModelFamily.MBG_CNBD_K, 2, ModelUnit.WEEK);
        Bfgs.Top top = new PurchaseFit(counts, Chunks.inThisThread())
                .top(shape, List.of())
                .orElseThrow();
        PurchaseLikelihood likelihood = new PurchaseLikelihood(counts, shape, Chunks.inThisThread());

        for (int i = 0; i < 8; i++) {
            double[] moved = top.point().clone();
            moved[i / 2] += i % 2 == 0 ? 0.01 : -0.01;
            assertThat(likelihood.total(moved)).isLessThan(likelihood.total(top.point()));
        }
    }

    @Test
    void the_gradient_is_that_of_the_likelihood() {
        PurchaseCounts counts = new Simulation(new Random(5), 3, new double[] {0.9, 20, 0.4, 2}, 900).counts(500);
        for (int k = 1; k <= 4; k++) {
            PurchaseLikelihood likelihood = new PurchaseLikelihood(
                    counts, new ModelShape(ModelFamily.MBG_CNBD_K, k, ModelUnit.WEEK), Chunks.inThisThread());
            double[] point = {-0.3, 1.1, -0.7, 0.6};
            double[] gradient = new double[4];
            likelihood.at(point, gradient);
            for (int i = 0; i < 4; i++) {
                double[] up = point.clone();
                double[] down = point.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double slope = (likelihood.at(up, new double[4]) - likelihood.at(down, new double[4])) / 2e-5;
                assertThat(gradient[i]).as("k %s, parameter %s", k, i).isCloseTo(slope, within(1e-7));
            }
        }
    }
}
