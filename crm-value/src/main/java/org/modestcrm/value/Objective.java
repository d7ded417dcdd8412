package org.modestcrm.value;

/** A function to be made as large as possible, over parameters given by their logarithms. */
interface Objective {
    /**
     * The mean log-likelihood of one customer.
     *
     * @param logParameters where
     * @param gradient gets its derivatives by the logarithms
     */
    double at(double[] logParameters, double[] gradient);
}
