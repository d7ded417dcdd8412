package org.modestcrm.segment;

import java.time.Instant;

/**
 * A customer entered a segment or left it.
 *
 * @param customer the key of the customer
 * @param segment the id of the segment
 * @param kind which of both
 * @param cause why
 * @param at when: the exact instant for what time brought about
 */
public record SegmentChange(String customer, String segment, Kind kind, Cause cause, Instant at) {
    /** Which way it went. */
    public enum Kind {
        /** Was not in, is in. */
        ENTERED,
        /** Was in, is not in. */
        LEFT
    }

    /** What brought it about. */
    public enum Cause {
        /** Something was recorded. */
        FACT,
        /** A window slid on, a birthday came, a consent expired. */
        TIME
    }
}
