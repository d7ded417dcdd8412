package org.modestcrm.value;

/**
 * Climbs to a maximum by the BFGS quasi-Newton method (Nocedal and Wright, Numerical Optimization, 2006, chapters 3 and
 * 6). Parameters are logarithms and stay between {@link #LOWEST} and {@link #HIGHEST}: likelihoods with a ridge run out to
 * infinity otherwise.
 */
final class Bfgs {
    static final double LOWEST = -16;
    static final double HIGHEST = 16;

    private static final int MAX_STEPS = 400;
    private static final double STEP_CAP = 2;
    private static final double FLAT = 1e-9;
    /** Summation leaves noise: a gradient this small is good enough where no step gains any more. */
    private static final double NEARLY_FLAT = 2e-5;

    private final Objective objective;
    private final int n;
    private final double[][] inverse;
    private double[] point;
    private double[] gradient;
    private double value;

    private Bfgs(Objective objective, double[] start) {
        this.objective = objective;
        this.n = start.length;
        this.point = clamp(start);
        this.gradient = new double[n];
        this.value = objective.at(point, gradient);
        this.inverse = new double[n][n];
    }

    /** Where a climb ended. {@code converged} is false when the way was lost. */
    @SuppressWarnings("ArrayRecordComponent") // hands its point over once; never compared
    record Top(double[] point, double value, boolean converged) {}

    static Top climb(Objective objective, double[] start) {
        return new Bfgs(objective, start).run();
    }

    private Top run() {
        reset();
        boolean fresh = true;
        for (int step = 0; step < MAX_STEPS && Double.isFinite(value); step++) {
            if (slope() < FLAT) {
                return new Top(point, value, true);
            }
            double before = value;
            boolean moved = step();
            if (!moved && fresh) {
                break;
            }
            if (!moved) {
                reset();
            } else if (value - before < 1e-14 * Math.abs(value) && slope() < NEARLY_FLAT) {
                return new Top(point, value, true);
            }
            fresh = !moved;
        }
        return new Top(point, value, Double.isFinite(value) && slope() < NEARLY_FLAT);
    }

    /** The steepest slope that does not lead over a bound. */
    private double slope() {
        double steepest = 0;
        for (int i = 0; i < n; i++) {
            boolean stopped = point[i] <= LOWEST && gradient[i] < 0 || point[i] >= HIGHEST && gradient[i] > 0;
            steepest = stopped ? steepest : Math.max(steepest, Math.abs(gradient[i]));
        }
        return steepest;
    }

    private void reset() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] = i == j ? 1 : 0;
            }
        }
    }

    private boolean step() {
        double[] direction = new double[n];
        double longest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                direction[i] += inverse[i][j] * gradient[j];
            }
            boolean stopped = point[i] <= LOWEST && direction[i] < 0 || point[i] >= HIGHEST && direction[i] > 0;
            direction[i] = stopped ? 0 : direction[i];
            longest = Math.max(longest, Math.abs(direction[i]));
        }
        double rise = dot(direction, gradient);
        if (!(rise > 0) || !Double.isFinite(longest)) {
            return false;
        }
        return search(direction, Math.min(1, STEP_CAP / longest), rise);
    }

    /** Halves the step until it gains enough (Armijo), by the parabola through what is known. */
    private boolean search(double[] direction, double first, double rise) {
        double length = first;
        for (int i = 0; i < 40; i++) {
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                next[j] = point[j] + length * direction[j];
            }
            next = clamp(next);
            double[] nextGradient = new double[n];
            double nextValue = objective.at(next, nextGradient);
            if (nextValue >= value + 1e-4 * length * rise) {
                learn(next, nextGradient);
                point = next;
                gradient = nextGradient;
                value = nextValue;
                return true;
            }
            double vertex = length * length * rise / (2 * (value + length * rise - nextValue));
            length = Double.isFinite(vertex) ? Math.min(0.5 * length, Math.max(0.1 * length, vertex)) : 0.1 * length;
        }
        return false;
    }

    private void learn(double[] next, double[] nextGradient) {
        double[] s = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            s[i] = next[i] - point[i];
            y[i] = gradient[i] - nextGradient[i];
        }
        double sy = dot(s, y);
        if (sy <= 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
            return;
        }
        double[] hy = new double[n];
        for (int i = 0; i < n; i++) {
            hy[i] = dot(inverse[i], y);
        }
        double scale = (sy + dot(y, hy)) / (sy * sy);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += scale * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] clamp(double[] point) {
        double[] inside = point.clone();
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.min(HIGHEST, Math.max(LOWEST, inside[i]));
        }
        return inside;
    }
}
