package org.modestcrm.segment;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable Function<? super C, String> key;

    SegmentEvaluator(List<Segment> segments, Map<String, Integer> index, Node[] nodes, FactCatalogue<C> catalogue) {
        this.segments = segments;
        this.index = index;
        this.nodes = nodes;
        this.labels = catalogue::label;
        this.key = catalogue.key();
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
        return new Run(nodes, labels).explanation(indexOf(segment), customer);
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
                missing[i] += run.truth(i, customer) == Truth.UNKNOWN ? 1 : 0;
            }
        });
        Map<String, SegmentCount> counts = new LinkedHashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            counts.put(segments.get(i).id(), new SegmentCount(in[i], all[0] - in[i], missing[i]));
        }
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Counts the customers that are in two segments at once, for all pairs.
     *
     * @param customers all customers; read once
     * @return the counts
     */
    public SegmentOverlap overlap(Stream<? extends C> customers) {
        long[][] both = new long[nodes.length][nodes.length];
        customers.forEachOrdered(customer -> {
            Run run = new Run(nodes, labels);
            int[] in = IntStream.range(0, nodes.length)
                    .filter(i -> run.segment(i, customer))
                    .toArray();
            for (int one : in) {
                for (int other : in) {
                    both[one][other]++;
                }
            }
        });
        return new SegmentOverlap(segments.stream().map(Segment::id).toList(), both);
    }

    /**
     * Who would enter and who would leave if one segment took the rule of another: put the new rule beside the old one and
     * look before it is saved.
     *
     * @param before the id of the segment as it is
     * @param after the id of the segment with the other rule
     * @param customers all customers; read once
     * @return the difference
     * @throws IllegalArgumentException when there is no such segment, or the catalogue has no
     *     {@link FactCatalogue.Builder#key}
     */
    public SegmentDifference difference(String before, String after, Stream<? extends C> customers) {
        Function<? super C, String> keys = key;
        if (keys == null) {
            throw new IllegalArgumentException("customers have no key (expected: FactCatalogue.Builder.key)");
        }
        int old = indexOf(before);
        int changed = indexOf(after);
        Set<String> entering = new HashSet<>();
        Set<String> leaving = new HashSet<>();
        long[] staying = new long[1];
        customers.forEachOrdered(customer -> {
            Run run = new Run(nodes, labels);
            boolean was = run.segment(old, customer);
            boolean is = run.segment(changed, customer);
            staying[0] += was && is ? 1 : 0;
            if (was != is) {
                (is ? entering : leaving).add(keys.apply(customer));
            }
        });
        return new SegmentDifference(entering, leaving, staying[0]);
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
