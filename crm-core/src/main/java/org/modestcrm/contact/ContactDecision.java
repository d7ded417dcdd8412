package org.modestcrm.contact;

import java.time.Instant;

/** The answer to every "may we": yes, not yet, or no, and why. Immutable. */
public sealed interface ContactDecision {
    /** Yes, now. */
    record Allowed() implements ContactDecision {}

    /**
     * Not yet.
     *
     * @param until the earliest instant at which it is allowed, if nothing else happens in between
     * @param refusal why not now
     */
    record Deferred(Instant until, Refusal refusal) implements ContactDecision {}

    /**
     * No.
     *
     * @param refusal why not
     */
    record Refused(Refusal refusal) implements ContactDecision {}

    /**
     * Whether it is a plain yes.
     *
     * @return true for {@link Allowed}
     */
    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
