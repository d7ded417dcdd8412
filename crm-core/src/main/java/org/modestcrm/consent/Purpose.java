package org.modestcrm.consent;

import java.util.Locale;
import org.modestcrm.internal.Texts;

/**
 * What something is done for. The usual ones are constants; a shop adds its own with {@link #of}.
 *
 * @param code upper-case letters, digits, {@code _}, {@code -} and {@code .}; given in any case, kept in upper case
 */
public record Purpose(String code) {
    /** News the customer subscribed to. */
    public static final Purpose NEWSLETTER = new Purpose("NEWSLETTER");
    /** Offers chosen for the customer. */
    public static final Purpose OFFERS = new Purpose("OFFERS");
    /** Handing the profile to partner sites. */
    public static final Purpose PARTNER_SHARING = new Purpose("PARTNER_SHARING");

    /**
     * Checks the code and turns it to upper case.
     *
     * @param code the code
     */
    public Purpose {
        code = Texts.code("purpose", code).toUpperCase(Locale.ROOT);
    }

    /**
     * The purpose of a code, built in or the shop's own.
     *
     * @param code such as {@code newsletter}
     * @return the purpose
     */
    public static Purpose of(String code) {
        return new Purpose(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
