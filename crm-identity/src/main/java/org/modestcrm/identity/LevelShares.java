package org.modestcrm.identity;

/** How often each level of each piece of evidence is seen, by what two records are. Never changed once in a model. */
final class LevelShares {
    /** Records of one person. */
    static final int PERSON = 0;
    /** Records of two persons of one household. */
    static final int HOUSEHOLD = 1;
    /** Records of strangers. */
    static final int STRANGERS = 2;

    private static final Evidence[] ALL = Evidence.values();

    private final double[][][] shares = new double[3][ALL.length][];

    private LevelShares() {}

    static LevelShares shipped() {
        LevelShares shipped = new LevelShares();
        for (Evidence evidence : ALL) {
            int e = evidence.place();
            for (double[][] kind : shipped.shares) {
                kind[e] = new double[evidence.levels()];
            }
            for (int i = 0; i < evidence.levels(); i++) {
                shipped.shares[PERSON][e][i] = evidence.level(i).person();
                shipped.shares[HOUSEHOLD][e][i] = evidence.level(i).household();
                shipped.shares[STRANGERS][e][i] = evidence.level(i).strangers();
            }
        }
        return shipped;
    }

    /** Counts of nothing yet. */
    static double[][] counts() {
        double[][] counts = new double[ALL.length][];
        for (Evidence evidence : ALL) {
            counts[evidence.place()] = new double[evidence.levels()];
        }
        return counts;
    }

    /** The same with the shares of one kind of pairs replaced. */
    LevelShares with(int kind, double[][] replacement) {
        LevelShares changed = new LevelShares();
        for (int k = 0; k < shares.length; k++) {
            for (int e = 0; e < ALL.length; e++) {
                changed.shares[k][e] = (k == kind ? replacement[e] : shares[k][e]).clone();
            }
        }
        return changed;
    }

    double of(int kind, Evidence evidence, int level) {
        return shares[kind][evidence.place()][level];
    }

    /** The shares of one kind of pairs, to read. */
    double[][] of(int kind) {
        return shares[kind];
    }
}
