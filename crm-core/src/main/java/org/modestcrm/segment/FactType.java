package org.modestcrm.segment;

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
    BIRTHDAY
}
