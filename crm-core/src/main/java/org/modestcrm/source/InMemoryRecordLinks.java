package org.modestcrm.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Links in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryRecordLinks implements RecordLinks {
    private final Map<RecordPair, List<RecordLink>> histories = new HashMap<>();
    private final Map<RecordKey, Set<RecordKey>> neighbours = new HashMap<>();

    /** No links. */
    public InMemoryRecordLinks() {}

    @Override
    public synchronized void record(RecordLink link) {
        histories.computeIfAbsent(link.pair(), pair -> new ArrayList<>()).add(link);
        neighbour(link.pair().first(), link.pair().second());
        neighbour(link.pair().second(), link.pair().first());
    }

    private void neighbour(RecordKey key, RecordKey other) {
        neighbours.computeIfAbsent(key, k -> new TreeSet<>()).add(other);
    }

    @Override
    public synchronized Optional<RecordLink> find(RecordPair pair) {
        List<RecordLink> history = history(pair);
        return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
    }

    @Override
    public synchronized List<RecordLink> of(RecordKey key) {
        return neighbours.getOrDefault(key, Set.of()).stream()
                .sorted(Comparator.naturalOrder())
                .flatMap(other -> find(RecordPair.of(key, other)).stream())
                .toList();
    }

    @Override
    public synchronized List<RecordLink> history(RecordPair pair) {
        return List.copyOf(histories.getOrDefault(pair, List.of()));
    }

    @Override
    public synchronized void remove(RecordKey key) {
        for (RecordKey other : neighbours.getOrDefault(key, Set.of())) {
            histories.remove(RecordPair.of(key, other));
            neighbours.getOrDefault(other, new TreeSet<>()).remove(key);
        }
        neighbours.remove(key);
    }
}
