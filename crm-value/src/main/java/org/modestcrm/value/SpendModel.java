package org.modestcrm.value;

import java.util.List;
import java.util.Map;

/**
 * What one order brings: the Gamma-Gamma model (Fader, Hardie, "The Gamma-Gamma model of monetary value", 2013). Customers
 * spend around a mean of their own, which does not depend on how often they buy. Immutable, thread-safe.
 */
public final class SpendModel {
    static final List<String> NAMES = List.of("p", "q", "gamma");

    private final double p;
    private final double q;
    private final double gamma;

    private SpendModel(double p, double q, double gamma) {
        this.p = p;
        this.q = q;
        this.gamma = gamma;
    }

    /**
     * A model of known parameters.
     *
     * @param p the regularity of one customer's orders, above 0
     * @param q how alike customers are, above 1: otherwise there is no mean
     * @param gamma the scale, in units of the currency, above 0
     * @return never null
     * @throws ValueRefusedException when q is 1 or less
     */
    public static SpendModel of(double p, double q, double gamma) {
        if (!(p > 0 && gamma > 0 && q > 0) || !Double.isFinite(p + q + gamma)) {
            throw new IllegalArgumentException(
                    "spend model p, q, gamma: " + p + ", " + q + ", " + gamma + " (expected: finite numbers above 0)");
        }
        if (q <= 1) {
            throw new ValueRefusedException(
                    Refusal.VALUE_SPEND_WITHOUT_MEAN,
                    "spend model: q = " + q + " has no mean (expected: above 1; a few orders carry nearly everything)");
        }
        return new SpendModel(p, q, gamma);
    }

    /**
     * The parameters by name.
     *
     * @return p, q, gamma
     */
    public Map<String, Double> parameters() {
        return PurchaseModel.named(NAMES, new double[] {p, q, gamma});
    }

    /**
     * What a coming order of a customer is expected to bring.
     *
     * @param orders how many orders the mean is of, 0 or more; by convention the repeat purchase days
     * @param mean what they brought on average, in units of the currency
     * @return between the customer's own mean and that of all
     */
    public double expectedSpend(int orders, double mean) {
        return p * (gamma + orders * mean) / (p * orders + q - 1);
    }

    /** The parameters. */
    @Override
    public String toString() {
        return "spend model " + parameters();
    }
}
