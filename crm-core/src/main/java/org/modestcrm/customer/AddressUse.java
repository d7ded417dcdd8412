package org.modestcrm.customer;

import java.util.Locale;
import org.modestcrm.internal.Texts;

/**
 * What an address is used for. The usual ones are constants; a shop adds its own with {@link #of}.
 *
 * @param code upper-case letters, digits, {@code _}, {@code -} and {@code .}; given in any case, kept in upper case
 */
public record AddressUse(String code) implements Comparable<AddressUse> {
    /** Where the customer lives. */
    public static final AddressUse HOME = new AddressUse("HOME");
    /** Where the customer works. */
    public static final AddressUse WORK = new AddressUse("WORK");
    /** Where parcels go. */
    public static final AddressUse SHIPPING = new AddressUse("SHIPPING");
    /** Where invoices go. */
    public static final AddressUse BILLING = new AddressUse("BILLING");

    /**
     * Checks the code and turns it to upper case.
     *
     * @param code the code
     */
    public AddressUse {
        code = Texts.code("address use", code).toUpperCase(Locale.ROOT);
    }

    /**
     * The use of a code, built in or the shop's own.
     *
     * @param code such as {@code shipping}
     * @return the use
     */
    public static AddressUse of(String code) {
        return new AddressUse(code);
    }

    @Override
    public int compareTo(AddressUse other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
