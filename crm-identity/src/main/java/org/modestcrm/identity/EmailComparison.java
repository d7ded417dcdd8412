package org.modestcrm.identity;

/** Levels of agreement of e-mail addresses. */
final class EmailComparison {
    private EmailComparison() {}

    static int level(NormalisedEmail[] a, NormalisedEmail[] b) {
        int best = Evidence.MISSING;
        for (NormalisedEmail one : a) {
            for (NormalisedEmail other : b) {
                int level = level(one, other);
                best = best == Evidence.MISSING || level != Evidence.MISSING && level < best ? level : best;
            }
        }
        return best;
    }

    private static int level(NormalisedEmail a, NormalisedEmail b) {
        if (a.equals(b)) {
            return 0;
        }
        if (a.kind() == NormalisedEmail.Kind.RELAY || b.kind() == NormalisedEmail.Kind.RELAY) {
            return Evidence.MISSING; // a relay address is made anew for each shop: a different one tells nothing
        }
        boolean sameLocal = a.local().equals(b.local());
        if (sameLocal && near(a.domain(), b.domain())) {
            return 1;
        }
        if (sameLocal) {
            // without digits it is but the name again, which is compared elsewhere
            return digits(a.local()).isEmpty() ? Evidence.MISSING : 3;
        }
        boolean near = a.domain().equals(b.domain()) && a.local().length() > 4 && nearLocal(a.local(), b.local());
        if (near) {
            return 1;
        }
        return alike(a.address(), b.address()) ? 2 : 4;
    }

    /** A few slips in a long address. */
    private static boolean alike(String a, String b) {
        int slips = Math.min(4, Math.min(a.length(), b.length()) / 5);
        return Similarity.editDistance(a, b, slips) <= slips;
    }

    private static boolean near(String a, String b) {
        return a.length() > 5 && Similarity.editDistance(a, b, 1) <= 1;
    }

    /** One slip in the letters; other digits are another mailbox. */
    private static boolean nearLocal(String a, String b) {
        return Similarity.editDistance(a, b, 1) <= 1 && digits(a).equals(digits(b));
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(4);
        text.chars().filter(Character::isDigit).forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
