package org.modestcrm.identity;

/** Levels of agreement of postal addresses. */
final class AddressComparison {
    private static final double ALIKE = 0.8;

    private AddressComparison() {}

    static int street(NormalisedAddress a, NormalisedAddress b) {
        if (!a.hasStreet() || !b.hasStreet()) {
            return Evidence.MISSING;
        }
        boolean exchanged = exchanged(a, b);
        boolean equal = exchanged || a.street().equals(b.street());
        boolean alike = equal || alike(a.street(), b.street());
        boolean known = a.number() >= 0 && b.number() >= 0;
        boolean sameNumber = known && a.number() == b.number();
        if (equal && sameNumber) {
            return 0;
        }
        if (alike && (sameNumber || !known) || alike && nearNumber(a.number(), b.number())) {
            return 1;
        }
        return alike ? 2 : 3;
    }

    /** Whether street and place name stand in each other's field. */
    private static boolean exchanged(NormalisedAddress a, NormalisedAddress b) {
        boolean one = !b.extra().isEmpty() && alike(a.street(), b.extra());
        boolean other = !a.extra().isEmpty() && alike(b.street(), a.extra());
        return (one || other) && !alike(a.street(), b.street());
    }

    private static boolean nearNumber(int a, int b) {
        return Math.max(a, b) > 9 && Similarity.editDistance(Integer.toString(a), Integer.toString(b), 1) <= 1;
    }

    static int place(NormalisedAddress a, NormalisedAddress b) {
        if (!a.hasPlace() || !b.hasPlace()) {
            return Evidence.MISSING;
        }
        boolean postcode = !a.postcode().isEmpty() && a.postcode().equals(b.postcode());
        boolean city = !a.city().isEmpty() && alike(a.city(), b.city());
        if (postcode && city) {
            return 0;
        }
        if (postcode || city && nearPostcode(a.postcode(), b.postcode())) {
            return 1;
        }
        return city ? 2 : 3;
    }

    /** One slip, which a leading zero lost by a spreadsheet is as well, or one that is not known. */
    private static boolean nearPostcode(String a, String b) {
        return a.isEmpty() || b.isEmpty() || Similarity.editDistance(a, b, 1) <= 1;
    }

    static int extra(NormalisedAddress a, NormalisedAddress b) {
        if (a.extra().isEmpty() || b.extra().isEmpty() || exchanged(a, b)) {
            return Evidence.MISSING;
        }
        if (a.extra().equals(b.extra())) {
            return 0;
        }
        return alike(a.extra(), b.extra()) ? 1 : 2;
    }

    private static boolean alike(String a, String b) {
        return a.equals(b) || Similarity.editSimilarity(a, b) >= ALIKE;
    }
}
