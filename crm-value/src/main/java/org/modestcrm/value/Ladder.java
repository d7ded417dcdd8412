package org.modestcrm.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the highest rung a log carries, and says why it is not higher. */
final class Ladder {
    private static final int FEWEST_CUSTOMERS = 100;
    private static final int FEWEST_REPEATERS = 30;
    private static final int LARGEST_K = 4;

    private final PurchaseLog log;
    private final PurchaseCounts counts;
    private final PurchaseFit fit;
    private final Snapshots.@Nullable Models warm;
    private final List<KProfile> profile = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Estimate<PurchaseModel> purchases;
    private @Nullable Estimate<SpendModel> spend;
    private @Nullable Refusal refusal;

    Ladder(PurchaseLog log, Revenue revenue, Chunks chunks, Snapshots.@Nullable Models warm) {
        this.log = log;
        this.counts = PurchaseCounts.of(log);
        this.fit = new PurchaseFit(counts, chunks);
        this.warm = warm;
        try {
            refuseTooLittle();
            climb();
        } catch (ValueRefusedException e) {
            refusal = e.refusal();
            findings.add(new Finding(Finding.Code.VALUE_PURCHASES_REFUSED, String.valueOf(e.getMessage())));
        }
        spend(revenue, chunks);
        findings.addAll(DataFindings.of(log));
        findings.sort(Comparator.comparing(Finding::code));
    }

    private void refuseTooLittle() {
        if (log.size() == 0) {
            throw nobody(log);
        }
        if (log.size() < FEWEST_CUSTOMERS) {
            throw new ValueRefusedException(
                    Refusal.VALUE_TOO_FEW_CUSTOMERS,
                    "purchase model: " + log.size() + " customers (expected: " + FEWEST_CUSTOMERS + " or more)");
        }
        Rhythm rhythm = Rhythm.of(log);
        if (rhythm.repeaters() < FEWEST_REPEATERS) {
            throw new ValueRefusedException(
                    Refusal.VALUE_TOO_FEW_REPEATERS,
                    "purchase model: " + rhythm.repeaters() + " customers bought on two days (expected: "
                            + FEWEST_REPEATERS + " or more)");
        }
        int usual = rhythm.daysBetween(50).orElse(0);
        if (counts.maxDays() < 2 * usual) {
            throw new ValueRefusedException(
                    Refusal.VALUE_OBSERVATION_TOO_SHORT,
                    "purchase model: orders of " + counts.maxDays() + " days with " + usual
                            + " days between two purchases (expected: at least twice as many)");
        }
    }

    static ValueRefusedException nobody(PurchaseLog log) {
        long later = log.report().afterAsOf();
        return later > 0
                ? new ValueRefusedException(
                        Refusal.VALUE_NOTHING_BEFORE_AS_OF,
                        "purchase model: all " + later + " orders lie at or after " + log.asOf()
                                + " (expected: some before)")
                : new ValueRefusedException(
                        Refusal.VALUE_NO_CUSTOMERS, "purchase model: no customers in the log (expected: 100 or more)");
    }

    static ValueRefusedException notConverged(ModelFamily family, int k) {
        return new ValueRefusedException(
                Refusal.VALUE_NOT_CONVERGED,
                "purchase model: no maximum found for " + family + " with k = " + k + " (expected: one)");
    }

    private void climb() {
        List<Bfgs.Top> leaving = new ArrayList<>();
        List<Bfgs.Top> staying = new ArrayList<>();
        for (int k = 1; k <= LARGEST_K; k++) {
            staying.add(top(leavingNot(k), List.of()));
            leaving.add(top(leaving(k), warm(k, leaving)));
            profile.add(new KProfile(
                    k,
                    fit.logLikelihood(leaving(k), leaving.get(k - 1)),
                    fit.logLikelihood(leavingNot(k), staying.get(k - 1))));
            if (k > 1 && profile.get(k - 1).leaving() < profile.get(k - 2).leaving()) {
                break;
            }
        }
        KProfile best = profile.stream()
                .max(Comparator.comparingDouble(KProfile::leaving))
                .orElseThrow();
        int at = best.k() - 1;
        purchases = best.isDropoutIdentified()
                ? fit.estimate(leaving(best.k()), leaving.get(at))
                : fit.estimate(leavingNot(best.k()), staying.get(at));
        tell(best);
        tell(purchases);
    }

