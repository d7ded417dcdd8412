package org.modestcrm.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.json.JsonForm;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.source.SourceRecords;

/** Source records. */
final class JdbcSourceRecords implements SourceRecords {
    private static final Session.RowReader<SourceRecord> RECORD =
            row -> JsonForm.SOURCE_RECORD.read(row.getString("payload"));

    private final Database database;

    JdbcSourceRecords(Database database) {
        this.database = database;
    }

    @Override
    public Recorded record(SourceRecord record) {
        return recordAll(List.of(record)).get(0);
    }

    @Override
    public List<Recorded> recordAll(List<SourceRecord> records) {
        return database.in(session -> {
            refuseSharedIds(session, records);
            List<Recorded> results = new ArrayList<>();
            List<@Nullable Object[]> fresh = new ArrayList<>();
            for (SourceRecord record : records) {
                results.add(sorted(session, record, fresh));
            }
            session.batch(
                    "insert into {source_record} (own_id, payload, source, record_id) values (?, ?, ?, ?)", fresh);
            return results;
        });
    }

    private static void refuseSharedIds(Session session, List<SourceRecord> records) {
        for (SourceRecord record : records) {
            session.first(
                            "select source, record_id from {source_record} where own_id = ?",
                            row -> RecordKey.of(row.getString("source"), row.getString("record_id")),
                            record.said().id().value())
                    .filter(owner -> !owner.equals(record.key()))
                    .ifPresent(owner -> {
                        throw new IllegalArgumentException("record " + record.key() + " has the own id "
                                + record.said().id() + " of record " + owner + " (expected: an id of its own)");
                    });
        }
    }

    private Recorded sorted(Session session, SourceRecord record, List<@Nullable Object[]> fresh) {
        @Nullable Object[] row = {
            record.said().id().value(),
            JsonForm.SOURCE_RECORD.write(record),
            record.key().source(),
            record.key().recordId()
        };
        Optional<SourceRecord> known = find(record.key());
        if (known.isEmpty()) {
            fresh.add(row);
            return Recorded.NEW;
        }
        if (known.get().equals(record)) {
            return Recorded.UNCHANGED;
        }
        session.update("update {source_record} set own_id = ?, payload = ? where source = ? and record_id = ?", row);
        return Recorded.CHANGED;
    }

    @Override
    public Optional<SourceRecord> find(RecordKey key) {
        return database.in(session -> session.first(
                "select payload from {source_record} where source = ? and record_id = ?",
                RECORD,
                key.source(),
                key.recordId()));
    }

    @Override
    public Optional<SourceRecord> findByOwnId(CustomerId id) {
        return database.in(
                session -> session.first("select payload from {source_record} where own_id = ?", RECORD, id.value()));
    }

    @Override
    public void remove(RecordKey key) {
        database.run(session -> session.update(
                "delete from {source_record} where source = ? and record_id = ?", key.source(), key.recordId()));
    }

    @Override
    public Stream<SourceRecord> all() {
        return database.stream("select payload from {source_record} order by source, record_id", RECORD);
    }
}
