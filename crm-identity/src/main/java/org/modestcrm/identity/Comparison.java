package org.modestcrm.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two records: the level of each piece of evidence, and the values whose rarity counts. */
final class Comparison {
    private static final Evidence[] ALL = Evidence.values();

    /** Level numbers by the ordinal of the evidence. */
    final byte[] levels = new byte[ALL.length];
    /** The given name that agrees, empty when none does. */
    String given = "";
    /** The family name that agrees, empty when none does. */
    String family = "";

    private Comparison() {}

    /** Compares two records; which of them is given first makes no difference. */
    static Comparison of(Features one, Features other) {
        boolean inOrder = one.key.compareTo(other.key) <= 0;
        Features a = inOrder ? one : other;
        Features b = inOrder ? other : one;
        Comparison result = new Comparison();
        result.names(a.name, b.name);
        result.set(Evidence.EMAIL, EmailComparison.level(a.emails, b.emails));
        result.set(Evidence.PHONE, phones(a.phones, b.phones));
        result.addresses(a.addresses, b.addresses);
        result.set(Evidence.REGION, equal(a.region, b.region));
        result.set(Evidence.COMPANY, equal(a.company, b.company));
        result.set(Evidence.BIRTH_DATE, births(a.birth, b.birth));
        result.set(Evidence.IDENTIFIER, identifiers(a.identifiers, b.identifiers));
        result.set(Evidence.TITLE, titles(a.name.sex(), b.name.sex()));
        result.mailboxes(a, b);
        return result;
    }

    byte level(Evidence evidence) {
        return levels[evidence.place()];
    }

    boolean says(Evidence evidence) {
        return level(evidence) != Evidence.MISSING;
    }

    /** The best of this and another, piece by piece: how two persons agree who have several records each. */
    Comparison best(Comparison other) {
        Comparison best = new Comparison();
        for (int e = 0; e < ALL.length; e++) {
            best.levels[e] = better(levels[e], other.levels[e]) ? levels[e] : other.levels[e];
        }
        boolean givenHere = better(level(Evidence.GIVEN_NAME), other.level(Evidence.GIVEN_NAME));
        Evidence told = says(Evidence.FAMILY_NAME) || other.says(Evidence.FAMILY_NAME)
                ? Evidence.FAMILY_NAME
                : Evidence.MAILBOX_NAME;
        boolean familyHere = better(level(told), other.level(told));
        best.given = givenHere ? given : other.given;
        best.family = familyHere ? family : other.family;
        return best;
    }

    private static boolean better(byte level, byte other) {
        return level != Evidence.MISSING && (other == Evidence.MISSING || level <= other);
    }

    /** Whether something shows a home in common: family name and street, or a line or mailbox that both use. */
    boolean sharesHome() {
        boolean family = says(Evidence.FAMILY_NAME) && level(Evidence.FAMILY_NAME) < Evidence.FAMILY_NAME.worst();
        boolean street = says(Evidence.STREET) && level(Evidence.STREET) <= 1 && level(Evidence.PLACE) <= 1;
        boolean line = says(Evidence.PHONE) && level(Evidence.PHONE) <= 1;
        return family && street || line || level(Evidence.EMAIL) == 0;
    }

    /** What was guessed from mailboxes is left out where the thing itself is known. */
    Comparison withoutGuesses() {
        if (says(Evidence.FAMILY_NAME)) {
            set(Evidence.MAILBOX_NAME, Evidence.MISSING);
        }
        boolean sameMailbox = says(Evidence.EMAIL) && level(Evidence.EMAIL) < Evidence.EMAIL.worst();
        if (says(Evidence.BIRTH_DATE) || sameMailbox) {
            set(Evidence.BIRTH_YEAR, Evidence.MISSING);
        }
        return this;
    }

    private void set(Evidence evidence, int level) {
        levels[evidence.place()] = (byte) level;
    }

    private void names(NormalisedName a, NormalisedName b) {
        int given = NameComparison.given(a, b);
        int family = NameComparison.family(a, b);
        if (!agrees(given) && !agrees(family)) {
            NormalisedName swapped = b.swapped();
            int swappedGiven = NameComparison.given(a, swapped);
            int swappedFamily = NameComparison.family(a, swapped);
            if (agrees(swappedGiven) && agrees(swappedFamily)) {
                put(a, swapped, swappedGiven, swappedFamily);
                return;
            }
            if (agrees(swappedGiven) || agrees(swappedFamily)) {
                put(a, b, given, Evidence.MISSING); // a name in the wrong field: neither one family nor two
                return;
            }
        }
        put(a, b, given, family);
    }

    private static boolean agrees(int level) {
        return level >= 0 && level < 3;
    }

    private void put(NormalisedName a, NormalisedName b, int givenLevel, int familyLevel) {
        set(Evidence.GIVEN_NAME, givenLevel);
        set(Evidence.FAMILY_NAME, familyLevel);
        given = givenLevel == 0 ? a.given() : "";
        family = switch (familyLevel) {
            case 0 -> a.family();
            case 1 -> NameComparison.shared(a.familyWords(), b.familyWords());
            default -> "";
        };
    }

    private static int phones(NormalisedPhone[] a, NormalisedPhone[] b) {
        int best = a.length == 0 || b.length == 0 ? Evidence.MISSING : Evidence.PHONE.worst();
        for (NormalisedPhone one : a) {
            for (NormalisedPhone other : b) {
                best = Math.min(best, phone(one, other));
            }
        }
        return best;
    }