    /** Where others ended that may lie near, as logarithms: an earlier fit of that k, and the fit of the k before. */
    private List<double[]> warm(int k, List<Bfgs.Top> lower) {
        List<double[]> near = new ArrayList<>();
        if (warm != null
                && warm.purchases().k() == k
                && warm.purchases().family().leaves()) {
            near.add(Arrays.stream(warm.purchases().values()).map(Math::log).toArray());
        }
        if (k > 1) {
            near.add(lower.get(k - 2).point());
        }
        return near;
    }

    private static ModelShape leaving(int k) {
        return new ModelShape(k == 1 ? ModelFamily.MBG_NBD : ModelFamily.MBG_CNBD_K, k, ModelUnit.WEEK);
    }

    private static ModelShape leavingNot(int k) {
        return new ModelShape(ModelFamily.NBD, k, ModelUnit.WEEK);
    }

    private Bfgs.Top top(ModelShape shape, List<double[]> starts) {
        return fit.top(shape, starts).orElseThrow(() -> notConverged(shape.family(), shape.k()));
    }

    private void tell(KProfile best) {
        for (KProfile of : profile) {
            if (!of.isDropoutIdentified() && (of.k() == 1 || of.k() == best.k())) {
                add(
                        Finding.Code.VALUE_DROPOUT_NOT_IDENTIFIED,
                        "with k = %d leaving gains a likelihood ratio of %.2f (expected: %.2f or more): who has left"
                                + " cannot be told from chance%s",
                        of.k(),
                        of.likelihoodRatio(),
                        KProfile.BOUND,
                        of.k() == best.k() ? "" : "; k = " + best.k() + " can");
            }
        }
        if (best.k() > 1) {
            add(
                    Finding.Code.VALUE_REGULAR_BUYING,
                    "customers buy regularly: k = %d has a log-likelihood %.1f above that of k = 1",
                    best.k(),
                    best.leaving() - profile.get(0).leaving());
        }
        if (best.k() == LARGEST_K) {
            add(
                    Finding.Code.VALUE_K_AT_LIMIT,
                    "k = %d is the largest tried: customers may buy more regularly still",
                    LARGEST_K);
        }
    }

    private void tell(Estimate<PurchaseModel> estimate) {
        if (estimate.standardErrors().isEmpty()) {
            add(
                    Finding.Code.VALUE_RIDGE,
                    "the likelihood of the purchase model has a ridge: its parameters have no standard errors");
        } else if (estimate.condition().orElse(0) > 1e4) {
            add(
                    Finding.Code.VALUE_ILL_CONDITIONED,
                    "the parameters of the purchase model are poorly determined: condition number %.0f (expected:"
                            + " 10000 or less)",
                    estimate.condition().orElse(0));
        }
    }

    private void spend(Revenue revenue, Chunks chunks) {
        SpendCounts spent = SpendCounts.of(log, revenue);
        try {
            List<double[]> starts = Optional.ofNullable(warm)
                    .map(Snapshots.Models::spend)
                    .map(model -> model.parameters().values().stream()
                            .mapToDouble(Math::log)
                            .toArray())
                    .stream()
                    .toList();
            spend = SpendFit.fit(spent, chunks, starts);
            double correlation = spent.correlation();
            if (Math.abs(correlation) > 0.3) {
                add(
                        Finding.Code.VALUE_SPEND_FREQUENCY_CORRELATED,
                        "the spend per order and the number of orders have a correlation of %.2f (expected: -0.30 to"
                                + " 0.30): expected spend is biased",
                        correlation);
            }
        } catch (ValueRefusedException e) {
            findings.add(new Finding(Finding.Code.VALUE_SPEND_REFUSED, e.refusal() + ": " + e.getMessage()));
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is the checker's own, and we ship none of it
    private void add(Finding.Code code, String text, Object... arguments) {
        findings.add(new Finding(code, String.format(Locale.ROOT, text, arguments)));
    }

    Rung rung() {
        if (purchases == null) {
            return Rung.DESCRIPTIVE;
        }
        if (purchases.model().family() == ModelFamily.NBD) {
            return Rung.BUYING;
        }
        return purchases.model().k() == 1 ? Rung.BUYING_AND_LEAVING : Rung.REGULAR_BUYING_AND_LEAVING;
    }

    @Nullable Estimate<PurchaseModel> purchases() {
        return purchases;
    }

    @Nullable Estimate<SpendModel> spend() {
        return spend;
    }

    List<KProfile> profile() {
        return profile;
    }

    List<Finding> findings() {
        return findings;
    }

    @Nullable Refusal refusal() {
        return refusal;
    }
}
