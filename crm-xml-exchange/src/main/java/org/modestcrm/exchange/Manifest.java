package org.modestcrm.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Purpose;

/**
 * What a message says of itself: who sends it to whom, under which agreement, for what, and what its parts are. Immutable.
 */
public final class Manifest {
    private final String id;
    private final Validity validity;
    private final Route route;
    private final Position position;
    private final Set<Purpose> purposes;
    private final List<Part> parts;

    Manifest(String id, Validity validity, Route route, Position position, Contents contents) {
        this.id = id;
        this.validity = validity;
        this.route = route;
        this.position = position;
        this.purposes = contents.purposes();
        this.parts = contents.parts();
    }

    record Contents(Set<Purpose> purposes, List<Part> parts) {
        Contents {
            purposes = Collections.unmodifiableSet(new LinkedHashSet<>(purposes));
            parts = List.copyOf(parts);
        }
    }

    /**
     * When a message was made and how long it may be taken in.
     *
     * @param at when it was made
     * @param until from when on it is refused
     */
    public record Validity(Instant at, Instant until) {}

    /**
     * Who sends to whom under which agreement.
     *
     * @param from the sender
     * @param to the receiver
     * @param agreement the id of the agreement
     * @param revision the revision of the agreement
     */
    public record Route(String from, String to, String agreement, long revision) {}

    /** Whether a message tells everything or what changed. */
    public enum Mode {
        /** Every profile that may be told. */
        FULL,
        /** What changed since the message before. */
        DELTA
    }

    /** Where a message stands in the row of those of one sender; previous is the id of the one before. */
    record Position(Mode mode, long sequence, @Nullable String previous) {}

    /**
     * A part of a message.
     *
     * @param name the name of its file
     * @param bytes how many bytes it has, as it is sent
     * @param sha256 the digest of these bytes, in lower-case hex
     * @param records how many profiles are in it
     * @param gone how many tombstones are in it
     */
    public record Part(String name, long bytes, String sha256, long records, long gone) {}

    /**
     * The id of the message.
     *
     * @return never blank
     */
    public String id() {
        return id;
    }

    /**
     * When it was made and how long it may be taken in.
     *
     * @return never null
     */
    public Validity validity() {
        return validity;
    }

    /**
     * Who sends it to whom.
     *
     * @return never null
     */
    public Route route() {
        return route;
    }

    /**
     * Whether it tells everything or what changed.
     *
     * @return never null
     */
    public Mode mode() {
        return position.mode();
    }

    /**
     * Its place in the row of the sender's messages.
     *
     * @return 1 for the first
     */
    public long sequence() {
        return position.sequence();
    }

    /**
     * The id of the message before.
     *
     * @return empty for the first
     */
    public Optional<String> previous() {
        return Optional.ofNullable(position.previous());
    }

    /**
     * What its contents may be used for.
     *
     * @return one or more
     */
    public Set<Purpose> purposes() {
        return purposes;
    }

    /**
     * Its parts.
     *
     * @return one or more, in order
     */
    public List<Part> parts() {
        return parts;
    }

    @Override
    public String toString() {
        return "manifest of message " + id + " from " + route.from();
    }
}
