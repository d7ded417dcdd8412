package org.modestcrm.customer;

import org.modestcrm.internal.Texts;

/**
 * What a person is called. There is always a full form; given and family name are empty where they are not known or do
 * not exist.
 *
 * @param given given names, may be empty
 * @param family family name with its particles, may be empty
 * @param full the name as the person writes it, never blank
 */
public record PersonName(String given, String family, String full) {
    /**
     * Checks lengths and characters.
     *
     * @param given given names
     * @param family family name
     * @param full full name
     */
    public PersonName {
        Texts.optional("given name", given, 200);
        Texts.optional("family name", family, 200);
        Texts.required("full name", full, 400);
    }

    /**
     * A name in two parts, written given name first.
     *
     * @param given given names
     * @param family family name
     * @return the name
     */
    public static PersonName of(String given, String family) {
        return new PersonName(given, family, (given + " " + family).strip());
    }

    /**
     * A name whose parts are not known.
     *
     * @param full the whole name
     * @return the name
     */
    public static PersonName full(String full) {
        return new PersonName("", "", full);
    }

    /** The length only: names stay out of logs. */
    @Override
    public String toString() {
        return "name of " + full.length() + " characters";
    }
}
