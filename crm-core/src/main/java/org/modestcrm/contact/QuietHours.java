package org.modestcrm.contact;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hours in which nobody is written to, by the customer's clock; they may span midnight.
 *
 * @param fromInclusive when they begin
 * @param toExclusive when they end; not the same as they begin
 */
public record QuietHours(LocalTime fromInclusive, LocalTime toExclusive) {
    /**
     * Checks that there are hours left to write in.
     *
     * @param fromInclusive when they begin
     * @param toExclusive when they end
     */
    public QuietHours {
        if (fromInclusive.equals(toExclusive)) {
            throw new IllegalArgumentException(
                    "quiet hours: from " + fromInclusive + " to " + toExclusive + " (expected: two different times)");
        }
    }

    private boolean contains(LocalTime time) {
        boolean afterStart = !time.isBefore(fromInclusive);
        boolean beforeEnd = time.isBefore(toExclusive);
        return fromInclusive.isBefore(toExclusive) ? afterStart && beforeEnd : afterStart || beforeEnd;
    }

    /** The instant itself when it is not quiet, else the first one after it that is not. */
    Instant earliest(Instant from, ZoneId zone) {
        ZonedDateTime local = from.atZone(zone);
        if (!contains(local.toLocalTime())) {
            return from;
        }
        LocalDateTime end = local.toLocalDate().atTime(toExclusive);
        Instant first = end(end, zone, false);
        if (!first.isAfter(from)) {
            first = end(end, zone, true);
        }
        if (!first.isAfter(from)) {
            first = end(end.plusDays(1), zone, false);
        }
        // clocks put back within the hours make them begin twice, clocks put forward may end them early
        Instant jump = jumpOut(from, first, zone);
        return earliest(jump, zone);
    }

    /** A local time that the clocks leap over ends the hours at the leap; one that comes twice ends them twice. */
    private static Instant end(LocalDateTime end, ZoneId zone, boolean second) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(end);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        ZonedDateTime zoned = end.atZone(zone);
        return (second ? zoned.withLaterOffsetAtOverlap() : zoned.withEarlierOffsetAtOverlap()).toInstant();
    }

    /** Where a change of clocks between two instants ends the hours before the second, that change. */
    private Instant jumpOut(Instant from, Instant to, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        boolean between = change != null && change.getInstant().isBefore(to);
        return between && !contains(change.getInstant().atZone(zone).toLocalTime()) ? change.getInstant() : to;
    }
}
