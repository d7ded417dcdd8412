package org.modestcrm.value;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/** Fits the spend model; with S = xz spent on x days, one customer has the log-likelihood in {@link #at}. */
final class SpendFit implements Objective {
    static final int FEWEST = 30;

    private final SpendCounts counts;
    private final Chunks chunks;
    private final int maxDays;

    private SpendFit(SpendCounts counts, Chunks chunks) {
        this.counts = counts;
        this.chunks = chunks;
        this.maxDays = counts.size() == 0 ? 0 : counts.days(counts.size() - 1);
    }

    /**
     * The estimate.
     *
     * @throws ValueRefusedException when there are too few, no spread, no mean, or no maximum
     */
    static Estimate<SpendModel> fit(SpendCounts counts, Chunks chunks, List<double[]> warm) {
        if (counts.size() < FEWEST) {
            throw new ValueRefusedException(
                    Refusal.VALUE_TOO_FEW_SPENDERS,
                    "spend model: " + counts.size()
                            + " customers spent something after their first purchase (expected: " + FEWEST
                            + " or more)");
        }
        if (counts.isWithoutSpread()) {
            throw new ValueRefusedException(
                    Refusal.VALUE_SPEND_WITHOUT_SPREAD,
                    "spend model: every customer spends the same per order (expected: some spread)");
        }
        SpendFit objective = new SpendFit(counts, chunks);
        double logMean = Math.log(counts.mean());
        List<double[]> starts = new ArrayList<>(warm);
        starts.add(new double[] {1, 1, logMean});
        if (warm.isEmpty()) {
            starts.add(new double[] {0, 2, logMean + 1});
        }
        Bfgs.Top top = Maximum.climb(objective, objective, starts);
        if (!top.converged()) {
            throw new ValueRefusedException(
                    Refusal.VALUE_NOT_CONVERGED,
                    "spend model: no maximum found from " + starts.size() + " starts (expected: one)");
        }
        double[] at = top.point();
        SpendModel model = SpendModel.of(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]));
        return new Estimate<>(
                model, top.value() * counts.size(), SpendModel.NAMES, Maximum.of(objective, top, counts.size()));
    }

    @Override
    public double at(double[] logParameters, double[] gradient) {
        double p = Math.exp(logParameters[0]);
        double q = Math.exp(logParameters[1]);
        double gamma = Math.exp(logParameters[2]);
        double[] value = new double[maxDays + 1];
        double[] byP = new double[maxDays + 1];
        double[] byQ = new double[maxDays + 1];
        for (int x = 1; x <= maxDays; x++) {
            value[x] = LogGamma.value(p * x + q) - LogGamma.value(p * x) - LogGamma.value(q) + q * logParameters[2];
            double both = Digamma.value(p * x + q);
            byP[x] = x * (both - Digamma.value(p * x));
            byQ[x] = both - Digamma.value(q) + logParameters[2];
        }
        double[] sums = chunks.sum(counts.size(), 4, (from, to, into) -> {
            for (int i = from; i < to; i++) {
                int x = counts.days(i);
                double spent = counts.total(i);
                double logSpent = Math.log(spent);
                double logBoth = Math.log(gamma + spent);
                into[3].add(value[x] + p * x * logSpent - (logSpent - Math.log(x)) - (p * x + q) * logBoth);
                into[0].add(byP[x] + x * (logSpent - logBoth));
                into[1].add(byQ[x] - logBoth);
                into[2].add(q / gamma - (p * x + q) / (gamma + spent));
            }
        });
        gradient[0] = sums[0] * p / counts.size();
        gradient[1] = sums[1] * q / counts.size();
        gradient[2] = sums[2] * gamma / counts.size();
        return sums[3] / counts.size();
    }
}
