package org.modestcrm.jdbc;

import java.time.Instant;
import org.modestcrm.event.FactKey;
import org.modestcrm.event.FactKeys;

/** The keys of acts of recording. */
final class JdbcFactKeys implements FactKeys {
    private final Database database;

    JdbcFactKeys(Database database) {
        this.database = database;
    }

    @Override
    public Use putIfAbsent(FactKey key, String fact, Instant at) {
        return database.in(session -> session.first(
                        "select fact from {fact_key} where fact_key = ?",
                        row -> new Use(row.getString(1), State.REPEATED),
                        key.value())
                .orElseGet(() -> {
                    session.update(
                            "insert into {fact_key} (fact_key, fact, kept_at) values (?, ?, ?)", key.value(), fact, at);
                    return new Use(fact, State.FIRST);
                }));
    }

    @Override
    public int forget(Instant before) {
        return database.in(session -> session.update("delete from {fact_key} where kept_at < ?", before));
    }
}
