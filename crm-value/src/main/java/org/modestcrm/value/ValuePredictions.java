package org.modestcrm.value;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.prediction.PredictedFact;
import org.modestcrm.prediction.Predictions;
import org.modestcrm.prediction.ValueSnapshot;

/**
 * Predictions for all customers of a log, by one snapshot: what segmentation rules and task priorities ask.
 *
 * <pre>{@code
 * ValueSnapshot snapshot = ValueFit.of(log).snapshot("value-2026-03", log);
 * ValuePredictions predictions = ValuePredictions.of(snapshot, log, ValueTerms.of(12, DiscountRate.perYear(0.10)));
 * }</pre>
 *
 * <p>Customers of equal history share one computation. Immutable, thread-safe.
 */
public final class ValuePredictions implements Predictions {
    private final String snapshotId;
    private final PurchaseLog log;
    private final Rfm rfm;
    private final PurchaseCounts counts;
    private final double[] alive;
    private final double[] orders;
    private final double[] spend;
    private final double[] value;
    private final int[] byValue;
    private final int[] rank;

    private ValuePredictions(String id, PurchaseLog log, Snapshots.Models models, Scope scope) {
        this.snapshotId = id;
        this.log = log;
        this.rfm = Rfm.of(log, scope.revenue());
        this.counts = PurchaseCounts.of(log);
        this.alive = new double[counts.rows()];
        this.orders = new double[counts.rows()];
        double[] discounted = new double[counts.rows()];
        scope.chunks().forEach(counts.rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                predict(models.purchases(), row, scope.terms(), discounted);
            }
        });
        this.spend = new double[models.spend() == null ? 0 : log.size()];
        this.value = new double[spend.length];
        if (models.spend() != null) {
            SpendCounts spent = SpendCounts.of(log, scope.revenue());
            for (int c = 0; c < spend.length; c++) {
                spend[c] = models.spend().expectedSpend(spent.daysOf(c), spent.meanOf(c));
                value[c] =
                        discounted[counts.rowOf(c)] * spend[c] * scope.terms().margin();
            }
        }
        this.byValue = IntStream.range(0, value.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -value[c]).thenComparing(c -> c))
                .mapToInt(Integer::intValue)
                .toArray();
        this.rank = new int[value.length];
        for (int place = 0; place < byValue.length; place++) {
            rank[byValue[place]] = place + 1;
        }
    }

    private record Scope(ValueTerms terms, Revenue revenue, Chunks chunks) {}

    /**
     * Predicts by a snapshot, for a log that may be newer than it.
     *
     * @param snapshot what was kept of a fit
     * @param log what customers bought
     * @param terms what lifetime value means
     * @return never null
     * @throws ValueRefusedException when the snapshot is of another model, unit or version
     */
    public static ValuePredictions of(ValueSnapshot snapshot, PurchaseLog log, ValueTerms terms) {
        Scope scope = new Scope(terms, Revenue.GROSS, Chunks.inThisThread());
        return new ValuePredictions(snapshot.id(), log, Snapshots.models(snapshot), scope);
    }

    /**
     * Predicts by a fit that is not kept.
     *
     * @param fit with a purchase model
     * @param log the log it was fitted to
     * @param terms what lifetime value means
     * @return never null; its snapshot id names the day and the data
     * @throws ValueRefusedException when the fit has no purchase model
     */
    public static ValuePredictions of(ValueFit fit, PurchaseLog log, ValueTerms terms) {
        String id = "value-" + log.lastDay() + "-" + log.fingerprint().substring(0, 8);
        return of(fit.snapshot(id, log), log, terms);
    }

    private void predict(PurchaseModel model, int row, ValueTerms terms, double[] discounted) {
        FutureOrders future = model.future(counts, row);
        alive[row] = model.family().leaves() ? future.alive() : Double.NaN;
        double before = 0;
        double sum = 0;
        for (int month = 1; month <= terms.months(); month++) {
            double until =
                    future.expected(ValueTerms.daysOf(month) / model.unit().days());
            sum += (until - before) * terms.discount().factor(month);
            before = until;
        }
        orders[row] = before;
        discounted[row] = sum;
    }

    /**
     * What is predicted of one customer.
     *
     * @param customer who
     * @return empty when the log does not know the customer
     */
    public Optional<CustomerPrediction> of(CustomerId customer) {
        int index = log.indexOf(customer);
        return index < 0 ? Optional.empty() : Optional.of(prediction(index));
    }

    /**
     * All customers.
     *
     * @return by customer id
     */
    public Stream<CustomerPrediction> all() {
        return IntStream.range(0, log.size()).mapToObj(this::prediction);
    }

    /**
     * The customers worth most.
     *
     * @param count at most so many
     * @return by lifetime value, the greatest first; empty without a spend model
     */
    public List<CustomerPrediction> best(int count) {
        return Arrays.stream(byValue).limit(count).mapToObj(this::prediction).toList();
    }

    /**
     * The value of the whole base: the lifetime values of all customers together.
     *
     * @return empty without a spend model
     */
    public Optional<Money> customerEquity() {
        return value.length == 0 ? Optional.empty() : Optional.of(Micros.estimate(equity(), log.currency()));
    }

    double equity() {
        CompensatedSum sum = new CompensatedSum();
        for (double one : value) {
            sum.add(one);
        }
        return sum.value();
    }

    private CustomerPrediction prediction(int index) {
        boolean spends = value.length > 0;
        double[] numbers = {alive[counts.rowOf(index)], orders[counts.rowOf(index)]};
        return new CustomerPrediction(
                log.id(index),
                numbers,
                spends ? Micros.estimate(spend[index], log.currency()) : null,
                spends ? Micros.estimate(value[index], log.currency()) : null,
                spends ? rank[index] : 0);
    }

    double value(int index) {
        return value.length == 0 ? Double.NaN : value[index];
    }

    double alive(int index) {
        return alive[counts.rowOf(index)];
    }

    double orders(int index) {
        return orders[counts.rowOf(index)];
    }

    PurchaseLog log() {
        return log;
    }

    Rfm rfm() {
        return rfm;
    }

    /**
     * Priorities for tasks: 3 for the best hundredth by lifetime value, 2 for the best twentieth, 1 for the best fifth, 0 for
     * all others and for customers without orders.
     *
     * @return for {@link org.modestcrm.task.TaskRouting}
     */
    public ToIntFunction<CustomerId> taskPriority() {
        return customer -> {
            int index = log.indexOf(customer);
            if (index < 0 || value.length == 0) {
                return 0;
            }
            double share = (double) (rank[index] - 1) / rank.length;
            return (share < 0.01 ? 1 : 0) + (share < 0.05 ? 1 : 0) + (share < 0.20 ? 1 : 0);
        };
    }

    @Override
    public String snapshotId() {
        return snapshotId;
    }

    @Override
    public Instant asOf() {
        return log.asOf();
    }

    @Override
    public OptionalDouble number(CustomerId customer, PredictedFact fact) {
        int index = log.indexOf(customer);
        double number = index < 0 ? Double.NaN : number(index, fact);
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private double number(int index, PredictedFact fact) {
        if (fact.equals(PredictedFact.RECENCY_SCORE)) {
            return rfm.score(index).recency();
        }
        if (fact.equals(PredictedFact.FREQUENCY_SCORE)) {
            return rfm.score(index).frequency();
        }
        if (fact.equals(PredictedFact.MONETARY_SCORE)) {
            return rfm.score(index).monetary();
        }
        if (fact.equals(PredictedFact.ALIVE)) {
            return alive(index);
        }
        if (fact.equals(PredictedFact.EXPECTED_ORDERS)) {
            return orders(index);
        }
        return fact.equals(PredictedFact.VALUE_RANK) && rank.length > 0 ? rank[index] : Double.NaN;
    }

    @Override
    public Optional<Money> money(CustomerId customer, PredictedFact fact) {
        Optional<CustomerPrediction> prediction = of(customer);
        if (fact.equals(PredictedFact.EXPECTED_SPEND)) {
            return prediction.flatMap(CustomerPrediction::expectedSpend);
        }
        return fact.equals(PredictedFact.LIFETIME_VALUE)
                ? prediction.flatMap(CustomerPrediction::lifetimeValue)
                : Optional.empty();
    }

    @Override
    public Optional<String> text(CustomerId customer, PredictedFact fact) {
        return fact.equals(PredictedFact.RFM_GROUP)
                ? rfm.of(customer).map(score -> score.group().name())
                : Optional.empty();
    }
}
