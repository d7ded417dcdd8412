package org.modestcrm.email;

import java.util.Locale;

/** Which form of a word a whole number takes, by the plural rules of CLDR for the languages we have; others take two forms. */
final class PluralForm {
    private PluralForm() {}

    static String of(int count, Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja", "zh", "ko", "vi", "th", "id" -> "other";
            case "fr", "pt" -> count <= 1 ? "one" : "other";
            case "ar" -> arabic(count);
            case "pl" -> polish(count);
            case "ru", "uk" -> eastSlavic(count);
            case "cs", "sk" -> count == 1 ? "one" : count >= 2 && count <= 4 ? "few" : "other";
            default -> count == 1 ? "one" : "other";
        };
    }

    private static String arabic(int count) {
        if (count <= 2) {
            return count == 0 ? "zero" : count == 1 ? "one" : "two";
        }
        int rest = count % 100;
        return rest >= 3 && rest <= 10 ? "few" : rest >= 11 ? "many" : "other";
    }

    private static String polish(int count) {
        return count == 1 ? "one" : endsInFew(count) ? "few" : "many";
    }

    private static String eastSlavic(int count) {
        boolean one = count % 10 == 1 && count % 100 != 11;
        return one ? "one" : endsInFew(count) ? "few" : "many";
    }

    private static boolean endsInFew(int count) {
        int last = count % 10;
        int lastTwo = count % 100;
        return last >= 2 && last <= 4 && !(lastTwo >= 12 && lastTwo <= 14);
    }
}