    private static int phone(NormalisedPhone a, NormalisedPhone b) {
        if (a.same(b)) {
            boolean mobile = a.line() == NormalisedPhone.Line.MOBILE || b.line() == NormalisedPhone.Line.MOBILE;
            return mobile ? 0 : 1;
        }
        String one = Long.toString(a.number());
        String other = Long.toString(b.number());
        if (one.length() > 6 && Similarity.editDistance(one, other, 1) <= 1) {
            return 2;
        }
        boolean mobiles = a.line() == NormalisedPhone.Line.MOBILE && b.line() == NormalisedPhone.Line.MOBILE;
        return mobiles ? 4 : 3;
    }

    private void addresses(NormalisedAddress[] a, NormalisedAddress[] b) {
        int street = Evidence.MISSING;
        int place = Evidence.MISSING;
        int extra = Evidence.MISSING;
        int best = Integer.MAX_VALUE;
        for (NormalisedAddress one : a) {
            for (NormalisedAddress other : b) {
                int streets = AddressComparison.street(one, other);
                int places = AddressComparison.place(one, other);
                int rank = (streets < 0 ? 2 : streets) + (places < 0 ? 2 : places);
                if (rank < best) {
                    best = rank;
                    street = streets;
                    place = places;
                    extra = AddressComparison.extra(one, other);
                }
            }
        }
        set(Evidence.STREET, street);
        set(Evidence.PLACE, place);
        set(Evidence.ADDRESS_EXTRA, extra);
    }

    private static int equal(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Evidence.MISSING;
        }
        return a.equals(b) ? 0 : 1;
    }

    static int births(@Nullable NormalisedBirth a, @Nullable NormalisedBirth b) {
        if (a == null || b == null) {
            return Evidence.MISSING;
        }
        boolean sameYear = a.yearOfCentury() == b.yearOfCentury();
        if (!a.exact() || !b.exact()) {
            return sameYear ? 3 : Evidence.BIRTH_DATE.worst();
        }
        if (a.equals(b)) {
            return 0;
        }
        boolean century = a.digits() == b.digits();
        boolean swapped = sameYear && a.month() == b.day() && a.day() == b.month();
        boolean near = century || swapped || oneDigitOff(a, b);
        if (near) {
            return 1;
        }
        return close(a, b) ? 2 : Evidence.BIRTH_DATE.worst();
    }

    /** Two of three parts equal, or about the same day of the same year, the one before or the one ten years before. */
    private static boolean close(NormalisedBirth a, NormalisedBirth b) {
        int years = Math.abs(a.year() - b.year());
        int same = (years == 0 ? 1 : 0) + (a.month() == b.month() ? 1 : 0) + (a.day() == b.day() ? 1 : 0);
        int months = Math.abs(a.year() * 12 + a.month() - b.year() * 12 - b.month());
        return same >= 2 || months <= 2 || Math.abs(months - 12) <= 1 || Math.abs(months - 120) <= 1;
    }

    private static boolean oneDigitOff(NormalisedBirth a, NormalisedBirth b) {
        String one = Integer.toString(1_000_000 + a.digits());
        String other = Integer.toString(1_000_000 + b.digits());
        return Similarity.editDistance(one, other, 1) <= 1;
    }

    private static int titles(char a, char b) {
        if (a == '-' || b == '-') {
            return Evidence.MISSING;
        }
        return a == b ? 0 : 1;
    }

    private static int identifiers(String[] a, String[] b) {
        int best = Evidence.MISSING;
        for (String one : a) {
            for (String other : b) {
                int level = identifier(one, other);
                best = best == Evidence.MISSING || level != Evidence.MISSING && level < best ? level : best;
            }
        }
        return best;
    }

    private static int identifier(String a, String b) {
        int kind = a.indexOf('\n');
        if (kind != b.indexOf('\n') || !a.regionMatches(0, b, 0, kind)) {
            return Evidence.MISSING;
        }
        if (a.equals(b)) {
            return 0;
        }
        boolean near = a.length() - kind > 6 && Similarity.editDistance(a.substring(kind), b.substring(kind), 1) <= 1;
        return near ? 1 : 2;
    }

    private void mailboxes(Features a, Features b) {
        set(Evidence.MAILBOX_NAME, Evidence.MISSING);
        if (!says(Evidence.EMAIL) || level(Evidence.EMAIL) > 2) {
            boolean known = a.name.hasFamily() && b.name.hasFamily();
            if (!known) {
                Features named = a.name.hasFamily() ? a : b;
                mailboxName(named.name.familyWords(), (named == a ? b : a).mailbox());
            }
        }
        set(Evidence.BIRTH_YEAR, says(Evidence.BIRTH_DATE) ? Evidence.MISSING : year(a, b));
    }

    private void mailboxName(List<String> words, @Nullable NormalisedEmail mailbox) {
        if (mailbox == null || words.isEmpty()) {
            return;
        }
        String letters = mailbox.letters();
        for (String word : words) {
            if (word.length() > 2 && letters.contains(word)) {
                set(Evidence.MAILBOX_NAME, 0);
                family = word;
                return;
            }
        }
        set(Evidence.MAILBOX_NAME, 1);
    }

    private int year(Features a, Features b) {
        if (says(Evidence.EMAIL) && level(Evidence.EMAIL) < Evidence.EMAIL.worst()) {
            return Evidence.MISSING;
        }
        int one = year(a);
        int other = year(b);
        boolean known = one >= 0 && other >= 0 && (a.birth == null || b.birth == null);
        return known ? (one == other ? 0 : 1) : Evidence.MISSING;
    }

    private static int year(Features of) {
        if (of.birth != null) {
            return of.birth.yearOfCentury();
        }
        NormalisedEmail mailbox = of.mailbox();
        return mailbox == null ? -1 : mailbox.year();
    }
}
