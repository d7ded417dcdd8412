package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.language.ColognePhonetic;
import org.apache.commons.codec.language.DoubleMetaphone;

/** The keys of a record: those it is found under, and those it looks under. */
final class Blocking {
    private static final int BANDS = 4;
    private static final int ROWS = 3;

    private Blocking() {}

    /** Keys under which others find the record. */
    static KeySet posted(Features of) {
        KeySet keys = common(of);
        of.name.familyWords().forEach(word -> keys.add(BlockKey.MAILBOX_NAME, "family", word));
        mailboxTokens(of).forEach(token -> keys.add(BlockKey.MAILBOX_NAME, "mailbox", token));
        return keys;
    }

    /** Keys under which the record looks for others. */
    static KeySet probed(Features of) {
        KeySet keys = common(of);
        of.name.familyWords().forEach(word -> keys.add(BlockKey.MAILBOX_NAME, "mailbox", word));
        mailboxTokens(of).forEach(token -> keys.add(BlockKey.MAILBOX_NAME, "family", token));
        return keys;
    }

    private static KeySet common(Features of) {
        KeySet keys = new KeySet();
        for (NormalisedEmail email : of.emails) {
            keys.add(BlockKey.EMAIL, email.address());
            if (email.local().length() > 4) {
                keys.add(BlockKey.MAILBOX, email.local());
            }
        }
        for (NormalisedPhone phone : of.phones) {
            keys.add(BlockKey.PHONE, Long.toString(phone.number() % 100_000_000));
        }
        for (String identifier : of.identifiers) {
            keys.add(BlockKey.IDENTIFIER, identifier);
        }
        names(of.name, keys);
        for (NormalisedAddress address : of.addresses) {
            addresses(of.name, address, keys);
        }
        if (of.birth != null) {
            births(of.name, of.birth, keys);
        }
        return keys;
    }

    private static void names(NormalisedName name, KeySet keys) {
        boolean inOrder = name.given().compareTo(name.family()) < 0;
        keys.add(BlockKey.NAME, inOrder ? name.given() : name.family(), inOrder ? name.family() : name.given());
        for (String word : name.familyWords()) {
            keys.add(BlockKey.NAME_SOUND, sound(word), first(name.given(), 1));
        }
        if (name.hasGiven() && name.hasFamily()) {
            String one = sound(name.given());
            String other = sound(name.family());
            boolean order = one.compareTo(other) < 0;
            keys.add(BlockKey.NAME_SOUND, "both", order ? one : other, order ? other : one);
        }
        if (name.hasGiven() && name.hasFamily()) {
            pieces(name.given() + name.family(), keys);
        }
    }

    private static void addresses(NormalisedName name, NormalisedAddress address, KeySet keys) {
        String number = address.number() < 0 ? "" : Integer.toString(address.number());
        keys.add(BlockKey.ADDRESS, first(address.street(), 6), number, address.postcode());
        keys.add(BlockKey.GIVEN_STREET, first(name.given(), 3), first(address.street(), 6), number);
        keys.add(BlockKey.ADDRESS, "city", first(address.street(), 6), number, first(address.city(), 4));
        keys.add(BlockKey.ADDRESS, "extra", address.extra(), address.postcode());
        keys.add(BlockKey.GIVEN_PLACE, name.given(), address.postcode());
        keys.add(BlockKey.GIVEN_PLACE, "city", first(name.given(), 4), first(address.city(), 5));
        for (String word : name.familyWords()) {
            keys.add(BlockKey.FAMILY_PLACE, "city", sound(word), first(address.city(), 5));
            keys.add(BlockKey.FAMILY_PLACE, "number", sound(word), number, first(address.street(), 3));
            keys.add(BlockKey.FAMILY_PLACE, sound(word), address.postcode());
        }
    }

    private static void births(NormalisedName name, NormalisedBirth birth, KeySet keys) {
        String year = Integer.toString(birth.yearOfCentury());
        keys.add(BlockKey.BIRTH, birth.exact() ? Integer.toString(birth.digits()) : "");
        keys.add(BlockKey.GIVEN_BIRTH, first(name.given(), 4), year);
        for (String word : name.familyWords()) {
            keys.add(BlockKey.FAMILY_BIRTH, sound(word), year);
        }
    }

    /** Beginnings and sounds: German by Cologne phonetics, which also tells most other spellings together. */
    static String sound(String word) {
        if (word.length() < 3) {
            return word;
        }
        String cologne = new ColognePhonetic().colognePhonetic(word);
        return cologne.length() > 1 ? cologne : new DoubleMetaphone().doubleMetaphone(word);
    }

    private static String first(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters);
    }

    /** Least hash values of two-letter pieces, in bands: texts with most pieces in common share a band. */
    private static void pieces(String text, KeySet keys) {
        List<String> pieces = List.copyOf(Similarity.bigrams(text));
        for (int band = 0; band < BANDS; band++) {
            StringBuilder key = new StringBuilder();
            for (int row = 0; row < ROWS; row++) {
                key.append(least(pieces, band * ROWS + row)).append(',');
            }
            keys.add(BlockKey.NAME_PIECES, Integer.toString(band), key.toString());
        }
    }

    private static int least(List<String> pieces, int seed) {
        int least = Integer.MAX_VALUE;
        for (String piece : pieces) {
            int hash = (piece.charAt(0) * 131 + piece.charAt(1)) * 0x9E3779B1 + seed * 0x85EBCA6B;
            hash ^= hash >>> 15;
            hash *= 0x2C1B3C6D;
            hash ^= hash >>> 12;
            least = Math.min(least, hash & 0x7FFFFFFF);
        }
        return least;
    }

    /** What may be a family name in the mailbox of a record that gives none. */
    private static List<String> mailboxTokens(Features of) {
        NormalisedEmail mailbox = of.mailbox();
        if (of.name.hasFamily() || mailbox == null) {
            return List.of();
        }
        List<String> tokens = new ArrayList<>();
        for (String part : Fold.letters(mailbox.local()).split("[^\\p{L}]+", 10)) {
            if (part.length() > 3) {
                tokens.add(part);
                tokens.add(part.substring(1));
                tokens.add(part.substring(0, part.length() - 1));
            }
        }
        return tokens;
    }
}
