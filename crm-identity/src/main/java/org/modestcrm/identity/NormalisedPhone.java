package org.modestcrm.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A telephone number as it is compared.
 *
 * @param country calling code such as 33; 0 when neither number nor address tell the country
 * @param number the national significant number, without trunk prefix
 * @param line what stands at the other end
 */
record NormalisedPhone(int country, long number, Line line) {
    /** What stands at the other end of a number. */
    enum Line {
        /** A pocket: one person. */
        MOBILE,
        /** A home: its household. */
        FIXED,
        /** Not known. */
        UNKNOWN
    }

    private static final Map<Integer, String> MOBILE_BEGINNINGS = Map.of(
            33, "6 7", 49, "15 16 17", 44, "7", 31, "6", 34, "6 7", 32, "4", 39, "3", 41, "7", 43, "6", 351, "9");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /**
     * The number; empty when it is none or a made-up one.
     *
     * @param given as given
     * @param region ISO 3166-1 code of the country to dial from, empty when not known
     */
    static Optional<NormalisedPhone> of(String given, String region) {
        String text = Fold.cut(given).replace("(0)", "").strip();
        String digits = digits(text);
        if (digits.length() < 6 || digits.length() > 17 || madeUp(digits)) {
            return Optional.empty();
        }
        boolean international = text.startsWith("+") || digits.startsWith("00");
        String dialled = international ? "+" + (text.startsWith("+") ? digits : digits.substring(2)) : digits;
        String from = region.length() == 2 ? region.toUpperCase(Locale.ROOT) : "ZZ";
        if (!international && !NUMBERS.getSupportedRegions().contains(from)) {
            return plain(digits, 0);
        }
        try {
            PhoneNumber parsed = NUMBERS.parse(dialled, from);
            long number = parsed.getNationalNumber();
            return madeUp(Long.toString(number))
                    ? Optional.empty()
                    : Optional.of(new NormalisedPhone(parsed.getCountryCode(), number, line(parsed)));
        } catch (NumberParseException e) {
            return plain(digits, 0);
        }
    }

    private static Optional<NormalisedPhone> plain(String digits, int country) {
        return Optional.of(new NormalisedPhone(country, Long.parseLong(digits), Line.UNKNOWN));
    }

    private static Line line(PhoneNumber number) {
        PhoneNumberType type = NUMBERS.getNumberType(number);
        return switch (type) {
            case MOBILE -> Line.MOBILE;
            case FIXED_LINE -> Line.FIXED;
            default -> byBeginning(number);
        };
    }

    /** For numbers newer than the table of the library, and for those that may be either. */
    private static Line byBeginning(PhoneNumber number) {
        String beginnings = MOBILE_BEGINNINGS.getOrDefault(number.getCountryCode(), "");
        String digits = Long.toString(number.getNationalNumber());
        for (String beginning : beginnings.split(" ", 5)) {
            if (!beginning.isEmpty() && digits.startsWith(beginning)) {
                return Line.MOBILE;
            }
        }
        return Line.UNKNOWN;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** One digit at least six times in a row, or a row of digits one up or one down: nobody's number. */
    private static boolean madeUp(String digits) {
        int same = 1;
        int up = 1;
        int down = 1;
        int longest = 1;
        for (int i = 1; i < digits.length(); i++) {
            int step = digits.charAt(i) - digits.charAt(i - 1);
            same = step == 0 ? same + 1 : 1;
            up = step == 1 ? up + 1 : 1;
            down = step == -1 ? down + 1 : 1;
            longest = Math.max(longest, Math.max(same, Math.max(up, down)));
        }
        return longest >= Math.min(7, digits.length());
    }

    /** Whether both are one number; a country that is not known stands against nothing. */
    boolean same(NormalisedPhone other) {
        return number == other.number && (country == other.country || country == 0 || other.country == 0);
    }

    @Override
    public String toString() {
        return line + " number in +" + country;
    }
}
