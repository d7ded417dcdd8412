package org.modestcrm.segment;

import java.time.Instant;
import java.util.List;
import org.modestcrm.segment.Explanation.Part;

/** A condition ready to be asked at one moment. Knows its rule, so that it can explain itself. Immutable. */
abstract class Node {
    private final Rule rule;

    Node(Rule rule) {
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }

    /** Whether it holds; lowers the horizon of the run to the first instant at which that may change by itself. */
    abstract boolean test(Object subject, Run run);

    /** The same, with missing data taken for unknown. */
    abstract Truth truth(Object subject, Run run);

    /** What it saw, and its parts; without verdict. */
    abstract Part seen(Object subject, Run run);

    final Explanation explain(Object subject, Run run) {
        run.horizon = Instant.MAX;
        boolean holds = test(subject, run);
        Instant changes = run.horizon;
        boolean missing = truth(subject, run) == Truth.UNKNOWN;
        return new Explanation(
                rule, new Explanation.Verdict(holds, missing, changes), seen(subject, run), run.labels());
    }

    /** Holds when all of them hold. */
    static final class AllNode extends Node {
        private final Node[] nodes;

        AllNode(Rule rule, List<Node> nodes) {
            super(rule);
            this.nodes = nodes.toArray(Node[]::new);
        }

        /** A condition that fails rules out the whole for as long as it fails itself, whatever the others do. */
        @Override
        boolean test(Object subject, Run run) {
            Instant before = run.horizon;
            Instant all = before;
            for (Node node : nodes) {
                run.horizon = Instant.MAX;
                if (!node.test(subject, run)) {
                    run.noLaterThan(before);
                    return false;
                }
                all = run.horizon.isBefore(all) ? run.horizon : all;
            }
            run.horizon = all;
            return true;
        }

        @Override
        Truth truth(Object subject, Run run) {
            Truth truth = Truth.YES;
            for (Node node : nodes) {
                truth = truth.and(node.truth(subject, run));
            }
            return truth;
        }

        @Override
        Part seen(Object subject, Run run) {
            return Part.of(nodes, subject, run);
        }
    }

    /** Holds when one of them holds. */
    static final class AnyNode extends Node {
        private final Node[] nodes;

        AnyNode(Rule rule, List<Node> nodes) {
            super(rule);
            this.nodes = nodes.toArray(Node[]::new);
        }

        /** A condition that holds carries the whole for as long as it holds itself. */
        @Override
        boolean test(Object subject, Run run) {
            Instant before = run.horizon;
            Instant all = before;
            for (Node node : nodes) {
                run.horizon = Instant.MAX;
                if (node.test(subject, run)) {
                    run.noLaterThan(before);
                    return true;
                }
                all = run.horizon.isBefore(all) ? run.horizon : all;
            }
            run.horizon = all;
            return false;
        }

        @Override
        Truth truth(Object subject, Run run) {
            Truth truth = Truth.NO;
            for (Node node : nodes) {
                truth = truth.or(node.truth(subject, run));
            }
            return truth;
        }

        @Override
        Part seen(Object subject, Run run) {
            return Part.of(nodes, subject, run);
        }
    }

    /** Holds when the other does not. */
    static final class NotNode extends Node {
        private final Node node;

        NotNode(Rule rule, Node node) {
            super(rule);
            this.node = node;
        }

        @Override
        boolean test(Object subject, Run run) {
            return !node.test(subject, run);
        }

        @Override
        Truth truth(Object subject, Run run) {
            return node.truth(subject, run).not();
        }

        @Override
        Part seen(Object subject, Run run) {
            return Part.of(new Node[] {node}, subject, run);
        }
    }

    /** Holds for the members of another segment. */
    static final class SegmentNode extends Node {
        private final int index;

        SegmentNode(Rule rule, int index) {
            super(rule);
            this.index = index;
        }

        @Override
        boolean test(Object subject, Run run) {
            return run.segment(index, subject);
        }

        @Override
        Truth truth(Object subject, Run run) {
            return run.node(index).truth(subject, run);
        }

        @Override
        Part seen(Object subject, Run run) {
            return Part.of(new Node[] {run.node(index)}, subject, run);
        }
    }
}
