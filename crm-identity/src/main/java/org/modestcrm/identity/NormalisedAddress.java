package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * A postal address as it is compared.
 *
 * @param street words of the street without fillers and number, joined; empty when not known
 * @param number the number of the house, -1 when not known
 * @param extra building or place name, joined
 * @param postcode letters and digits only
 * @param city joined
 */
record NormalisedAddress(String street, int number, String extra, String postcode, String city) {
    private static final int MOST_SEGMENTS = 6;

    static List<NormalisedAddress> of(PersonRecord record) {
        int count = Math.max(
                record.values(PersonField.STREET).size(),
                Math.max(
                        record.values(PersonField.POSTCODE).size(),
                        record.values(PersonField.CITY).size()));
        List<NormalisedAddress> all = new ArrayList<>(1);
        for (int i = 0; i < Math.min(count, 5); i++) {
            NormalisedAddress address = of(record, i);
            if (address.hasStreet() || address.hasPlace()) {
                all.add(address);
            }
        }
        return all;
    }

    private static NormalisedAddress of(PersonRecord record, int place) {
        String line = record.value(PersonField.STREET, place);
        List<String> tokens = Fold.words(streetLine(line));
        int at = numberAt(tokens);
        int number = at < 0 ? numberIn(record.value(PersonField.HOUSE_NUMBER, place)) : numberIn(tokens.get(at));
        StringBuilder street = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            if (i != at) {
                boolean behindNumber = at > 0 && i > at;
                street.append(behindNumber ? "" : streetWord(tokens.get(i), street.isEmpty()));
            }
        }
        return new NormalisedAddress(
                street.toString(),
                number,
                Fold.joined(record.value(PersonField.ADDRESS_EXTRA, place)),
                Fold.joined(record.value(PersonField.POSTCODE, place)),
                Fold.joined(record.value(PersonField.CITY, place)));
    }

    /** The segment of the line with the street: the first, or the first two when the first is but a number. */
    private static String streetLine(String line) {
        String[] segments = Fold.repaired(Fold.cut(line)).split(",", MOST_SEGMENTS);
        boolean numberFirst = segments.length > 1
                && segments[0].chars().filter(Character::isLetter).count() <= 4
                && !segments[0].isBlank()
                && Character.isDigit(segments[0].strip().charAt(0));
        return numberFirst ? segments[0] + " " + segments[1] : segments[0];
    }

    /** The first token when it starts with a digit, else the last such token; -1 when there is none. */
    private static int numberAt(List<String> tokens) {
        if (!tokens.isEmpty() && Character.isDigit(tokens.get(0).charAt(0))) {
            return 0;
        }
        int found = -1;
        for (int i = 1; i < tokens.size(); i++) {
            boolean suffix = found == i - 1 && tokens.get(i).length() <= 2; // 128-2: the 2 is a door
            if (Character.isDigit(tokens.get(i).charAt(0)) && !suffix) {
                found = i;
            }
        }
        return found;
    }

    private static int numberIn(String text) {
        int end = 0;
        String digits = text.strip();
        while (end < digits.length() && end < 6 && digits.charAt(end) >= '0' && digits.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? -1 : Integer.parseInt(digits.substring(0, end));
    }

    /** A word of the street; what is short for its kind, such as the C of C/ Mayor, only where it begins. */
    private static String streetWord(String word, boolean first) {
        boolean letter = word.length() == 1 && !first;
        boolean door =
                Character.isDigit(word.charAt(0)) || word.equals("bis") || word.equals("ter") || word.equals("hs");
        if (letter || door || Wordlists.STREET_FILLERS.contains(word)) {
            return "";
        }
        String known = Wordlists.STREET_WORDS.get(word);
        if (known != null) {
            return known;
        }
        boolean shortened = word.endsWith("str") && word.length() > 5;
        return word.length() == 1 ? "" : shortened ? word + "asse" : word;
    }

    boolean hasStreet() {
        return !street.isEmpty();
    }

    boolean hasPlace() {
        return !postcode.isEmpty() || !city.isEmpty();
    }

    @Override
    public String toString() {
        return "address with " + (hasStreet() ? "street" : "place");
    }
}
