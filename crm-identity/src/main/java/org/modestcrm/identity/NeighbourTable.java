package org.modestcrm.identity;

import java.util.Arrays;

/** Which records look alike, and how much: pairs in plain arrays, each found from both ends. For one thread. */
final class NeighbourTable {
    private static final int NONE = -1;

    private int[] heads = new int[1 << 10];
    private int[] others = new int[1 << 10];
    private int[] next = new int[1 << 10];
    private float[] weights = new float[1 << 10];
    private float[] households = new float[1 << 10];
    private int entries;

    NeighbourTable() {
        Arrays.fill(heads, NONE);
    }

    /** Takes a neighbour. */
    interface Neighbours {
        void accept(int other, float weight, float household);
    }

    void add(int a, int b, Scorer.Score score) {
        entry(a, b, score);
        entry(b, a, score);
    }

    private void entry(int from, int to, Scorer.Score score) {
        if (from >= heads.length) {
            int known = heads.length;
            heads = Arrays.copyOf(heads, Math.max(from + 1, known + (known >> 1)));
            Arrays.fill(heads, known, heads.length, NONE);
        }
        if (entries == others.length) {
            int larger = entries + (entries >> 1);
            others = Arrays.copyOf(others, larger);
            next = Arrays.copyOf(next, larger);
            weights = Arrays.copyOf(weights, larger);
            households = Arrays.copyOf(households, larger);
        }
        others[entries] = to;
        weights[entries] = (float) score.weight();
        households[entries] = (float) score.household();
        next[entries] = heads[from];
        heads[from] = entries++;
    }

    void forEach(int record, Neighbours taker) {
        for (int entry = record < heads.length ? heads[record] : NONE; entry != NONE; entry = next[entry]) {
            taker.accept(others[entry], weights[entry], households[entry]);
        }
    }
}
