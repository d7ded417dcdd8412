package org.modestcrm.value;

import java.util.OptionalDouble;

/**
 * What one customer with a history will do, given the parameters of a purchase model. Times are in the unit of the model.
 *
 * <p>Given that the customer is still there, j of the k ticks to the next purchase have passed with a weight w_j = u^j
 * (R)_j / j!, the coming ticks follow a negative binomial law of shape R + j, and the n-th coming purchase happens with the
 * mean c_n of (1-p)^(n-1). The sum over ticks of law times c_1 + ... + c_n has positive terms only, so that nothing
 * cancels, and no customer depends on another. For k = 1 the 2F1 in Euler's form is shorter; it is taken where it keeps its
 * digits.
 */
final class FutureOrders {
    private final ModelShape shape;
    private final double power;
    private final double horizonBase;
    private final double[] phase;
    private final double phases;
    private final double logLeftOdds;
    private final double a;
    private final double bStayed;

    /**
     * @param p r, alpha and, where customers leave, a, b
     * @param repeats the repeat purchases
     * @param lastAndObserved the time from the first purchase to the last, and to the end of what was seen
     */
    FutureOrders(ModelShape shape, double[] p, int repeats, double[] lastAndObserved) {
        this.shape = shape;
        this.power = p[0] + (double) shape.k() * repeats;
        this.horizonBase = p[1] + lastAndObserved[1];
        double sinceLast = Math.max(0, lastAndObserved[1] - lastAndObserved[0]);
        this.phase = new double[shape.k()];
        phase[0] = 1;
        double sum = 1;
        for (int j = 1; j < phase.length; j++) {
            phase[j] = phase[j - 1] * (sinceLast / horizonBase) * (power + j - 1) / j;
            sum += phase[j];
        }
        this.phases = sum;
        int chances = repeats + shape.family().chancesAtFirst();
        this.a = shape.family().leaves() ? p[2] : 0;
        this.bStayed = shape.family().leaves() ? p[3] + chances : 1;
        this.logLeftOdds = shape.family().leaves() && chances > 0
                ? Math.log(a / (bStayed - 1))
                        + power * Math.log(horizonBase / (p[1] + lastAndObserved[0]))
                        - Math.log(phases)
                : Double.NEGATIVE_INFINITY;
    }

    /** ln(P + a/(b+n-1) ((alpha+T)/(alpha+t_x))^R), the part of the likelihood both ways of silence share. */
    double logStay() {
        return Math.log(phases) + Math.max(0, logLeftOdds) + Math.log1p(Math.exp(-Math.abs(logLeftOdds)));
    }

    double alive() {
        return 1 / (1 + Math.exp(logLeftOdds));
    }

    /** The expected number of orders within a time. */
    double expected(double time) {
        if (time <= 0) {
            return 0;
        }
        double z = time / (horizonBase + time);
        if (!shape.family().leaves() && shape.k() == 1) {
            return power * time / horizonBase;
        }
        OptionalDouble closed = shape.k() == 1 ? closedForm(z) : OptionalDouble.empty();
        return alive() * (closed.isPresent() ? closed.getAsDouble() : byTicks(z));
    }

    /** c/(a-1) [1 - (1-z)^(a-1) 2F1(c - R, a-1; c; z)] with c = a + b + x (less 1 in BG/NBD). */
    private OptionalDouble closedForm(double z) {
        double c = a + bStayed - 1;
        if (Math.abs(a - 1) < 0.01 || c < 1e-3) {
            return OptionalDouble.empty();
        }
        OptionalDouble f = Hypergeometric.of(c - power, a - 1, c, z);
        if (f.isEmpty()) {
            return OptionalDouble.empty();
        }
        double lost = Math.exp((a - 1) * Math.log1p(-z)) * f.getAsDouble();
        // 1 - lost keeps its digits unless both are near
        boolean near = Math.abs(1 - lost) < 1e-4 * Math.max(1, Math.abs(lost)) || !Double.isFinite(lost);
        return near ? OptionalDouble.empty() : OptionalDouble.of(c / (a - 1) * (1 - lost));
    }

    private double byTicks(double z) {
        double sum = 0;
        for (int j = 0; j < phase.length; j++) {
            sum += phase[j] / phases * new Ticks(z, power + j, j).sum();
        }
        return sum;
    }

    /** The negative binomial law of the coming ticks, from where it starts to matter to where it stops. */
    private final class Ticks {
        private final double z;
        private final double size;
        private final int passed;

        Ticks(double z, double size, int passed) {
            this.z = z;
            this.size = size;
            this.passed = passed;
        }

        double sum() {
            long mode = (long) Math.max(0, Math.floor((size - 1) * z / (1 - z)));
            double weight = 1;
            long tick = mode;
            while (tick > 0 && weight > 1e-22) {
                weight *= tick / (z * (size + tick - 1));
                tick--;
            }
            long purchases = (tick + passed) / shape.k();
            double chance = 1;
            double reached = 0;
            for (long n = 0; n < purchases; n++) {
                reached += chance;
                chance *= (bStayed + n) / (a + bStayed + n);
            }
            double law = 0;
            double sum = 0;
            int phaseOfTick = (int) ((tick + passed) % shape.k());
            while (true) {
                law += weight;
                sum += weight * reached;
                double ratio = z * (size + tick) / (tick + 1);
                weight *= ratio;
                tick++;
                if (++phaseOfTick == shape.k()) {
                    phaseOfTick = 0;
                    reached += chance;
                    chance *= (bStayed + purchases) / (a + bStayed + purchases);
                    purchases++;
                }
                // what is left is smaller than a geometric sum, and reached grows no faster than the purchases
                boolean falling = tick > mode && ratio < 1;
                if (falling && weight * (reached + 1 / (1 - ratio)) < 1e-17 * (1 - ratio) * Math.max(sum, 1e-300)) {
                    return sum / law;
                }
            }
        }
    }

    /** The probability of no purchase within a time, given that the customer is still there. */
    double silence(double time) {
        double z = time / (horizonBase + time);
        double sum = 0;
        for (int j = 0; j < phase.length; j++) {
            double weight = Math.exp((power + j) * Math.log1p(-z));
            for (int tick = 0; tick < shape.k() - j; tick++) {
                sum += phase[j] / phases * weight;
                weight *= z * (power + j + tick) / (tick + 1);
            }
        }
        return Math.min(1, sum);
    }

    double atLeastOne(double time) {
        return time <= 0 ? 0 : alive() * (1 - silence(time));
    }

    /** The time within which a share of customers with this history, still there, buy again. */
    double next(double share) {
        if (shape.k() == 1) {
            return horizonBase * Math.expm1(-Math.log1p(-share) / power);
        }
        double low = 0;
        double high = horizonBase;
        while (1 - silence(high) < share && high < 1e9) {
            high *= 2;
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (1 - silence(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
