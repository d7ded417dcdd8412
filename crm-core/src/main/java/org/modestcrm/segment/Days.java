package org.modestcrm.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days of a zone as stretches of time. A day begins at its first instant and ends where the next begins, so that no day
 * comes twice where clocks are put back over midnight.
 */
final class Days {
    private Days() {}

    /** The day a point in time lies in. */
    static LocalDate of(Instant point, ZoneId zone) {
        LocalDate day = point.atZone(zone).toLocalDate();
        LocalDate next = day.plusDays(1);
        return start(next, zone).isAfter(point) ? day : next;
    }

    /** The first instant of a day; 00:00, or later where clocks were put forward over it. */
    static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
