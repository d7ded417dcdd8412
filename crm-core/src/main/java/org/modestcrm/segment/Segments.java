package org.modestcrm.segment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modestcrm.segment.RuleProblem.Code;

/**
 * Segments over the customers of a catalogue, checked and ready: names, types, references, no circles.
 *
 * <pre>{@code
 * Segments<CustomerHistory> segments = Segments.of(CustomerHistory.facts(),
 *     Segment.of("vip", "orders(placed IN LAST 365 DAYS).sum(total) >= 500 EUR"),
 *     Segment.of("vip-abroad", "IN SEGMENT 'vip' AND country != 'FR'"));
 * segments.at(EvaluationContext.at(now, zone)).of(crm.history(alice));   // Memberships
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <C> the class of a customer
 */
public final class Segments<C> {
    private final FactCatalogue<C> catalogue;
    private final List<Segment> segments;
    private final Map<String, Integer> index;

    private Segments(FactCatalogue<C> catalogue, List<Segment> segments, Map<String, Integer> index) {
        this.catalogue = catalogue;
        this.segments = List.copyOf(segments);
        this.index = Map.copyOf(index);
    }

    /**
     * Checks segments against a catalogue.
     *
     * @param catalogue what rules may ask
     * @param segments each may refer to all others
     * @param <C> the class of a customer
     * @return the segments, ready
     * @throws RuleException with everything that is wrong with any of them
     */
    public static <C> Segments<C> of(FactCatalogue<C> catalogue, List<Segment> segments) {
        List<RuleProblem> problems = new ArrayList<>();
        Map<String, Integer> index = new LinkedHashMap<>();
        for (Segment segment : segments) {
            if (index.putIfAbsent(segment.id(), index.size()) != null) {
                problems.add(new RuleProblem(
                        Code.RULE_SEGMENT_DUPLICATE, segment.id(), Place.NONE, "there twice (expected: each id once)"));
            }
        }
        Segments<C> all = new Segments<>(catalogue, segments, index);
        EvaluationContext anyMoment = EvaluationContext.at(Instant.EPOCH, ZoneOffset.UTC);
        segments.forEach(
                segment -> problems.addAll(all.compile(segment, anyMoment).problems()));
        problems.addAll(SegmentCycles.in(segments));
        if (!problems.isEmpty()) {
            throw new RuleException(problems);
        }
        return all;
    }

    /**
     * Checks segments against a catalogue.
     *
     * @param catalogue what rules may ask
     * @param segments each may refer to all others
     * @param <C> the class of a customer
     * @return the segments, ready
     * @throws RuleException with everything that is wrong with any of them
     */
    public static <C> Segments<C> of(FactCatalogue<C> catalogue, Segment... segments) {
        return of(catalogue, Arrays.asList(segments));
    }

    /** A compiled segment, or what is wrong with it. */
    private record Compiled(Node node, List<RuleProblem> problems) {}

    private Compiled compile(Segment segment, EvaluationContext context) {
        List<RuleProblem> problems = new ArrayList<>();
        Node node = new RuleCompiler(catalogue, context, index, problems).compile(segment.rule());
        return new Compiled(
                node,
                problems.stream()
                        .map(problem -> problem.ofSegment(segment.id()))
                        .toList());
    }

    /**
     * The segments.
     *
     * @return as given
     */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * Makes them ready to be asked at a moment.
     *
     * @param context the moment and the rest of the world
     * @return asks one customer after the other
     */
    public SegmentEvaluator<C> at(EvaluationContext context) {
        Node[] nodes = segments.stream()
                .map(segment -> compile(segment, context).node())
                .toArray(Node[]::new);
        return new SegmentEvaluator<>(segments, index, nodes, catalogue::label);
    }
}
