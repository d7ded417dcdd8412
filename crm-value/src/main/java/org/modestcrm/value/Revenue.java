package org.modestcrm.value;

/** Which amount counts: what was bought, or what of it stayed bought. */
public enum Revenue {
    /** What was bought, before anything went back. */
    GROSS,
    /** What was bought less what went back, taken off the day of the order it belongs to. */
    NET
}
