package org.modestcrm.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A length of time in a rule: {@code 90 DAYS}. Minutes and hours are exact; days and longer go by the calendar of the
 * zone, so that a day of a clock change has 23 or 25 hours.
 *
 * @param length 1 to 100,000
 * @param unit of what
 */
public record Span(int length, Unit unit) {
    private static final int MAX = 100_000;

    /** A unit of time. */
    public enum Unit {
        /** Sixty seconds. */
        MINUTES(ChronoUnit.MINUTES, "minutes", "minutes"),
        /** Sixty minutes. */
        HOURS(ChronoUnit.HOURS, "hours", "heures"),
        /** A day of the calendar. */
        DAYS(ChronoUnit.DAYS, "days", "jours"),
        /** Seven days of the calendar. */
        WEEKS(ChronoUnit.WEEKS, "weeks", "semaines"),
        /** A month of the calendar; the 31st goes to the last day of a shorter one. */
        MONTHS(ChronoUnit.MONTHS, "months", "mois"),
        /** A year of the calendar; 29 February goes to the 28th of a common one. */
        YEARS(ChronoUnit.YEARS, "years", "ans");

        private final ChronoUnit chrono;
        private final String english;
        private final String french;

        Unit(ChronoUnit chrono, String english, String french) {
            this.chrono = chrono;
            this.english = english;
            this.french = french;
        }

        /** Whether it goes by the calendar rather than by the clock. */
        boolean isCalendar() {
            return compareTo(DAYS) >= 0;
        }
    }

    /**
     * Checks the length.
     *
     * @param length how many
     * @param unit of what
     */
    public Span {
        if (length < 1 || length > MAX) {
            throw new IllegalArgumentException("span: " + length + " (expected: 1 to " + MAX + ")");
        }
    }

    /** For a calendar unit 00:00 that many units before today, else that long ago. */
    Instant before(Instant now, ZoneId zone) {
        if (!unit.isCalendar()) {
            return now.minus(length, unit.chrono);
        }
        return today(now, zone).minus(length, unit.chrono).atStartOfDay(zone).toInstant();
    }

    /** For a calendar unit the end of the day that many units after today, else that long from now; excluded. */
    Instant after(Instant now, ZoneId zone) {
        if (!unit.isCalendar()) {
            return now.plus(length, unit.chrono);
        }
        return today(now, zone)
                .plus(length, unit.chrono)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** The first instant from which {@code before(now)} lies after a point in time. */
    Instant firstWhenBeforePasses(Instant point, ZoneId zone) {
        if (!unit.isCalendar()) {
            return point.plus(length, unit.chrono).plusNanos(1);
        }
        LocalDate day = today(point, zone);
        LocalDate candidate = day.plus(length, unit.chrono);
        while (!candidate.minus(length, unit.chrono).isAfter(day)) {
            candidate = candidate.plusDays(1);
        }
        return candidate.atStartOfDay(zone).toInstant();
    }

    /** The first instant from which {@code after(now)} lies after a point in time. */
    Instant firstWhenAfterPasses(Instant point, ZoneId zone) {
        if (!unit.isCalendar()) {
            return point.minus(length, unit.chrono).plusNanos(1);
        }
        LocalDate day = today(point, zone);
        LocalDate candidate = day.minus(length, unit.chrono);
        while (candidate.minusDays(1).plus(length, unit.chrono).compareTo(day) >= 0) {
            candidate = candidate.minusDays(1);
        }
        while (candidate.plus(length, unit.chrono).isBefore(day)) {
            candidate = candidate.plusDays(1);
        }
        return candidate.atStartOfDay(zone).toInstant();
    }

    private static LocalDate today(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate();
    }

    /** As a person says it. */
    String words(Locale language) {
        boolean french = language.getLanguage().equals("fr");
        String word = french ? unit.french : unit.english;
        boolean one = length == 1 && unit != Unit.MONTHS || length == 1 && !french;
        return length + " " + (one ? word.substring(0, word.length() - 1) : word);
    }

    /** As a rule has it. */
    @Override
    public String toString() {
        return length + " " + unit;
    }
}
