package org.modestcrm.customer;

/** What became of a fact that was handed to a store. Handing in the same fact again is always allowed. */
public enum Recorded {
    /** It was not known and is kept now. */
    NEW,
    /** It was known with other content, which it replaces. */
    CHANGED,
    /** It was known as it is; nothing was written. */
    UNCHANGED
}
