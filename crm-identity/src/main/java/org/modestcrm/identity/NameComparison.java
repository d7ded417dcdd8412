package org.modestcrm.identity;

import java.util.List;

/** Levels of agreement of given and family names. */
final class NameComparison {
    private static final double ALIKE = 0.9;

    private NameComparison() {}

    static int given(NormalisedName a, NormalisedName b) {
        if (!a.hasGiven() || !b.hasGiven()) {
            return Evidence.MISSING;
        }
        if (initial(a) || initial(b)) {
            return a.given().charAt(0) == b.given().charAt(0) ? 3 : 4;
        }
        if (a.given().equals(b.given())) {
            return 0;
        }
        if (variant(a.givenWords(), b.givenWords()) || variant(b.givenWords(), a.givenWords())) {
            return 1;
        }
        if (initials(a, b) || initials(b, a)) {
            return 3;
        }
        boolean twoNames = Wordlists.KNOWN_NAMES.contains(a.given()) && Wordlists.KNOWN_NAMES.contains(b.given());
        return !twoNames && alike(a.given(), b.given()) ? 2 : 4;
    }

    private static boolean initial(NormalisedName name) {
        return name.given().length() == 1;
    }

    /** {@code am} for Anne-Marie. */
    private static boolean initials(NormalisedName a, NormalisedName b) {
        List<String> words = b.givenWords();
        if (a.givenWords().size() != 1 || a.given().length() != words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).charAt(0) != a.given().charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Short forms, and a first name of two, {@code Marie} of {@code Marie-Claude}. */
    private static boolean variant(List<String> a, List<String> b) {
        return Wordlists.sameName(a.get(0), b.get(0))
                || a.size() < b.size() && a.get(0).equals(b.get(0))
                || a.size() > 1 && Wordlists.sameName(String.join("", a), b.get(0));
    }

    static int family(NormalisedName a, NormalisedName b) {
        if (!a.hasFamily() || !b.hasFamily()) {
            return Evidence.MISSING;
        }
        if (a.family().equals(b.family())) {
            return 0;
        }
        if (!shared(a.familyWords(), b.familyWords()).isEmpty()) {
            return 1;
        }
        return alike(a.family(), b.family()) || aWordAlike(a.familyWords(), b.familyWords()) ? 2 : 3;
    }

    /** A word of at least three letters that both have; empty when there is none. */
    static String shared(List<String> a, List<String> b) {
        for (String word : a) {
            if (word.length() > 2 && b.contains(word)) {
                return word;
            }
        }
        return "";
    }

    private static boolean aWordAlike(List<String> a, List<String> b) {
        if (a.size() + b.size() < 3) {
            return false;
        }
        return a.stream().anyMatch(one -> b.stream().anyMatch(other -> one.length() > 3 && alike(one, other)));
    }

    /** One edit in a short word, two in a long one, or alike by Jaro and Winkler. */
    static boolean alike(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (longer < 3) {
            return false;
        }
        int edits = longer > 8 ? 2 : 1;
        return Similarity.editDistance(a, b, edits) <= edits || Similarity.jaroWinkler(a, b) >= ALIKE && longer > 4;
    }
}
