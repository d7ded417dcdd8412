package org.modestcrm.event;

import org.modestcrm.internal.Texts;

/**
 * The name a caller gives to one act of recording, so that the same act repeated does nothing: an order handed in again
 * late cannot take back what was changed since.
 *
 * @param value 1 to 200 characters; shown in logs and messages
 */
public record FactKey(String value) {
    /**
     * Checks the text.
     *
     * @param value the name
     */
    public FactKey {
        Texts.required("fact key", value, 200);
    }

    /**
     * The key of a text.
     *
     * @param value the name
     * @return the key
     */
    public static FactKey of(String value) {
        return new FactKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
