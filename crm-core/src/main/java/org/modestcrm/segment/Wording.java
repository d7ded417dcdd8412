package org.modestcrm.segment;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a sentence says it, and how it says the opposite, in English and French. In French {@code {de 0}} is the first part
 * after the word {@code de}, and {@code {bare 0}} the first part without its article.
 */
record Wording(String english, String notEnglish, String french, String notFrench) {
    private static final Pattern SLOT = Pattern.compile("\\{(de |bare )?([0-9*])\\}");

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

    /** Puts the parts into a phrase; {@code {*}} is all of them. What has no part is left out. */
    static String filled(String phrase, List<String> parts) {
        return SLOT.matcher(phrase)
                .replaceAll(slot -> Matcher.quoteReplacement(part(slot.group(1), slot.group(2), parts)))
                .strip();
    }

    private static String part(@Nullable String form, String which, List<String> parts) {
        if (which.equals("*")) {
            return String.join(", ", parts);
        }
        int index = Integer.parseInt(which);
        String noun = index < parts.size() ? parts.get(index) : "";
        if (form == null) {
            return noun;
        }
        return form.equals("de ") ? de(noun) : bare(noun);
    }

    /** French: the noun after {@code de}, which melts into its article. */
    private static String de(String noun) {
        if (noun.startsWith("le ")) {
            return "du " + noun.substring(3);
        }
        return noun.startsWith("les ") ? "des " + noun.substring(4) : "de " + noun;
    }

    private static String bare(String noun) {
        return noun.replaceFirst("^(le |la |les |l')", "");
    }
}
