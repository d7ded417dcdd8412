package org.modestcrm.exchange;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a profile that are shared or kept, in the order in which they stand in a document. */
public enum ProfileField {
    /** Values both sites can compute and compare. */
    KEY("key", true),
    /** The name. */
    NAME("name", false),
    /** The birth date. */
    BORN("born", false),
    /** The language to write in. */
    LANGUAGE("language", false),
    /** E-mail addresses. */
    EMAIL("email", true),
    /** Telephone numbers. */
    PHONE("phone", true),
    /** Postal addresses. */
    ADDRESS("address", true),
    /** Statements of consent. */
    CONSENT("consent", true),
    /** What the person likes better. */
    PREFERENCE("preference", true),
    /** What the person is interested in. */
    INTEREST("interest", true),
    /** Segments the person is in. */
    SEGMENT("segment", true),
    /** What the person's orders come to. */
    VALUE("value", false),
    /** Single orders. */
    ORDER("order", true);

    private static final Map<String, ProfileField> BY_ELEMENT =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ProfileField::toString, field -> field));

    private final String element;
    private final boolean list;

    ProfileField(String element, boolean list) {
        this.element = element;
        this.list = list;
    }

    /** Its place among the children of a profile, -1 for a name that is none of them. */
    static int rankOf(String element) {
        ProfileField field = BY_ELEMENT.get(element);
        return field == null ? -1 : field.ordinal();
    }

    boolean isList() {
        return list;
    }

    /**
     * The element it stands in.
     *
     * @return such as {@code email}
     */
    @Override
    public String toString() {
        return element;
    }
}
