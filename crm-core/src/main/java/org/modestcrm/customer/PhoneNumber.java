package org.modestcrm.customer;

import java.util.regex.Pattern;

/**
 * A telephone number, kept as given and compared without punctuation. Which country a national number belongs to is not
 * guessed here.
 *
 * @param value 3 to 17 digits, a {@code +} before them, blanks and {@code ( ) . - /} between them; at most 40 characters
 */
public record PhoneNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9\\h().\\-/]{1,39}");
    private static final Pattern TRUNK_ZERO = Pattern.compile("\\(0\\)");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\h\\s().\\-/]");

    /**
     * Checks the shape.
     *
     * @param value the number
     * @throws IllegalArgumentException when it is no number; the message tells its length, not the number
     */
    public PhoneNumber {
        value = value.strip();
        long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
        if (!SHAPE.matcher(value).matches() || digits < 3 || digits > 17) {
            throw new IllegalArgumentException("phone number of " + value.length() + " characters, " + digits
                    + " of them digits (expected: 3 to 17 digits, a + before them, blanks and ( ) . - / between them)");
        }
    }

    /**
     * The number of a text.
     *
     * @param value the number as given
     * @return the number
     */
    public static PhoneNumber of(String value) {
        return new PhoneNumber(value);
    }

    /**
     * The form in which numbers are compared.
     *
     * @return digits, with a {@code +} before them when the number is international; {@code 00} became {@code +}
     */
    public String normalised() {
        return normalise(value);
    }

    /** The form for comparison of any text, number or not. */
    static String normalise(String text) {
        String stripped = text.strip();
        if (stripped.startsWith("+") || stripped.startsWith("00")) {
            stripped = TRUNK_ZERO.matcher(stripped).replaceFirst("");
        }
        String digits = PUNCTUATION.matcher(stripped).replaceAll("");
        return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    }

    /** The length only: numbers stay out of logs. */
    @Override
    public String toString() {
        return "phone number of " + value.length() + " characters";
    }
}
