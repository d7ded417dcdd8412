package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.modestcrm.segment.Explanation.Part;
import org.modestcrm.segment.TimeWindow.Bounds;

/** Looks for a thing that another followed in time, with none of a third kind between. */
final class SequenceNode extends Node {
    private final Rule.Sequence asked;
    private final List<ValueNode.Selection> steps;
    private final EvaluationContext context;

    /** The selections of the first, the next, and the one that must not lie between where there is one. */
    SequenceNode(Rule.Sequence rule, List<ValueNode.Selection> steps, EvaluationContext context) {
        super(rule);
        this.asked = rule;
        this.steps = List.copyOf(steps);
        this.context = context;
    }

    @Override
    boolean test(Object subject, Run run) {
        return found(subject, run) > 0;
    }

    /** The next thing after each first one is the only one to look at: any later one lies farther and has more between. */
    private long found(Object subject, Run run) {
        NavigableSet<Instant> then = instants(1, subject, run);
        NavigableSet<Instant> without = steps.size() > 2 ? instants(2, subject, run) : new TreeSet<>();
        return instants(0, subject, run).stream()
                .filter(first -> isFollowed(first, then.higher(first), without))
                .count();
    }

    private boolean isFollowed(Instant first, @Nullable Instant next, NavigableSet<Instant> without) {
        return next != null
                && next.isBefore(asked.within().after(first, context.zone()))
                && without.subSet(first, false, next, false).isEmpty();
    }

    private NavigableSet<Instant> instants(int step, Object subject, Run run) {
        NavigableSet<Instant> instants = new TreeSet<>();
        ValueNode.Selection selection = steps.get(step);
        for (Object item : selection.all(subject, run)) {
            Object date = selection.dateOf(item, run);
            if (date != null) {
                instants.add(TimeWindow.start(date, context.zone()));
            }
        }
        return instants;
    }

    @Override
    Truth truth(Object subject, Run run) {
        return Truth.of(test(subject, run));
    }

    @Override
    List<Bounds> windows() {
        return steps.stream().flatMap(step -> step.filter().windows().stream()).toList();
    }

    /** How many there are. */
    @Override
    Part seen(Object subject, Run run) {
        return Part.of(BigDecimal.valueOf(found(subject, run)), windows(), context.zone());
    }
}
