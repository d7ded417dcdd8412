package org.modestcrm.segment;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The segments a customer is in at one moment, and how long that holds if nothing happens. Immutable. */
public final class Memberships {
    private final Set<String> segments;
    private final Instant until;

    Memberships(Set<String> segments, Instant until) {
        this.segments = segments;
        this.until = until;
    }

    /**
     * The segments.
     *
     * @return ids, in the order of the segments
     */
    public Set<String> segments() {
        return segments;
    }

    /**
     * The first instant at which a segment may be entered or left although nothing happens: a window slides, a birthday
     * comes.
     *
     * @return empty when that never happens
     */
    public Optional<Instant> validUntil() {
        return Optional.of(until).filter(instant -> instant.isBefore(Instant.MAX));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Memberships that && segments.equals(that.segments) && until.equals(that.until);
    }

    @Override
    public int hashCode() {
        return 31 * segments.hashCode() + until.hashCode();
    }

    @Override
    public String toString() {
        return segments + validUntil().map(instant -> " until " + instant).orElse("");
    }
}
