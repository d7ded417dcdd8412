package org.modestcrm.segment;

import java.util.Arrays;
import java.util.List;

/** How many customers are in two segments at once, for all pairs. Immutable. */
public final class SegmentOverlap {
    private final List<String> segments;
    private final long[][] both;

    SegmentOverlap(List<String> segments, long[][] both) {
        this.segments = List.copyOf(segments);
        this.both = Arrays.stream(both).map(long[]::clone).toArray(long[][]::new);
    }

    /**
     * The segments.
     *
     * @return ids, in the order of rows and columns
     */
    public List<String> segments() {
        return segments;
    }

    /**
     * How many are in both.
     *
     * @param one the id of a segment
     * @param other the id of a segment; of the same, all its members
     * @return 0 or more
     * @throws IllegalArgumentException when there is no such segment
     */
    public long both(String one, String other) {
        return both[indexOf(one)][indexOf(other)];
    }

    /**
     * How many are in the first and not in the second.
     *
     * @param one the id of a segment
     * @param other the id of a segment
     * @return 0 or more
     * @throws IllegalArgumentException when there is no such segment
     */
    public long only(String one, String other) {
        return both(one, one) - both(one, other);
    }

    private int indexOf(String segment) {
        int index = segments.indexOf(segment);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "segment \"" + segment + "\" is unknown (" + Suggestion.hint(segment, segments) + ")");
        }
        return index;
    }
}
