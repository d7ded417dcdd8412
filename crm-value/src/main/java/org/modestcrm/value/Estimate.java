package org.modestcrm.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A fitted model and how sure its parameters are. Immutable, thread-safe when its model is.
 *
 * @param <M> the model
 */
public final class Estimate<M> {
    private final M model;
    private final double logLikelihood;
    private final Map<String, Double> standardErrors;
    private final double condition;

    Estimate(M model, double logLikelihood, List<String> names, Maximum maximum) {
        this.model = model;
        this.logLikelihood = logLikelihood;
        double[] errors = maximum.standardErrors();
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < errors.length; i++) {
            named.put(names.get(i), errors[i]);
        }
        this.standardErrors = Collections.unmodifiableMap(named);
        this.condition = maximum.condition();
    }

    /**
     * The model.
     *
     * @return never null
     */
    public M model() {
        return model;
    }

    /**
     * The log-likelihood at the maximum, in the unit of the model.
     *
     * @return finite
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * The standard errors of the parameters, from the curvature at the maximum.
     *
     * @return by parameter name; empty when the likelihood has a ridge, so that the data do not fix the parameters
     */
    public Map<String, Double> standardErrors() {
        return standardErrors;
    }

    /**
     * How much less sure the least sure direction of the parameters is than the surest: the condition number of the
     * curvature by the logarithms of the parameters.
     *
     * @return 1 or more; above 10,000 single parameters mean little; empty on a ridge
     */
    public OptionalDouble condition() {
        return Double.isFinite(condition) ? OptionalDouble.of(condition) : OptionalDouble.empty();
    }
}
