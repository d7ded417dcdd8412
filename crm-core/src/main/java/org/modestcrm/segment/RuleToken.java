package org.modestcrm.segment;

import java.util.Locale;

/** A word, literal or sign of a rule's text. */
record RuleToken(Kind kind, String text, Place place) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        DAY,
        MOMENT,
        SYMBOL,
        END
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** For messages; a text literal may hold personal data and is not shown. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "a text";
            default -> "\"" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "\"";
        };
    }
}
