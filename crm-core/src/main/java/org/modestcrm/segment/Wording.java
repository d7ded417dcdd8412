package org.modestcrm.segment;

import java.util.Locale;

/** How a sentence says it, and how it says the opposite, in English and French. */
record Wording(String english, String notEnglish, String french, String notFrench) {
    /** For what has no words of its own in French. */
    static Wording same(String phrase, String opposite) {
        return new Wording(phrase, opposite, phrase, opposite);
    }

    String phrase(Locale language, boolean negative) {
        if (isFrench(language)) {
            return negative ? notFrench : french;
        }
        return negative ? notEnglish : english;
    }

    static boolean isFrench(Locale language) {
        return language.getLanguage().equals("fr");
    }
}
