package org.modestcrm.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How alike two texts are. A method named similarity gives 1 for equal texts and 0 for texts with nothing in common; one
 * named distance gives 0 for equal texts. Two empty texts are equal. Immutable, thread-safe.
 */
public final class Similarity {
    private Similarity() {}

    /**
     * Jaro's similarity with Winkler's bonus for a common beginning of up to four characters (scale 0.1).
     *
     * @param a one text
     * @param b the other
     * @return 0 to 1
     */
    public static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(4, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] usedA = new boolean[a.length()];
        boolean[] usedB = new boolean[b.length()];
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= end; j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedA[i] = true;
                    usedB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        double transposed = halfTranspositions(a, usedA, b, usedB) / 2.0;
        return ((double) common / a.length() + (double) common / b.length() + (common - transposed) / common) / 3;
    }

    private static int halfTranspositions(String a, boolean[] usedA, String b, boolean[] usedB) {
        int j = 0;
        int differing = 0;
        for (int i = 0; i < a.length(); i++) {
            if (usedA[i]) {
                while (!usedB[j]) {
                    j++;
                }
                if (a.charAt(i) != b.charAt(j)) {
                    differing++;
                }
                j++;
            }
        }
        return differing;
    }

    /**
     * Damerau's and Levenshtein's distance: the fewest insertions, deletions, replacements and swaps of neighbours that
     * turn one text into the other, no part being edited twice (optimal string alignment).
     *
     * @param a one text
     * @param b the other
     * @return 0 or more
     */
    public static int editDistance(String a, String b) {
        return editDistance(a, b, Integer.MAX_VALUE);
    }

    /** As {@link #editDistance(String, String)}, but any figure above the limit may stand for another one above it. */
    static int editDistance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return Math.abs(a.length() - b.length());
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > limit) {
                return least;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    /**
     * Edit distance as a part of the longer text.
     *
     * @param a one text
     * @param b the other
     * @return 0 to 1
     */
    public static double editSimilarity(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - (double) editDistance(a, b) / longer;
    }

    /**
     * Dice's coefficient of the two-letter pieces of both texts, the edges counting as letters.
     *
     * @param a one text
     * @param b the other
     * @return 0 to 1
     */
    public static double bigramSimilarity(String a, String b) {
        return dice(bigrams(a), bigrams(b));
    }

    /**
     * Dice's coefficient of two lists of words, order not counting.
     *
     * @param a words of one text
     * @param b words of the other
     * @return 0 to 1
     */
    public static double tokenSimilarity(List<String> a, List<String> b) {
        return dice(new TreeSet<>(a), new TreeSet<>(b));
    }

    static Set<String> bigrams(String text) {
        Set<String> pieces = new TreeSet<>();
        String edged = text.isEmpty() ? "" : "^" + text + "$";
        for (int i = 0; i + 2 <= edged.length(); i++) {
            pieces.add(edged.substring(i, i + 2));
        }
        return pieces;
    }

    private static double dice(Set<String> a, Set<String> b) {
        if (a.isEmpty() && b.isEmpty()) {
            return 1;
        }
        long common = a.stream().filter(b::contains).count();
        return 2.0 * common / (a.size() + b.size());
    }
}
