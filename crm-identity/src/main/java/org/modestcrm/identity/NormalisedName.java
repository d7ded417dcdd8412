package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name as it is compared: folded words, the particles of the family name left out.
 *
 * @param given given names without blanks, {@code mariaclaud} for Maria-Claude; empty when not known
 * @param givenWords their words, one letter for an initial
 * @param family family names without blanks and particles
 * @param familyWords their words
 * @param sex 'm', 'f', or '-' where the form of address does not tell
 */
record NormalisedName(String given, List<String> givenWords, String family, List<String> familyWords, char sex) {
    static final NormalisedName NONE = new NormalisedName("", List.of(), "", List.of(), '-');
    private static final int MOST_WORDS = 8;

    /** A name whose parts are told apart, or not: what is missing is read from the full name. */
    static NormalisedName of(PersonRecord record) {
        char sex = sex(Fold.words(record.value(PersonField.TITLE, 0)));
        String given = record.value(PersonField.GIVEN_NAME, 0);
        String family = record.value(PersonField.FAMILY_NAME, 0);
        String full = record.value(PersonField.FULL_NAME, 0);
        if (given.isBlank() && family.isBlank() && !full.isBlank()) {
            return parse(Fold.repaired(Fold.cut(full)), sex);
        }
        return of(Fold.words(given), Fold.words(family), sex);
    }

    private static NormalisedName of(List<String> given, List<String> family, char sex) {
        List<String> givenWords = limited(given);
        List<String> familyWords = limited(withoutParticles(family));
        return new NormalisedName(
                String.join("", givenWords), givenWords, String.join("", familyWords), familyWords, sex);
    }

    private static List<String> limited(List<String> words) {
        return List.copyOf(words.subList(0, Math.min(MOST_WORDS, words.size())));
    }

    /** {@code DUPONT, Jean}, {@code DUPONT Jean}, {@code Mme Jeanne de la Tour}, {@code Jean}. */
    private static NormalisedName parse(String full, char sex) {
        int comma = full.indexOf(',');
        if (comma >= 0) {
            return of(Fold.words(full.substring(comma + 1)), Fold.words(full.substring(0, comma)), sex);
        }
        List<String> raw = new ArrayList<>(List.of(full.strip().split("\\s+", 20)));
        char told = sex;
        while (raw.size() > 1 && isTitle(raw.get(0))) {
            told = told == '-' ? sex(Fold.words(raw.get(0))) : told;
            raw.remove(0);
        }
        int upper = upperCaseWords(raw);
        if (upper > 0 && upper < raw.size()) {
            boolean first = shouted(raw.get(0));
            List<String> shouted = first ? raw.subList(0, upper) : raw.subList(raw.size() - upper, raw.size());
            List<String> rest = first ? raw.subList(upper, raw.size()) : raw.subList(0, raw.size() - upper);
            return of(words(rest), words(shouted), told);
        }
        return of(words(raw.subList(0, 1)), words(raw.subList(1, raw.size())), told);
    }

    /** How many words at one end are written in capitals; 0 when none or all are. */
    private static int upperCaseWords(List<String> raw) {
        int count = 0;
        if (shouted(raw.get(0))) {
            while (count < raw.size() && shouted(raw.get(count))) {
                count++;
            }
            return count;
        }
        while (count < raw.size() && shouted(raw.get(raw.size() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static boolean shouted(String word) {
        return word.length() > 1
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT))
                && !word.endsWith(".");
    }

    private static List<String> words(List<String> raw) {
        return Fold.words(String.join(" ", raw));
    }

    private static boolean isTitle(String word) {
        List<String> words = Fold.words(word);
        boolean lone = word.length() == 1;
        return !lone && words.size() == 1 && Wordlists.TITLES.containsKey(words.get(0));
    }

    private static char sex(List<String> title) {
        return title.isEmpty() ? '-' : Wordlists.TITLES.getOrDefault(title.get(0), '-');
    }

    private static List<String> withoutParticles(List<String> words) {
        List<String> core = words.stream()
                .filter(word -> !Wordlists.PARTICLES.contains(word))
                .toList();
        return core.isEmpty() ? words : core;
    }

    boolean hasGiven() {
        return !given.isEmpty();
    }

    boolean hasFamily() {
        return !family.isEmpty();
    }

    /** The same words with given and family name changed over. */
    NormalisedName swapped() {
        return new NormalisedName(family, familyWords, given, givenWords, sex);
    }
}
