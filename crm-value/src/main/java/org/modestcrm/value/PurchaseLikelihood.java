package org.modestcrm.value;

import java.util.Arrays;

/**
 * The log-likelihood of a purchase model and its gradient, over grouped customers. With R = r + kx, u = (T - t_x) / (alpha
 * + T) and P the sum over j below k of u^j (R)_j / j!, one customer of x repeats has
 *
 * <pre>ln (r)_{kx} + r ln alpha - R ln(alpha + T) + ln B(a, b+n) / B(a, b) + ln(P + a/(b+n-1) ((alpha+T)/(alpha+t_x))^R)</pre>
 *
 * <p>with n = x + 1 chances to leave (x in BG/NBD, where x = 0 has no last term). What depends on x alone, or on a day
 * alone, is tabled once per evaluation: sums of logarithms replace the gamma functions, whose differences would lose
 * digits on a ridge.
 */
final class PurchaseLikelihood implements Objective {
    private static final int VALUE = 4;

    private final PurchaseCounts counts;
    private final ModelShape shape;
    private final ModelFamily family;
    private final int k;
    private final ModelUnit unit;
    private final Chunks chunks;
    private final int stride;

    PurchaseLikelihood(PurchaseCounts counts, ModelShape shape, Chunks chunks) {
        this(counts, shape, chunks, 1);
    }

    private PurchaseLikelihood(PurchaseCounts counts, ModelShape shape, Chunks chunks, int stride) {
        this.counts = counts;
        this.shape = shape;
        this.family = shape.family();
        this.k = shape.k();
        this.unit = shape.unit();
        this.chunks = chunks;
        this.stride = stride;
    }

    /** The same over every so-many-th row: good enough to look for a start. */
    PurchaseLikelihood thinned(int every) {
        return new PurchaseLikelihood(counts, shape, chunks, every);
    }

    @Override
    public double at(double[] logParameters, double[] gradient) {
        double[] sums = sums(logParameters);
        double weight = sums[5];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = sums[i] / weight * Math.exp(logParameters[i]);
        }
        return sums[VALUE] / weight;
    }

    /** The log-likelihood of all customers, with the terms that do not depend on the parameters. */
    double total(double[] logParameters) {
        return sums(logParameters)[VALUE] + constant();
    }

    private double constant() {
        double logFactorial = 0;
        for (int i = 2; i < k; i++) {
            logFactorial += Math.log(i);
        }
        double logGaps = counts.logGaps() - counts.repeats() * Math.log(unit.days());
        return (k - 1) * logGaps - counts.repeats() * logFactorial;
    }

    private double[] sums(double[] logParameters) {
        Tables tables = new Tables(logParameters);
        int rows = (counts.rows() + stride - 1) / stride;
        return chunks.sum(rows, 6, (from, to, into) -> {
            Row row = new Row(tables);
            for (int i = from; i < to; i++) {
                row.add(i * stride, into);
            }
        });
    }

    /** What depends on the number of repeats alone or on a number of days alone. */
    private final class Tables {
        final double r;
        final double alpha;
        final double a;
        final double b;
        final double[] value;
        final double[] byR;
        final double[] byA;
        final double[] byB;
        final double[] logLeft;
        final double[] log;
        final double[] inverse;

        Tables(double[] logParameters) {
            r = Math.exp(logParameters[0]);
            alpha = Math.exp(logParameters[1]);
            a = family.leaves() ? Math.exp(logParameters[2]) : 0;
            b = family.leaves() ? Math.exp(logParameters[3]) : 1;
            int size = counts.maxRepeats() + 1;
            value = new double[size];
            byR = new double[size];
            byA = new double[size];
            byB = new double[size];
            logLeft = new double[size];
            buying(size, logParameters[1]);
            if (family.leaves()) {
                staying(size);
            }
            log = new double[counts.maxDays() + 1];
            inverse = new double[log.length];
            for (int day = 0; day < log.length; day++) {
                double time = alpha + (double) day / unit.days();
                log[day] = Math.log(time);
                inverse[day] = 1 / time;
            }
        }

        private void buying(int size, double logAlpha) {
            double sum = r * logAlpha;
            double derivative = logAlpha;
            for (int x = 0; x < size; x++) {
                value[x] = sum;
                byR[x] = derivative;
                for (int i = k * x; i < k * (x + 1); i++) {
                    sum += Math.log(r + i);
                    derivative += 1 / (r + i);
                }
            }
        }

        private void staying(int size) {
            int first = family.chancesAtFirst();
            double sum = 0;
            double sumA = 0;
            double sumB = 0;
            int chances = 0;
            for (int x = 0; x < size; x++) {
                for (; chances < x + first; chances++) {
                    sum -= Math.log1p(a / (b + chances));
                    sumA -= 1 / (a + b + chances);
                    sumB += a / ((b + chances) * (a + b + chances));
                }
                value[x] += sum;
                byA[x] = sumA;
                byB[x] = sumB;
                logLeft[x] = chances == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + chances - 1));
            }
            Arrays.fill(logLeft, 0, 1 - first, Double.NEGATIVE_INFINITY);
        }
    }

    /** One row of the counts at a time. */
    private final class Row {
        private final Tables t;

        Row(Tables tables) {
            t = tables;
        }

        void add(int row, CompensatedSum[] into) {
            int x = counts.repeats(row);
            int last = counts.toLast(row);
            int end = counts.observed(row);
            double weight = counts.count(row);
            double power = t.r + (double) k * x;
            double ratio = t.log[end] - t.log[last];
            double p = 1;
            double pByShape = 0;
            double pByU = 0;
            if (k > 1) {
                double u = (double) (end - last) / unit.days() * t.inverse[end];
                double term = 1;
                double logDerivative = 0;
                for (int j = 1; j < k; j++) {
                    logDerivative += 1 / (power + j - 1);
                    pByU += term * (power + j - 1);
                    term *= u * (power + j - 1) / j;
                    p += term;
                    pByShape += term * logDerivative;
                }
                pByU *= -u * t.inverse[end];
            }
            double logP = k > 1 ? Math.log(p) : 0;
            double difference = family.leaves() ? t.logLeft[x] + power * ratio - logP : Double.NEGATIVE_INFINITY;
            double e = Math.exp(-Math.abs(difference));
            double left = difference > 0 ? 1 / (1 + e) : e / (1 + e);
            double stayed = 1 - left;
            into[VALUE].add(
                    weight * (t.value[x] - power * t.log[end] + logP + Math.max(0, difference) + Math.log1p(e)));
            into[0].add(weight * (t.byR[x] - t.log[end] + stayed * pByShape / p + left * ratio));
            into[1].add(weight
                    * (t.r / t.alpha
                            - power * t.inverse[end]
                            + stayed * pByU / p
                            + left * power * (t.inverse[end] - t.inverse[last])));
            if (family.leaves()) {
                into[2].add(weight * (t.byA[x] + left / t.a));
                into[3].add(weight * (t.byB[x] - left / (t.b + Math.max(0, x + family.chancesAtFirst() - 1))));
            }
            into[5].add(weight);
        }
    }
}
