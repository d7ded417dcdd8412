package org.modestcrm.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Keys in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryFactKeys implements FactKeys {
    private final Map<FactKey, Known> known = new HashMap<>();

    /** No keys. */
    public InMemoryFactKeys() {}

    private record Known(String fact, Instant at) {}

    @Override
    public synchronized Use putIfAbsent(FactKey key, String fact, Instant at) {
        Known first = known.putIfAbsent(key, new Known(fact, at));
        return first == null ? new Use(fact, State.FIRST) : new Use(first.fact(), State.REPEATED);
    }

    @Override
    public synchronized int forget(Instant before) {
        int size = known.size();
        known.values().removeIf(use -> use.at().isBefore(before));
        return size - known.size();
    }
}
