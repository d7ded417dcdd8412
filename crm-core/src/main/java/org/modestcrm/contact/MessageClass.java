package org.modestcrm.contact;

import java.util.Locale;
import org.modestcrm.internal.Texts;

/**
 * What kind of message it is, as far as contact pressure goes. The usual ones are constants; a shop adds its own.
 *
 * @param code upper-case letters, digits, {@code _}, {@code -} and {@code .}; given in any case, kept in upper case
 */
public record MessageClass(String code) {
    /** What the customer waits for, such as an order confirmation: never held back, always counted. */
    public static final MessageClass TRANSACTIONAL = new MessageClass("TRANSACTIONAL");
    /** An answer or a notice about a running matter. */
    public static final MessageClass SERVICE = new MessageClass("SERVICE");
    /** What the shop wants to tell. */
    public static final MessageClass MARKETING = new MessageClass("MARKETING");

    /**
     * Checks the code and turns it to upper case.
     *
     * @param code the code
     */
    public MessageClass {
        code = Texts.code("message class", code).toUpperCase(Locale.ROOT);
    }

    /**
     * The class of a code, built in or the shop's own.
     *
     * @param code such as {@code marketing}
     * @return the class
     */
    public static MessageClass of(String code) {
        return new MessageClass(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
