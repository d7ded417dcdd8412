package org.modestcrm.segment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What kind of value a fact has. */
public enum FactType {
    /** Text, compared by code point. */
    TEXT,
    /** An exact number. */
    NUMBER,
    /** An exact amount in a currency. */
    MONEY,
    /** A day, never shifted by a zone. */
    DATE,
    /** A point in time. */
    INSTANT,
    /** Yes or no. */
    FLAG,
    /** A birth date, perhaps without its year. */
    BIRTHDAY,
    /** Many texts, such as tags; in no order. */
    LIST;

    /** The same, in the order of the constants. */
    static Set<FactType> sorted(Set<FactType> types) {
        Set<FactType> sorted = EnumSet.noneOf(FactType.class);
        sorted.addAll(types);
        return Collections.unmodifiableSet(sorted);
    }
}
