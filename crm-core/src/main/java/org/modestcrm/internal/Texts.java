package org.modestcrm.internal;

/** The checks of a text that comes from outside: something in it, not too long, no control characters. */
public final class Texts {
    private Texts() {}

    /**
     * The text itself, when it can be kept.
     *
     * @param what the name of the part, for the message
     * @param value the text
     * @param maxChars the greatest length, in UTF-16 units
     * @return the value unchanged
     * @throws IllegalArgumentException when it is blank, too long or has control characters; the message tells which,
     *     never the value
     */
    public static String required(String what, String value, int maxChars) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + ": blank (expected: 1 to " + maxChars + " characters)");
        }
        return optional(what, value, maxChars);
    }

    /**
     * The text itself, when it can be kept; it may be empty.
     *
     * @param what the name of the part, for the message
     * @param value the text
     * @param maxChars the greatest length, in UTF-16 units
     * @return the value unchanged
     * @throws IllegalArgumentException when it is too long or has control characters
     */
    public static String optional(String what, String value, int maxChars) {
        if (value.length() > maxChars) {
            throw new IllegalArgumentException(
                    what + ": " + value.length() + " characters (expected: at most " + maxChars + ")");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException(what + ": control character U+"
                        + String.format("%04X", (int) value.charAt(i)) + " at position " + (i + 1)
                        + " (expected: none)");
            }
        }
        return value;
    }

    /**
     * An open code such as a channel or a purpose: letters, digits, {@code _}, {@code -} and {@code .}.
     *
     * @param what the name of the part, for the message
     * @param code 1 to 60 characters
     * @return the code unchanged
     * @throws IllegalArgumentException when a character does not belong in a code
     */
    public static String code(String what, String code) {
        required(what, code, 60);
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean fits =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-.".indexOf(c) >= 0;
            if (!fits) {
                throw new IllegalArgumentException(what + ": \"" + code + "\" has '" + c + "' at position " + (i + 1)
                        + " (expected: letters, digits, _, - and .)");
            }
        }
        return code;
    }
}
