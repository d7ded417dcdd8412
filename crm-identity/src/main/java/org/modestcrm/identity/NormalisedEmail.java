package org.modestcrm.identity;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address as it is compared. The address as given stays in the record.
 *
 * @param local the part before the @ in lower case, without {@code +tag}
 * @param domain the part after it in lower case, in ASCII
 * @param kind whose mailbox it is
 */
record NormalisedEmail(String local, String domain, Kind kind) {
    /** Whose mailbox an address is. */
    enum Kind {
        /** Of a person, or of two who share it. */
        PERSONAL,
        /** Made by a marketplace for one person: it tells who, but only inside the marketplace. */
        RELAY,
        /** Of nobody: {@code info@}, {@code noemail@}. */
        SHARED
    }

    /** The address; empty when the text is none, such as {@code n/a}. */
    static Optional<NormalisedEmail> of(String given) {
        String text = Fold.cut(given).strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1 || text.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        String domain = ascii(text.substring(at + 1));
        String local = text.substring(0, at);
        int tag = local.indexOf('+');
        local = tag > 0 ? local.substring(0, tag) : local;
        boolean google = domain.equals("gmail.com") || domain.equals("googlemail.com");
        local = google ? local.replace(".", "") : local;
        return Optional.of(new NormalisedEmail(local, google ? "gmail.com" : domain, kind(local, domain)));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return domain; // no domain of the real world; compared as it is
        }
    }

    private static Kind kind(String local, String domain) {
        if (Fold.words(domain).stream().anyMatch(Wordlists.RELAYS::contains)) {
            return Kind.RELAY;
        }
        return Wordlists.SHARED_MAILBOXES.contains(Fold.joined(local)) || domain.startsWith("test.")
                ? Kind.SHARED
                : Kind.PERSONAL;
    }

    boolean personal() {
        return kind == Kind.PERSONAL;
    }

    /** The letters of the local part, folded: {@code chevalierm} for {@code chevalierm78}. */
    String letters() {
        String folded = Fold.letters(local);
        StringBuilder letters = new StringBuilder(folded.length());
        folded.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** The last two digits at the end of the local part, often of the year of birth; -1 when there are not two or four. */
    int year() {
        int digits = 0;
        while (digits < local.length() && Character.isDigit(local.charAt(local.length() - 1 - digits))) {
            digits++;
        }
        boolean year = digits == 2 || digits == 4 && local.startsWith("19", local.length() - 4);
        return year ? Integer.parseInt(local.substring(local.length() - 2)) : -1;
    }

    String address() {
        return local + "@" + domain;
    }

    @Override
    public String toString() {
        return kind + " address of " + (local.length() + domain.length() + 1) + " characters";
    }
}
