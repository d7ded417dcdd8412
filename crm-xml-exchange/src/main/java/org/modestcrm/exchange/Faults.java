package org.modestcrm.exchange;

import java.util.ArrayList;
import java.util.List;

/** Keeps the first problems of a document and counts all. For one thread. */
final class Faults {
    private final int max;
    private final List<ExchangeProblem> kept = new ArrayList<>();
    private long count;

    Faults(int max) {
        this.max = max;
    }

    void add(ExchangeProblem problem) {
        count++;
        if (kept.size() < max) {
            kept.add(problem);
        }
    }

    List<ExchangeProblem> kept() {
        return List.copyOf(kept);
    }

    long count() {
        return count;
    }
}
