package org.modestcrm.value;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.modestcrm.prediction.ValueSnapshot;

/**
 * The models of a log, and how far they can be trusted.
 *
 * <pre>{@code
 * ValueFit fit = ValueFit.of(log);
 * fit.findings().forEach(System.out::println);
 * ValuePredictions predictions = ValuePredictions.of(fit, log, terms);
 * }</pre>
 *
 * <p>There is nothing to tune. How regularly customers buy is chosen by likelihood; where leaving cannot be told from
 * chance, the fit falls back to a model in which nobody leaves and says so, rather than calling everybody alive; where the
 * data cannot carry a model it has none, with the reason. The same log gives the same bits, whatever the number of threads.
 * Immutable, thread-safe.
 */
public final class ValueFit {
    private final Rung rung;
    private final @Nullable Estimate<PurchaseModel> purchases;
    private final @Nullable Estimate<SpendModel> spend;
    private final List<KProfile> profile;
    private final List<Finding> findings;
    private final @Nullable Refusal refusal;

    ValueFit(Ladder ladder) {
        this.rung = ladder.rung();
        this.purchases = ladder.purchases();
        this.spend = ladder.spend();
        this.profile = List.copyOf(ladder.profile());
        this.findings = List.copyOf(ladder.findings());
        this.refusal = ladder.refusal();
    }

    /**
     * Fits a log by what was bought, in weeks, in the calling thread.
     *
     * @param log what customers bought
     * @return never null; on {@link Rung#DESCRIPTIVE} when the data carry no model
     */
    public static ValueFit of(PurchaseLog log) {
        return new ValueFit(new Ladder(log, Revenue.GROSS, Chunks.inThisThread(), null));
    }

    /**
     * Fits a log with the help of other threads; the answer has the same bits.
     *
     * @param log what customers bought
     * @param revenue which amount the spend model learns from
     * @param executor lends threads; the calling one works too
     * @return never null
     */
    public static ValueFit of(PurchaseLog log, Revenue revenue, Executor executor) {
        return new ValueFit(new Ladder(log, revenue, new Chunks(executor), null));
    }

    /**
     * Fits a log from where an earlier fit ended: shorter, and with the same answer to the digits that matter.
     *
     * @param log what customers bought
     * @param revenue which amount the spend model learns from
     * @param earlier what was kept of the earlier fit
     * @return never null
     * @throws ValueRefusedException when the snapshot is of another model, unit or version
     */
    public static ValueFit warm(PurchaseLog log, Revenue revenue, ValueSnapshot earlier) {
        return new ValueFit(new Ladder(log, revenue, Chunks.inThisThread(), Snapshots.models(earlier)));
    }

    /**
     * Fits one family of purchase models, whatever the data say of it: to compare with published figures.
     *
     * @param log what customers bought
     * @param family the family
     * @param k how regularly customers buy, 1 in families without
     * @param unit of time of parameters and log-likelihood
     * @return the estimate
     * @throws ValueRefusedException when there are no customers, or no start leads to a maximum
     */
    public static Estimate<PurchaseModel> family(PurchaseLog log, ModelFamily family, int k, ModelUnit unit) {
        if (log.size() == 0) {
            throw Ladder.nobody(log);
        }
        return new PurchaseFit(PurchaseCounts.of(log), Chunks.inThisThread())
                .fit(new ModelShape(family, k, unit), List.of())
                .orElseThrow(() -> Ladder.notConverged(family, k));
    }

    /**
     * Fits the spend model alone: what repeat purchase days brought, the first day left out.
     *
     * @param log what customers bought
     * @param revenue which amount counts
     * @return the estimate
     * @throws ValueRefusedException when the data carry none
     */
    public static Estimate<SpendModel> spend(PurchaseLog log, Revenue revenue) {
        return SpendFit.fit(SpendCounts.of(log, revenue), Chunks.inThisThread(), List.of());
    }

    /**
     * How much this fit can say.
     *
     * @return never null
     */
    public Rung rung() {
        return rung;
    }

    /**
     * The purchase model.
     *
     * @return empty on {@link Rung#DESCRIPTIVE}
     */
    public Optional<Estimate<PurchaseModel>> purchases() {
        return Optional.ofNullable(purchases);
    }

    /**
     * The spend model.
     *
     * @return empty when the data carry none; a finding tells why
     */
    public Optional<Estimate<SpendModel>> spend() {
        return Optional.ofNullable(spend);
    }

    /**
     * What every k that was tried came to.
     *
     * @return by k; empty on {@link Rung#DESCRIPTIVE}
     */
    public List<KProfile> profile() {
        return profile;
    }

    /**
     * What to know before trusting it.
     *
     * @return the gravest first
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Whether something was found.
     *
     * @param code what
     * @return true when a finding has that code
     */
    public boolean has(Finding.Code code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }

    /**
     * Why there is no purchase model.
     *
     * @return empty when there is one
     */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * The purchase model for callers who cannot do without.
     *
     * @return never null
     * @throws ValueRefusedException with the reason, when there is none
     */
    public Estimate<PurchaseModel> purchasesOrThrow() {
        if (purchases == null) {
            throw new ValueRefusedException(
                    Objects.requireNonNull(refusal),
                    findings.stream()
                            .filter(finding -> finding.code() == Finding.Code.VALUE_PURCHASES_REFUSED)
                            .map(Finding::text)
                            .findFirst()
                            .orElse(rung.name()));
        }
        return purchases;
    }

    /**
     * What to keep of it.
     *
     * @param id the snapshot's id, named in explanations
     * @param log the log it was fitted to
     * @return never null
     * @throws ValueRefusedException when there is no purchase model to keep
     */
    public ValueSnapshot snapshot(String id, PurchaseLog log) {
        return Snapshots.of(id, log, purchasesOrThrow(), spend());
    }
}
