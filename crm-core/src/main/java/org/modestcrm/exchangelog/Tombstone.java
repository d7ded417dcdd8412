package org.modestcrm.exchangelog;

import java.time.Instant;

/**
 * A profile that is gone. It is kept so that no older message brings the person back.
 *
 * @param id the profile
 * @param revision the revision at which it went; whatever is not newer stays out
 * @param at when it went
 * @param reason why
 */
public record Tombstone(ProfileId id, long revision, Instant at, Reason reason) {
    /** Why a profile is gone. */
    public enum Reason {
        /** The person asked to be forgotten. */
        ERASED,
        /** The consent to share was taken back. */
        WITHDRAWN,
        /** The customer left the shop. */
        LEFT,
        /** Two profiles turned out to be one person's; the other one lives on. */
        MERGED
    }

    /**
     * Checks revision and time.
     *
     * @param id the profile
     * @param revision the revision
     * @param at the time
     * @param reason the reason
     * @throws IllegalArgumentException when the revision is negative or the year has no four digits
     */
    public Tombstone {
        if (revision < 0) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: 0 or more)");
        }
        Exchangeable.instant("at", at);
    }
}
