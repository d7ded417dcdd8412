package org.modestcrm.value;

import java.util.List;

/** Where an objective is largest, and its curvature there. */
final class Maximum {
    private static final double STEP = 1e-4;

    private final Bfgs.Top top;
    private final double[][] curvature;

    private Maximum(Bfgs.Top top, double[][] curvature) {
        this.top = top;
        this.curvature = curvature;
    }

    /**
     * Climbs from every start and keeps the highest top; where a coarse objective is given, only the best of its tops is
     * climbed on.
     */
    static Bfgs.Top climb(Objective objective, Objective coarse, List<double[]> starts) {
        Bfgs.Top best = new Bfgs.Top(new double[0], Double.NEGATIVE_INFINITY, false);
        for (double[] start : starts) {
            Bfgs.Top top = Bfgs.climb(coarse, start);
            boolean better = top.value() > best.value() + 1e-12 || top.converged() && !best.converged();
            best = better ? top : best;
        }
        return objective.equals(coarse) || best.point().length == 0 ? best : Bfgs.climb(objective, best.point());
    }

    /**
     * @param weight of how many customers the objective is the mean
     */
    static Maximum of(Objective objective, Bfgs.Top top, double weight) {
        int n = top.point().length;
        double[][] curvature = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] up = gradient(objective, top.point(), i, STEP);
            double[] down = gradient(objective, top.point(), i, -STEP);
            for (int j = 0; j < n; j++) {
                double second = -(up[j] - down[j]) / (2 * STEP) * weight;
                curvature[i][j] += second / 2;
                curvature[j][i] += second / 2;
            }
        }
        return new Maximum(top, curvature);
    }

    private static double[] gradient(Objective objective, double[] point, int parameter, double step) {
        double[] moved = point.clone();
        moved[parameter] += step;
        double[] gradient = new double[point.length];
        objective.at(moved, gradient);
        return gradient;
    }

    /** The ratio of curvatures; infinite on a ridge. */
    double condition() {
        Symmetric symmetric = new Symmetric(curvature);
        return symmetric.isPositiveDefinite() ? symmetric.condition() : Double.POSITIVE_INFINITY;
    }

    /** By the delta method from those of the logarithms; none on a ridge. */
    double[] standardErrors() {
        if (condition() > 1e12) {
            return new double[0];
        }
        double[][] covariance = new Symmetric(curvature).inverse();
        double[] errors = new double[covariance.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(covariance[i][i]) * Math.exp(top.point()[i]);
        }
        return errors;
    }
}
