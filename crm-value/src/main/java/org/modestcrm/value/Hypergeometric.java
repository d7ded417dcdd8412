package org.modestcrm.value;

import java.util.OptionalDouble;

/** The Gauss hypergeometric function 2F1 for 0 <= z < 1, by its series; callers bring it into Euler's form first. */
final class Hypergeometric {
    private static final int MAX_TERMS = 20_000;
    private static final double MAX_CANCELLATION = 1e3;

    private Hypergeometric() {}

    /**
     * The value, or nothing where the series is long or its terms cancel so much that digits are lost.
     *
     * @param c more than 0
     */
    static OptionalDouble of(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double largest = 1;
        for (int n = 0; n < MAX_TERMS; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            double size = Math.abs(term);
            largest = Math.max(largest, size);
            // the ratio of terms nears z: what is left out is smaller than term / (1 - z)
            if (size <= 1e-17 * Math.abs(sum) * (1 - z) && n > -a && n > -b) {
                return largest > MAX_CANCELLATION * Math.abs(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
            }
        }
        return OptionalDouble.empty();
    }
}
