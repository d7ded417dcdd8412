package org.modestcrm.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.segment.EvaluationContext.LeapDay;
import org.modestcrm.segment.Operators.Windowing;

/** Days that come again every year. */
enum Anniversary implements Windowing {
    /** Today or within the span, by the calendar; a window over the new year is one window. */
    NEXT;

    @Override
    public List<Object> prepare(List<Object> asked, EvaluationContext context) {
        return List.of(TimeWindow.NEXT.bounds((Span) asked.get(0), context));
    }

    @Override
    public boolean test(Object known, List<Object> asked, EvaluationContext context) {
        return !nextFrom(context.today(), known, context).isAfter(last(asked));
    }

    @Override
    public Instant until(Object known, List<Object> asked, EvaluationContext context) {
        LocalDate next = nextFrom(context.today(), known, context);
        Instant changes = next.isAfter(last(asked))
                ? span(asked).firstWhenAfterPasses(TimeWindow.start(next, context.zone()), context.zone())
                : next.plusDays(1).atStartOfDay(context.zone()).toInstant();
        return changes;
    }

    private static LocalDate last(List<Object> asked) {
        return ((TimeWindow.Bounds) asked.get(0)).days().last();
    }

    private static Span span(List<Object> asked) {
        return ((TimeWindow.Bounds) asked.get(0)).span();
    }

    private static LocalDate nextFrom(LocalDate today, Object known, EvaluationContext context) {
        MonthDay day = dayOf(known, context);
        LocalDate thisYear = in(today.getYear(), day, context.leapDay());
        return thisYear.isBefore(today) ? in(today.getYear() + 1, day, context.leapDay()) : thisYear;
    }

    private static MonthDay dayOf(Object known, EvaluationContext context) {
        if (known instanceof BirthDate birth) {
            return birth.day();
        }
        return known instanceof LocalDate date
                ? MonthDay.from(date)
                : MonthDay.from(((Instant) known).atZone(context.zone()));
    }

    private static LocalDate in(int year, MonthDay day, LeapDay policy) {
        boolean moves = !day.isValidYear(year) && policy == LeapDay.MARCH_1 && !Year.isLeap(year);
        return moves ? LocalDate.of(year, 3, 1) : day.atYear(year);
    }
}
