package org.modestcrm.contact;

import java.time.Instant;
import java.util.Optional;

/** When there is somebody to do something: opening hours, or a port to the shop's planning. Thread-safe. */
@FunctionalInterface
public interface Availability {
    /**
     * The first moment at which somebody is there.
     *
     * @param at the earliest moment asked for
     * @return that moment itself when somebody is there then; empty when nobody will be
     */
    Optional<Instant> earliest(Instant at);

    /**
     * Somebody is always there.
     *
     * @return the availability
     */
    static Availability always() {
        return Optional::of;
    }
}
