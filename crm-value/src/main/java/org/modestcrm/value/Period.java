package org.modestcrm.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The step in which customers are counted over time. */
public enum Period {
    /** Weeks that start on Monday (ISO 8601). */
    WEEK,
    /** Calendar months. */
    MONTH;

    /**
     * The first day of the period a day lies in.
     *
     * @param day any day
     * @return that day or an earlier one
     */
    public LocalDate startOf(LocalDate day) {
        return this == WEEK ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day.withDayOfMonth(1);
    }

    LocalDate plus(LocalDate start, int periods) {
        return this == WEEK ? start.plusWeeks(periods) : start.plusMonths(periods);
    }

    int between(LocalDate start, LocalDate later) {
        return (int) (this == WEEK ? ChronoUnit.WEEKS : ChronoUnit.MONTHS).between(start, startOf(later));
    }
}
