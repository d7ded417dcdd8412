package org.modestcrm.customer;

import java.util.Locale;
import org.modestcrm.internal.Texts;

/**
 * A kind of identifier. The usual ones are constants; a shop adds its own with {@link #of}.
 *
 * @param code upper-case letters, digits, {@code _}, {@code -} and {@code .}; given in any case, kept in upper case
 */
public record IdentifierType(String code) {
    /** The number a system of the shop gives its customer. */
    public static final IdentifierType CUSTOMER_NUMBER = new IdentifierType("CUSTOMER_NUMBER");
    /** An e-mail address. */
    public static final IdentifierType EMAIL = new IdentifierType("EMAIL");
    /** A telephone number. */
    public static final IdentifierType PHONE = new IdentifierType("PHONE");
    /** The number on a loyalty card. */
    public static final IdentifierType LOYALTY_CARD = new IdentifierType("LOYALTY_CARD");
    /** The id a browser carries, usually in a cookie. */
    public static final IdentifierType VISITOR = new IdentifierType("VISITOR");
    /** The id under which a partner site knows the customer. */
    public static final IdentifierType PARTNER_PROFILE = new IdentifierType("PARTNER_PROFILE");

    /**
     * Checks the code and turns it to upper case.
     *
     * @param code the code
     */
    public IdentifierType {
        code = Texts.code("identifier type", code).toUpperCase(Locale.ROOT);
    }

    /**
     * The type of a code, built in or the shop's own.
     *
     * @param code such as {@code LOYALTY_CARD}
     * @return the type
     */
    public static IdentifierType of(String code) {
        return new IdentifierType(code);
    }

    /**
     * The form in which two values are compared: surrounding blanks off, e-mail addresses in lower case, telephone
     * numbers without punctuation and with {@code +} for {@code 00}.
     *
     * @param value the value as given
     * @return the normalised value
     */
    public String normalise(String value) {
        String stripped = value.strip();
        if (equals(EMAIL)) {
            return stripped.toLowerCase(Locale.ROOT);
        }
        return equals(PHONE) ? PhoneNumber.normalise(stripped) : stripped;
    }

    @Override
    public String toString() {
        return code;
    }
}
