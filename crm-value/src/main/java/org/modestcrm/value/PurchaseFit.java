package org.modestcrm.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Fits one purchase model to counts. */
final class PurchaseFit {
    private static final int COARSE_ROWS = 20_000;

    private final PurchaseCounts counts;
    private final Chunks chunks;

    PurchaseFit(PurchaseCounts counts, Chunks chunks) {
        this.counts = counts;
        this.chunks = chunks;
    }

    /** The estimate, or nothing when no start led to a maximum. */
    Optional<Estimate<PurchaseModel>> fit(ModelShape shape, List<double[]> warm) {
        return top(shape, warm).map(top -> estimate(shape, top));
    }

    /** Where the likelihood is largest, in logarithms of the parameters. */
    Optional<Bfgs.Top> top(ModelShape shape, List<double[]> warm) {
        PurchaseLikelihood likelihood = likelihood(shape);
        int every = (counts.rows() + COARSE_ROWS - 1) / COARSE_ROWS;
        PurchaseLikelihood coarse = every < 2 ? likelihood : likelihood.thinned(every);
        Bfgs.Top top = Maximum.climb(likelihood, coarse, starts(shape, warm));
        return top.converged() ? Optional.of(top) : Optional.empty();
    }

    double logLikelihood(ModelShape shape, Bfgs.Top top) {
        return likelihood(shape).total(top.point());
    }

    Estimate<PurchaseModel> estimate(ModelShape shape, Bfgs.Top top) {
        double[] parameters = Arrays.stream(top.point()).map(Math::exp).toArray();
        return new Estimate<>(
                new PurchaseModel(shape, parameters),
                logLikelihood(shape, top),
                shape.family().parameterNames(),
                Maximum.of(likelihood(shape), top, counts.customers()));
    }

    private PurchaseLikelihood likelihood(ModelShape shape) {
        return new PurchaseLikelihood(counts, shape, chunks);
    }

    /** Where to start, all as logarithms: what is known, and far apart points around the mean rate. */
    private List<double[]> starts(ModelShape shape, List<double[]> warm) {
        double rate = rate(shape);
        List<double[]> starts = new ArrayList<>();
        starts.addAll(warm);
        starts.add(new double[] {0, Math.log(shape.k() / rate), 0, 0});
        if (shape.family().leaves() && warm.isEmpty()) {
            starts.add(new double[] {-0.7, Math.log(0.5 * shape.k() / rate), -2, 0.5});
            starts.add(new double[] {0.7, Math.log(2 * shape.k() / rate), 0.7, 2});
        }
        int length = shape.family().parameterNames().size();
        return starts.stream().map(start -> Arrays.copyOf(start, length)).toList();
    }

    /** Purchases per unit of time of somebody who comes back. */
    private double rate(ModelShape shape) {
        double repeats = 0.5;
        double time = 1;
        for (int row = 0; row < counts.rows(); row++) {
            repeats += (double) counts.repeats(row) * counts.count(row);
            time += (double) counts.observed(row)
                    * counts.count(row)
                    / shape.unit().days();
        }
        return repeats / time;
    }
}
