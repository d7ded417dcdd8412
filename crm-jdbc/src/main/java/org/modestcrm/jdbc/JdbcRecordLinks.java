package org.modestcrm.jdbc;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modestcrm.json.JsonForm;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.RecordLinks;
import org.modestcrm.source.RecordPair;

/** Links between source records, each pair with its history; the last one is what is held. */
final class JdbcRecordLinks implements RecordLinks {
    private static final Session.RowReader<RecordLink> LINK =
            row -> JsonForm.RECORD_LINK.read(row.getString("payload"));

    private final Database database;

    JdbcRecordLinks(Database database) {
        this.database = database;
    }

    @Override
    public void record(RecordLink link) {
        RecordKey first = link.pair().first();
        RecordKey second = link.pair().second();
        database.run(session -> session.update(
                "insert into {record_link} (id, source1, record1, source2, record2, payload)"
                        + " values (?, ?, ?, ?, ?, ?)",
                session.nextNumber(),
                first.source(),
                first.recordId(),
                second.source(),
                second.recordId(),
                JsonForm.RECORD_LINK.write(link)));
    }

    @Override
    public Optional<RecordLink> find(RecordPair pair) {
        return history(pair).stream().reduce((earlier, later) -> later);
    }

    @Override
    public List<RecordLink> of(RecordKey key) {
        Map<RecordPair, RecordLink> newest = new LinkedHashMap<>();
        database.in(session -> session.query(
                        "select payload from {record_link} where source1 = ? and record1 = ?"
                                + " or source2 = ? and record2 = ? order by id",
                        LINK,
                        key.source(),
                        key.recordId(),
                        key.source(),
                        key.recordId()))
                .forEach(link -> newest.put(link.pair(), link));
        return newest.values().stream()
                .sorted(Comparator.comparing(link -> link.pair().other(key)))
                .toList();
    }

    @Override
    public List<RecordLink> history(RecordPair pair) {
        return database.in(session -> session.query(
                "select payload from {record_link} where source1 = ? and record1 = ? and source2 = ? and record2 = ?"
                        + " order by id",
                LINK,
                pair.first().source(),
                pair.first().recordId(),
                pair.second().source(),
                pair.second().recordId()));
    }

    @Override
    public void remove(RecordKey key) {
        database.run(session -> session.update(
                "delete from {record_link} where source1 = ? and record1 = ? or source2 = ? and record2 = ?",
                key.source(),
                key.recordId(),
                key.source(),
                key.recordId()));
    }
}
