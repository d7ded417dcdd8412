package org.modestcrm.email;

/** A line of the text part with something at either end, as wide as mail programs show without wrapping. */
final class TextRow {
    private static final int WIDTH = 64;

    private TextRow() {}

    static String of(String left, String right) {
        return left + " ".repeat(Math.max(2, WIDTH - width(left) - width(right))) + right;
    }

    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
