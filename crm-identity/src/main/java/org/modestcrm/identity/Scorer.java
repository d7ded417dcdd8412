package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Weighs a comparison: one person, against two of a household and against strangers. The third case is what keeps couples
 * apart: surname, street and landline speak for person and household alike, so that given name, birth date and mobile
 * decide.
 */
final class Scorer {
    private static final Evidence[] ALL = Evidence.values();
    private static final double LN2 = Math.log(2);

    private final MatchModel model;
    private final double[][][] logs = new double[3][ALL.length][];
    private final double logPerson;
    private final double logHousehold;

    Scorer(MatchModel model) {
        this.model = model;
        for (int kind = 0; kind < logs.length; kind++) {
            double[][] shares = model.shares().of(kind);
            for (int e = 0; e < ALL.length; e++) {
                logs[kind][e] = new double[shares[e].length];
                for (int level = 0; level < shares[e].length; level++) {
                    logs[kind][e][level] = Math.log(shares[e][level]);
                }
            }
        }
        logPerson = Math.log(model.prior().person());
        logHousehold = Math.log(model.prior().household());
    }

    /**
     * What a comparison comes to.
     *
     * @param weight log2 of the odds of one person against all else
     * @param household log2 of the odds of one household, be it one person or two, against strangers
     */
    record Score(double weight, double household) {
        double probability() {
            return probability(weight);
        }

        static double probability(double weight) {
            return 1 / (1 + Math.exp(-weight * LN2));
        }

        static double weight(double probability) {
            return Math.log(probability / (1 - probability)) / LN2;
        }
    }

    Score score(Comparison of) {
        double[] likelihoods = likelihoods(of, Set.of());
        double person = likelihoods[0] + logPerson;
        double household = likelihoods[1] + logHousehold;
        double strangers = likelihoods[2];
        return new Score((person - sum(household, strangers)) / LN2, (sum(person, household) - strangers) / LN2);
    }

    private static double sum(double a, double b) {
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** Natural logarithms of how likely the comparison is in each of the three cases, without some of the evidence. */
    double[] likelihoods(Comparison of, Set<Evidence> without) {
        double[] sums = new double[3];
        for (int e = 0; e < ALL.length; e++) {
            int level = of.levels[e];
            if (level != Evidence.MISSING && (without.isEmpty() || !without.contains(ALL[e]))) {
                sums[0] += logs[0][e][level];
                sums[1] += household(of, ALL[e], level);
                sums[2] += strangers(of, ALL[e], level);
            }
        }
        return sums;
    }

    private double household(Comparison of, Evidence evidence, int level) {
        if (evidence == Evidence.GIVEN_NAME && level == 0) {
            double share = model.shares().of(LevelShares.HOUSEHOLD, evidence, level);
            return Math.log(share + model.names().given().of(of.given));
        }
        return logs[1][evidence.place()][level];
    }

    /** The rarer the name that agrees, the rarer that strangers agree on it. */
    private double strangers(Comparison of, Evidence evidence, int level) {
        if (evidence == Evidence.GIVEN_NAME && level == 0) {
            return Math.log(model.names().given().of(of.given));
        }
        boolean family = evidence == Evidence.FAMILY_NAME && level <= 1;
        if (family || evidence == Evidence.MAILBOX_NAME && level == 0) {
            return Math.log(model.names().family().of(of.family));
        }
        return logs[2][evidence.place()][level];
    }

    /**
     * Bits against one person when something could have agreed several times and never did: half the weight of one
     * disagreement for each doubling of the chances.
     */
    double doubt(Comparison of, Evidence evidence, int chances) {
        int level = of.level(evidence);
        boolean differs = evidence == Evidence.PHONE ? level >= 3 : level == evidence.worst();
        if (!differs || chances < 2) {
            return 0;
        }
        double halvings = Math.log(Math.min(chances, 16)) / LN2 / 2;
        return -halvings * logs[LevelShares.PERSON][evidence.place()][level] / LN2;
    }

    /** The same sum as {@link #score}, step by step. */
    List<WeightStep> steps(Comparison of) {
        List<WeightStep> steps = new ArrayList<>();
        steps.add(new WeightStep(WeightStep.PRIOR, "", logPerson / LN2));
        for (int e = 0; e < ALL.length; e++) {
            int level = of.levels[e];
            if (level != Evidence.MISSING) {
                double ratio = logs[0][e][level] - strangers(of, ALL[e], level);
                steps.add(new WeightStep(ALL[e].name(), ALL[e].level(level).name(), ratio / LN2));
            }
        }
        double[] likelihoods = likelihoods(of, Set.of());
        double household = likelihoods[1] + logHousehold;
        steps.add(new WeightStep(WeightStep.HOUSEHOLD, "", (likelihoods[2] - sum(household, likelihoods[2])) / LN2));
        return steps;
    }
}
