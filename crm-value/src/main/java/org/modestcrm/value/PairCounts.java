package org.modestcrm.value;

/**
 * How often two products were bought.
 *
 * @param both orders (or pairs of orders) with both
 * @param first with the first product
 * @param second with the second product
 * @param all of them
 */
public record PairCounts(int both, int first, int second, int all) {
    /**
     * The share of all that has both.
     *
     * @return 0 to 1
     */
    public double support() {
        return (double) both / all;
    }

    /**
     * The share of those with the first product that has the second.
     *
     * @return 0 to 1
     */
    public double confidence() {
        return (double) both / first;
    }

    /**
     * How many times more often than by chance.
     *
     * @return 1 for chance
     */
    public double lift() {
        return (double) both * all / ((double) first * second);
    }

    /**
     * How far from chance: the log-likelihood ratio of the two-by-two table (T. Dunning, Computational Linguistics 19,
     * 1993). Chance exceeds 10.83 once in a thousand times.
     *
     * @return 0 or more
     */
    public double likelihoodRatio() {
        double none = (double) all - first - second + both;
        double sum = cell(both, first, second)
                + cell((double) first - both, first, (double) all - second)
                + cell((double) second - both, (double) all - first, second)
                + cell(none, (double) all - first, (double) all - second);
        return Math.max(0, 2 * sum);
    }

    private double cell(double observed, double row, double column) {
        return observed == 0 ? 0 : observed * Math.log(observed * all / (row * column));
    }
}
