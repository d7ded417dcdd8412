package org.modestcrm.source;

/** What is held of two records. */
public enum LinkStatus {
    /** A matcher is sure that they are one person. */
    AUTO,
    /** A matcher thinks so and asks a person to look. */
    REVIEW,
    /** A person, or a proof such as a login, says they are one. */
    CONFIRMED,
    /** A person says they are two. */
    FORBIDDEN;

    /**
     * Whether the two records are shown as one customer.
     *
     * @return true for {@link #AUTO} and {@link #CONFIRMED}
     */
    public boolean joins() {
        return this == AUTO || this == CONFIRMED;
    }
}
