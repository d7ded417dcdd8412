package org.modestcrm.value;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** All pairs of products that pass the floor, by product. */
final class PairTable {
    private static final double FLOOR = 10.827566170662733;

    private final int[][] others;
    private final int[][] counts;
    private final int[] first;
    private final int[] second;
    private final int all;

    /**
     * @param target the order in which the other product is looked for: the same one, or the customer's next, or -1
     * @param fewest how often a pair must occur
     */
    PairTable(BasketInput input, IntUnaryOperator target, int fewest) {
        int products = input.products();
        first = new int[products];
        second = new int[products];
        int rows = 0;
        for (int row = 0; row < input.orders(); row++) {
            int to = target.applyAsInt(row);
            if (to >= 0) {
                rows++;
                for (int product : input.row(row)) {
                    first[product]++;
                }
                for (int product : input.row(to)) {
                    second[product]++;
                }
            }
        }
        all = rows;
        others = new int[products][];
        counts = new int[products][];
        int[] together = new int[products];
        for (int product = 0; product < products; product++) {
            Arrays.fill(together, 0);
            for (int row : input.rowsOf(product)) {
                int to = target.applyAsInt(row);
                for (int other : to < 0 ? new int[0] : input.row(to)) {
                    together[other]++;
                }
            }
            keep(product, together, fewest);
        }
    }

    private void keep(int product, int[] together, int fewest) {
        int[] kept = new int[16];
        int size = 0;
        for (int other = 0; other < together.length; other++) {
            if (other != product && together[other] >= fewest && passes(product, other, together[other])) {
                kept = size < kept.length ? kept : Arrays.copyOf(kept, size * 2);
                kept[size++] = other;
            }
        }
        others[product] = Arrays.copyOf(kept, size);
        counts[product] =
                Arrays.stream(others[product]).map(other -> together[other]).toArray();
    }

    private boolean passes(int product, int other, int both) {
        PairCounts pair = new PairCounts(both, first[product], second[other], all);
        return pair.lift() > 1 && pair.likelihoodRatio() >= FLOOR;
    }

    int[] others(int product) {
        return others[product];
    }

    PairCounts counts(int product, int place) {
        int other = others[product][place];
        return new PairCounts(counts[product][place], first[product], second[other], all);
    }
}
