package org.modestcrm.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one customer: how long what was seen so far holds, and the verdicts of segments that others refer to,
 * each worked out once. For one thread and one customer.
 */
final class Run {
    private final Node[] segments;
    private final Explanation.Labels labels;
    private final boolean[] holds;
    private final @Nullable Instant[] until;

    /** The first instant at which a verdict worked out since it was last set may change. */
    Instant horizon = Instant.MAX;

    Run(Node[] segments, Explanation.Labels labels) {
        this.segments = segments;
        this.labels = labels;
        this.holds = new boolean[segments.length];
        this.until = new Instant[segments.length];
    }

    void noLaterThan(Instant instant) {
        if (instant.isBefore(horizon)) {
            horizon = instant;
        }
    }

    /** The verdict of a segment; the horizon takes in how long it holds. */
    boolean segment(int index, Object subject) {
        Instant known = until[index];
        if (known == null) {
            Instant before = horizon;
            horizon = Instant.MAX;
            holds[index] = segments[index].test(subject, this);
            known = horizon;
            until[index] = known;
            horizon = before;
        }
        noLaterThan(known);
        return holds[index];
    }

    Node node(int index) {
        return segments[index];
    }

    Explanation.Labels labels() {
        return labels;
    }
}
