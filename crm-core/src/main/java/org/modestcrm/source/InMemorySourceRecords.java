package org.modestcrm.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/** Source records in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemorySourceRecords implements SourceRecords {
    private final TreeMap<RecordKey, SourceRecord> records = new TreeMap<>();
    private final Map<CustomerId, RecordKey> keys = new HashMap<>();

    /** An empty store. */
    public InMemorySourceRecords() {}

    @Override
    public synchronized Recorded record(SourceRecord record) {
        return recordAll(List.of(record)).get(0);
    }

    @Override
    public synchronized List<Recorded> recordAll(List<SourceRecord> all) {
        all.forEach(this::refuseSharedId);
        return all.stream().map(this::put).toList();
    }

    private void refuseSharedId(SourceRecord record) {
        RecordKey owner = keys.getOrDefault(record.said().id(), record.key());
        if (!owner.equals(record.key())) {
            throw new IllegalArgumentException("record " + record.key() + " has the own id "
                    + record.said().id() + " of record " + owner + " (expected: an id of its own)");
        }
    }

    private Recorded put(SourceRecord record) {
        Optional<SourceRecord> known = find(record.key());
        if (known.filter(record::equals).isPresent()) {
            return Recorded.UNCHANGED;
        }
        known.ifPresent(old -> keys.remove(old.said().id()));
        keys.put(record.said().id(), record.key());
        records.put(record.key(), record);
        return known.isPresent() ? Recorded.CHANGED : Recorded.NEW;
    }

    @Override
    public synchronized void remove(RecordKey key) {
        Optional.ofNullable(records.remove(key))
                .ifPresent(old -> keys.remove(old.said().id()));
    }

    @Override
    public synchronized Optional<SourceRecord> find(RecordKey key) {
        return Optional.ofNullable(records.get(key));
    }

    @Override
    public synchronized Optional<SourceRecord> findByOwnId(CustomerId id) {
        return Optional.ofNullable(keys.get(id)).flatMap(this::find);
    }

    @Override
    public synchronized Stream<SourceRecord> all() {
        return List.copyOf(records.values()).stream();
    }
}
