package org.modestcrm.value;

/**
 * What one k came to.
 *
 * @param k how regularly customers buy
 * @param leaving the log-likelihood when customers may leave
 * @param staying the log-likelihood when nobody leaves
 */
public record KProfile(int k, double leaving, double staying) {
    /** The likelihood ratio that two parameters without effect exceed once in twenty times: chi-square, 2, 95 %. */
    static final double BOUND = 5.991464547107979;

    /**
     * How much better leaving explains the data.
     *
     * @return twice the difference of the log-likelihoods, 0 or more but for rounding
     */
    public double likelihoodRatio() {
        return 2 * (leaving - staying);
    }

    /**
     * Whether leaving can be told from chance.
     *
     * @return true from a likelihood ratio of 5.99 on
     */
    public boolean isDropoutIdentified() {
        return likelihoodRatio() >= BOUND;
    }
}
