package org.modestcrm.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.modestcrm.segment.Operators.Windowing;

/** Windows of time before and after the moment rules look from. */
enum TimeWindow implements Windowing {
    /** From the beginning of the span until now, both included. */
    LAST {
        @Override
        Bounds bounds(Span span, EvaluationContext context) {
            Instant from = span.before(context.now(), context.zone());
            return new Bounds(from, context.now(), days(from, context.now(), context.zone()), span);
        }

        @Override
        public Instant until(Object known, List<Object> asked, EvaluationContext context) {
            Bounds bounds = (Bounds) asked.get(0);
            Instant point = start(known, context.zone());
            if (point.isAfter(context.now())) {
                return point;
            }
            return point.isBefore(bounds.from())
                    ? Instant.MAX
                    : bounds.span().firstWhenBeforePasses(point, context.zone());
        }
    },
    /** From now until the end of the span, the end excluded. */
    NEXT {
        @Override
        Bounds bounds(Span span, EvaluationContext context) {
            Instant last = span.after(context.now(), context.zone()).minusNanos(1);
            return new Bounds(context.now(), last, days(context.now(), last, context.zone()), span);
        }

        @Override
        public Instant until(Object known, List<Object> asked, EvaluationContext context) {
            Bounds bounds = (Bounds) asked.get(0);
            if (bounds.isBefore(known)) {
                return Instant.MAX;
            }
            if (bounds.contains(known)) {
                return known instanceof LocalDate day
                        ? day.plusDays(1).atStartOfDay(context.zone()).toInstant()
                        : ((Instant) known).plusNanos(1);
            }
            return bounds.span().firstWhenAfterPasses(start(known, context.zone()), context.zone());
        }
    };

    /** A window with its ends, both included, as instants and as days. */
    record Bounds(Instant from, Instant to, Days days, Span span) {
        boolean contains(Object known) {
            if (known instanceof LocalDate day) {
                return !day.isBefore(days.first()) && !day.isAfter(days.last());
            }
            Instant point = (Instant) known;
            return !point.isBefore(from) && !point.isAfter(to);
        }

        boolean isBefore(Object known) {
            return known instanceof LocalDate day ? day.isBefore(days.first()) : ((Instant) known).isBefore(from);
        }
    }

    /** The days of a window, both included. */
    record Days(LocalDate first, LocalDate last) {}

    abstract Bounds bounds(Span span, EvaluationContext context);

    @Override
    public List<Object> prepare(List<Object> asked, EvaluationContext context) {
        return List.of(bounds((Span) asked.get(0), context));
    }

    @Override
    public boolean test(Object known, List<Object> asked, EvaluationContext context) {
        return ((Bounds) asked.get(0)).contains(known);
    }

    static Instant start(Object known, ZoneId zone) {
        return known instanceof LocalDate day ? day.atStartOfDay(zone).toInstant() : (Instant) known;
    }

    private static Days days(Instant from, Instant to, ZoneId zone) {
        return new Days(from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate());
    }
}
