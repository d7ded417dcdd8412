package org.modestcrm.value;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * How customers buy and leave: a family, its parameters and their unit of time. Made by a {@link ValueFit}, or from
 * published parameters.
 *
 * <pre>{@code
 * PurchaseModel published = PurchaseModel.of(ModelFamily.BG_NBD, 1, ModelUnit.WEEK,
 *     Map.of("r", 0.243, "alpha", 4.414, "a", 0.793, "b", 2.426));
 * }</pre>
 *
 * <p>Predictions of one customer depend on that customer's history only. Immutable, thread-safe.
 */
public final class PurchaseModel {
    private final ModelShape shape;
    private final double[] parameters;

    PurchaseModel(ModelShape shape, double[] parameters) {
        this.shape = shape;
        this.parameters = parameters.clone();
    }

    /**
     * A model of known parameters.
     *
     * @param family the family
     * @param k how regularly customers buy: 1 for pure chance, more (to 20) only in a family that knows regular buying
     * @param unit the unit of {@code alpha}
     * @param parameters {@code r} and {@code alpha}, and where customers leave {@code a} and {@code b}, all above 0
     * @return never null
     * @throws IllegalArgumentException when one is missing, unknown or not above 0
     */
    public static PurchaseModel of(ModelFamily family, int k, ModelUnit unit, Map<String, Double> parameters) {
        List<String> names = family.parameterNames();
        if (!parameters.keySet().equals(Set.copyOf(names))) {
            throw new IllegalArgumentException("parameters of " + family + ": " + new TreeSet<>(parameters.keySet())
                    + " (expected: " + names + ")");
        }
        double[] values = names.stream()
                .mapToDouble(name -> positive(name, parameters.getOrDefault(name, 0.0)))
                .toArray();
        return new PurchaseModel(new ModelShape(family, k, unit), values);
    }

    private static double positive(String name, double value) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException("parameter " + name + ": " + value + " (expected: a finite number above 0)");
    }

    /**
     * The family.
     *
     * @return never null
     */
    public ModelFamily family() {
        return shape.family();
    }

    /**
     * How regularly customers buy.
     *
     * @return 1 for pure chance, more for more regular
     */
    public int k() {
        return shape.k();
    }

    /**
     * The unit of time of the parameters.
     *
     * @return never null
     */
    public ModelUnit unit() {
        return shape.unit();
    }

    /**
     * The parameters by name.
     *
     * @return in their usual order; unmodifiable
     */
    public Map<String, Double> parameters() {
        return named(shape.family().parameterNames(), parameters);
    }

    static Map<String, Double> named(List<String> names, double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return Collections.unmodifiableMap(named);
    }

    /**
     * The log-likelihood of one customer, in the unit of the model; for k above 1 without the term of the single times
     * between purchases, which does not depend on the parameters.
     *
     * @param history what is known of the customer
     * @return never NaN
     */
    public double logLikelihood(BuyingHistory history) {
        double shapeOfAll = parameters[0] + (double) shape.k() * history.repeats();
        FutureOrders future = future(history);
        double sum = parameters[0] * Math.log(parameters[1]);
        for (int i = 0; i < shape.k() * history.repeats(); i++) {
            sum += Math.log(parameters[0] + i);
        }
        if (shape.family().leaves()) {
            for (int i = 0; i < history.repeats() + shape.family().chancesAtFirst(); i++) {
                sum -= Math.log1p(parameters[2] / (parameters[3] + i));
            }
        }
        double observed = shape.unit().in(history.observed());
        return sum - shapeOfAll * Math.log(parameters[1] + observed) + future.logStay();
    }

    /**
     * The probability that a customer has not left for good.
     *
     * @param history what is known of the customer
     * @return 0 to 1; empty in a family in which nobody leaves: such a model cannot tell
     */
    public OptionalDouble alive(BuyingHistory history) {
        return shape.family().leaves() ? OptionalDouble.of(future(history).alive()) : OptionalDouble.empty();
    }

    /**
     * How many orders (purchase days) are expected.
     *
     * @param history what is known of the customer
     * @param within the time after the end of what was seen, 0 or more
     * @return 0 or more, finite
     */
    public double expectedOrders(BuyingHistory history, Duration within) {
        return future(history).expected(units(within));
    }

    /**
     * The probability of at least one order.
     *
     * @param history what is known of the customer
     * @param within the time after the end of what was seen, 0 or more
     * @return 0 to 1
     */
    public double chanceOfOrder(BuyingHistory history, Duration within) {
        return future(history).atLeastOne(units(within));
    }

    /**
     * When the next order comes, given that the customer has not left.
     *
     * @param history what is known of the customer
     * @return times from the end of what was seen
     */
    public NextOrder nextOrder(BuyingHistory history) {
        FutureOrders future = future(history);
        return new NextOrder(
                shape.unit().duration(future.next(0.1)),
                shape.unit().duration(future.next(0.5)),
                shape.unit().duration(future.next(0.9)));
    }

    private double units(Duration within) {
        if (within.isNegative()) {
            throw new IllegalArgumentException("within: " + within + " (expected: zero or more)");
        }
        return shape.unit().in(within);
    }

    private FutureOrders future(BuyingHistory history) {
        return future(
                history.repeats(),
                shape.unit().in(history.toLast()),
                shape.unit().in(history.observed()));
    }

    FutureOrders future(int repeats, double toLast, double observed) {
        return new FutureOrders(shape, parameters, repeats, new double[] {toLast, observed});
    }

    FutureOrders future(PurchaseCounts counts, int row) {
        double unit = shape.unit().days();
        return future(counts.repeats(row), counts.toLast(row) / unit, counts.observed(row) / unit);
    }

    ModelShape shape() {
        return shape;
    }

    double[] values() {
        return parameters.clone();
    }

    /** Family, k and parameters. */
    @Override
    public String toString() {
        return shape.family() + ", k = " + shape.k() + ", per " + shape.unit() + ", " + parameters();
    }
}
