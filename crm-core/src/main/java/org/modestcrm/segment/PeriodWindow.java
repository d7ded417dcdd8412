package org.modestcrm.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.modestcrm.segment.Operators.Windowing;
import org.modestcrm.segment.TimeWindow.Bounds;
import org.modestcrm.segment.TimeWindow.DayRange;

/** Windows of whole days, weeks, months and years. */
enum PeriodWindow implements Windowing {
    /** From the begin of the current one. */
    THIS {
        @Override
        LocalDate first(Span span, EvaluationContext context) {
            return span.startOfPeriod(context);
        }
    },
    /** Until the begin of the current one. */
    PREVIOUS {
        @Override
        LocalDate first(Span span, EvaluationContext context) {
            return span.back(span.startOfPeriod(context), span.length());
        }
    },
    /** From the end of the current one. */
    FOLLOWING {
        @Override
        LocalDate first(Span span, EvaluationContext context) {
            return span.back(span.startOfPeriod(context), -1);
        }
    };

    abstract LocalDate first(Span span, EvaluationContext context);

    @Override
    public List<Object> prepare(List<Object> asked, EvaluationContext context) {
        Span span = (Span) asked.get(0);
        LocalDate first = first(span, context);
        LocalDate end = span.back(first, -span.length());
        Instant last = Days.start(end, context.zone()).minusNanos(1);
        return List.of(
                new Bounds(Days.start(first, context.zone()), last, new DayRange(first, end.minusDays(1)), span));
    }

    @Override
    public boolean test(Object known, List<Object> asked, EvaluationContext context) {
        return ((Bounds) asked.get(0)).contains(known);
    }

    /** The bounds stay until the current period ends. */
    @Override
    public Instant until(Object known, List<Object> asked, EvaluationContext context) {
        Span span = ((Bounds) asked.get(0)).span();
        return Days.start(span.back(span.startOfPeriod(context), -1), context.zone());
    }
}
