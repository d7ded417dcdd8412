package org.modestcrm.segment;

import java.util.Arrays;

/** A pattern of {@code LIKE}: % is any text, _ any character, \ takes the next as it is. Immutable. */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record LikePattern(int[] tokens) {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    static LikePattern parse(String pattern) {
        int[] points = pattern.codePoints().toArray();
        int[] tokens = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\\') {
                if (++i == points.length) {
                    throw new IllegalArgumentException(
                            "a \\ at the end of the pattern (expected: a character after it)");
                }
                tokens[count++] = points[i];
            } else {
                tokens[count++] = points[i] == '%' ? ANY_TEXT : points[i] == '_' ? ANY_CHARACTER : points[i];
            }
        }
        return new LikePattern(Arrays.copyOf(tokens, count));
    }

    /** Goes back to the last % only, so that no text takes longer than its length times that of the pattern. */
    boolean matches(String text) {
        int[] points = text.codePoints().toArray();
        int at = 0;
        int token = 0;
        int star = -1;
        int resume = 0;
        while (at < points.length) {
            if (token < tokens.length && tokens[token] == ANY_TEXT) {
                star = token++;
                resume = at;
            } else if (token < tokens.length && fits(tokens[token], points[at])) {
                token++;
                at++;
            } else if (star >= 0) {
                token = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == ANY_TEXT) {
            token++;
        }
        return token == tokens.length;
    }

    private static boolean fits(int token, int point) {
        return token == ANY_CHARACTER || token == point;
    }
}
