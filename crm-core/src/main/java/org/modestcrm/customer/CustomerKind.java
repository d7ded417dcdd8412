package org.modestcrm.customer;

/** What kind of customer it is. */
public enum CustomerKind {
    /** One human being. */
    PERSON,
    /** A company, a club, an office. */
    ORGANISATION
}
