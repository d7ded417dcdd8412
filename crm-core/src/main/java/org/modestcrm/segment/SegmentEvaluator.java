package org.modestcrm.segment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Segments at one moment: asks one customer after the other. Immutable and thread-safe.
 *
 * @param <C> the class of a customer
 */
public final class SegmentEvaluator<C> {
    private final List<Segment> segments;
    private final Map<String, Integer> index;
    private final Node[] nodes;
    private final Explanation.Labels labels;

    SegmentEvaluator(List<Segment> segments, Map<String, Integer> index, Node[] nodes, Explanation.Labels labels) {
        this.segments = segments;
        this.index = index;
        this.nodes = nodes;
        this.labels = labels;
    }

    /**
     * The segments a customer is in.
     *
     * @param customer the customer
     * @return which, and how long that holds if nothing happens
     */
    public Memberships of(C customer) {
        Run run = new Run(nodes, labels);
        Set<String> in = new LinkedHashSet<>();
        for (int i = 0; i < nodes.length; i++) {
            if (run.segment(i, customer)) {
                in.add(segments.get(i).id());
            }
        }
        return new Memberships(Collections.unmodifiableSet(in), run.horizon);
    }

    /**
     * Whether a customer is in a segment.
     *
     * @param segment its id
     * @param customer the customer
     * @return true for a member
     * @throws IllegalArgumentException when there is no such segment
     */
    public boolean isIn(String segment, C customer) {
        return new Run(nodes, labels).segment(indexOf(segment), customer);
    }

    /**
     * Why a customer is in a segment, or is not.
     *
     * @param segment its id
     * @param customer the customer
     * @return every condition with what it saw
     * @throws IllegalArgumentException when there is no such segment
     */
    public Explanation explain(String segment, C customer) {
        return nodes[indexOf(segment)].explain(customer, new Run(nodes, labels));
    }

    /**
     * Counts the members of each segment.
     *
     * @param customers all customers; read once
     * @return the figures of every segment, in the order of the segments
     */
    public Map<String, SegmentCount> count(Stream<? extends C> customers) {
        long[] in = new long[nodes.length];
        long[] missing = new long[nodes.length];
        long[] all = new long[1];
        customers.forEachOrdered(customer -> {
            all[0]++;
            Run run = new Run(nodes, labels);
            for (int i = 0; i < nodes.length; i++) {
                in[i] += run.segment(i, customer) ? 1 : 0;
                missing[i] += nodes[i].truth(customer, run) == Truth.UNKNOWN ? 1 : 0;
            }
        });
        Map<String, SegmentCount> counts = new LinkedHashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            counts.put(segments.get(i).id(), new SegmentCount(in[i], all[0] - in[i], missing[i]));
        }
        return Collections.unmodifiableMap(counts);
    }

    private int indexOf(String segment) {
        Integer found = index.get(segment);
        if (found == null) {
            throw new IllegalArgumentException(
                    "segment \"" + segment + "\" is unknown (" + Suggestion.hint(segment, index.keySet()) + ")");
        }
        return found;
    }
}
