package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modestcrm.segment.Explanation.Part;
import org.modestcrm.segment.TimeWindow.Bounds;

/** Counts in how many of the last periods of the calendar there was at least one thing. */
final class RegularNode extends Node {
    private final Rule.Regular asked;
    private final ValueNode.Selection things;
    private final EvaluationContext context;

    RegularNode(Rule.Regular rule, ValueNode.Selection things, EvaluationContext context) {
        super(rule);
        this.asked = rule;
        this.things = things;
        this.context = context;
    }

    @Override
    boolean test(Object subject, Run run) {
        LocalDate current = asked.of().startOfPeriod(context);
        run.noLaterThan(Days.start(asked.of().back(current, -1), context.zone()));
        return periods(subject, run) >= asked.periods();
    }

    /** The current period is the last of those looked at. */
    private long periods(Object subject, Run run) {
        LocalDate current = asked.of().startOfPeriod(context);
        LocalDate from = asked.of().back(current, asked.of().length() - 1);
        Set<LocalDate> periods = new HashSet<>();
        for (Object item : things.all(subject, run)) {
            Object date = things.dateOf(item, run);
            if (date != null) {
                LocalDate period = asked.of().startOfPeriod(day(date), context.weekStart());
                periods.add(period.isBefore(from) ? LocalDate.MIN : period);
            }
        }
        periods.remove(LocalDate.MIN);
        return periods.size();
    }

    private LocalDate day(Object date) {
        return date instanceof LocalDate day ? day : Days.of((Instant) date, context.zone());
    }

    @Override
    Truth truth(Object subject, Run run) {
        return Truth.of(test(subject, run));
    }

    @Override
    List<Bounds> windows() {
        return things.filter().windows();
    }

    /** How many periods. */
    @Override
    Part seen(Object subject, Run run) {
        return Part.of(BigDecimal.valueOf(periods(subject, run)), windows(), context.zone());
    }
}
