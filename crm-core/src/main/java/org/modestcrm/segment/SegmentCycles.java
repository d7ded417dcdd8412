package org.modestcrm.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modestcrm.segment.RuleProblem.Code;

/** Finds segments that are part of themselves. A segment that is part of two others is no circle. */
final class SegmentCycles {
    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final List<RuleProblem> problems = new ArrayList<>();

    private SegmentCycles() {}

    static List<RuleProblem> in(List<Segment> segments) {
        SegmentCycles cycles = new SegmentCycles();
        segments.forEach(segment -> cycles.rules.putIfAbsent(segment.id(), segment.rule()));
        segments.forEach(segment -> cycles.follow(segment.id()));
        return cycles.problems;
    }

    private void follow(String id) {
        if (!rules.containsKey(id) || done.contains(id)) {
            return;
        }
        path.addLast(id);
        for (Rule.InSegment reference : references(rules.get(id), new ArrayList<>())) {
            if (path.contains(reference.segment())) {
                circle(reference);
            } else {
                follow(reference.segment());
            }
        }
        path.removeLast();
        done.add(id);
    }

    private void circle(Rule.InSegment reference) {
        List<String> ids = new ArrayList<>(path);
        List<String> circle = ids.subList(ids.indexOf(reference.segment()), ids.size());
        problems.add(new RuleProblem(
                Code.RULE_SEGMENT_CYCLE,
                path.getLast(),
                reference.place(),
                "segment circle " + String.join(" -> ", circle) + " -> " + reference.segment()
                        + " (expected: no segment is part of itself)"));
    }

    private static List<Rule.InSegment> references(Rule rule, List<Rule.InSegment> found) {
        if (rule instanceof Rule.InSegment reference) {
            found.add(reference);
        } else if (rule instanceof Rule.All all) {
            all.rules().forEach(each -> references(each, found));
        } else if (rule instanceof Rule.Any any) {
            any.rules().forEach(each -> references(each, found));
        } else if (rule instanceof Rule.Not not) {
            references(not.rule(), found);
        }
        return found;
    }
}
