package org.modestcrm.customer;

import org.modestcrm.internal.Texts;

/**
 * The shop's own id of a customer. It is not personal data here: it is shown in logs and messages.
 *
 * @param value 1 to 100 characters, no control characters
 */
public record CustomerId(String value) implements Comparable<CustomerId> {
    /**
     * Checks the text.
     *
     * @param value the id
     */
    public CustomerId {
        Texts.required("customer id", value, 100);
    }

    /**
     * The id of a text.
     *
     * @param value the shop's id
     * @return the id
     */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
