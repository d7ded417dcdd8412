package org.modestcrm.contact;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The stretch of time over which a {@link ContactCap} counts. Immutable. */
public sealed interface Window {
    /**
     * Any stretch of this length, wherever it starts; two messages exactly this far apart are not in one.
     *
     * @param length more than zero
     */
    record Rolling(Duration length) implements Window {
        /**
         * Checks the length.
         *
         * @param length more than zero
         */
        public Rolling {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("window length: " + length + " (expected: more than zero)");
            }
        }

        @Override
        public String toString() {
            return "any " + length;
        }
    }

    /**
     * A calendar day, week or month of the customer.
     *
     * @param unit which
     * @param weekStart the first day of a week; of no account for days and months
     */
    record Calendar(Unit unit, DayOfWeek weekStart) implements Window {
        /** The first day of the period a day lies in. */
        LocalDate start(LocalDate day) {
            return switch (unit) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        /** The first day of the period after the one that starts on a day. */
        LocalDate next(LocalDate start) {
            return switch (unit) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }

        @Override
        public String toString() {
            return "a calendar " + unit.name().toLowerCase(Locale.ROOT);
        }
    }

    /** For ever. */
    record Lifetime() implements Window {
        @Override
        public String toString() {
            return "a lifetime";
        }
    }

    /** The calendar periods there are. */
    enum Unit {
        /** From midnight to midnight. */
        DAY,
        /** Seven days. */
        WEEK,
        /** From the first to the last. */
        MONTH
    }

    /**
     * Any stretch of a length.
     *
     * @param length more than zero
     * @return the window
     */
    static Window rolling(Duration length) {
        return new Rolling(length);
    }

    /**
     * The customer's calendar day.
     *
     * @return the window
     */
    static Window day() {
        return new Calendar(Unit.DAY, DayOfWeek.MONDAY);
    }

    /**
     * The customer's calendar week.
     *
     * @param start its first day
     * @return the window
     */
    static Window week(DayOfWeek start) {
        return new Calendar(Unit.WEEK, start);
    }

    /**
     * The customer's calendar month.
     *
     * @return the window
     */
    static Window month() {
        return new Calendar(Unit.MONTH, DayOfWeek.MONDAY);
    }

    /**
     * For ever.
     *
     * @return the window
     */
    static Window lifetime() {
        return new Lifetime();
    }
}
