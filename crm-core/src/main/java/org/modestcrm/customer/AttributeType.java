package org.modestcrm.customer;

/** What a shop-declared attribute holds. */
public enum AttributeType {
    /** Any text of at most 4,000 characters. */
    TEXT,
    /** An exact decimal number. */
    NUMBER,
    /** An amount in a currency. */
    MONEY,
    /** A day of the calendar. */
    DATE,
    /** A point in time. */
    INSTANT,
    /** Yes or no. */
    BOOLEAN,
    /** One of the words the shop listed. */
    ENUM,
    /** Several values of one of the other types, in order. */
    LIST
}
