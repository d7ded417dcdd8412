package org.modestcrm.customer;

import java.util.Locale;

/**
 * An address a customer can be written to. The domain is lower-cased, the local part is kept as given.
 *
 * @param value local part, {@code @}, domain; 3 to 254 characters (RFC 5321, 4.5.3.1.3), no blanks or control
 *     characters
 */
public record EmailAddress(String value) {
    /**
     * Checks the shape and lower-cases the domain.
     *
     * @param value the address
     * @throws IllegalArgumentException when it is no address; the message tells its length and fault, not the address
     */
    public EmailAddress {
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1 || value.length() > 254) {
            throw new IllegalArgumentException(
                    "email address of " + value.length() + " characters (expected: local-part@domain, at most 254)");
        }
        checkCharacters(value, at);
        value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
    }

    private static void checkCharacters(String value, int at) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean bad = c <= ' ' || c == 0x7f || "<>()[]\\,;:\"".indexOf(c) >= 0 || c == '@' && i != at;
            if (bad || Character.isISOControl(c) || Character.isWhitespace(c)) {
                throw new IllegalArgumentException("email address of " + value.length() + " characters has U+"
                        + String.format("%04X", (int) c) + " at position " + (i + 1)
                        + " (expected: local-part@domain, no blanks, quotes or control characters)");
            }
        }
    }

    /**
     * The address of a text.
     *
     * @param value the address
     * @return the address
     */
    public static EmailAddress of(String value) {
        return new EmailAddress(value);
    }

    /**
     * What stands after the {@code @}.
     *
     * @return the domain in lower case
     */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** The first character and the domain: personal data stays out of logs and messages. */
    @Override
    public String toString() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }
}
