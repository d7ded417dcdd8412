package org.modestcrm.customer;

import org.modestcrm.internal.Texts;

/**
 * Another site that hands customers on. It is shown in logs and messages.
 *
 * @param value letters, digits, {@code _}, {@code -} and {@code .}; at most 60 characters
 */
public record PartnerId(String value) implements Comparable<PartnerId> {
    /**
     * Checks the code.
     *
     * @param value the code
     */
    public PartnerId {
        Texts.code("partner", value);
    }

    /**
     * The partner of a code.
     *
     * @param value such as {@code shoes.example}
     * @return the partner
     */
    public static PartnerId of(String value) {
        return new PartnerId(value);
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
