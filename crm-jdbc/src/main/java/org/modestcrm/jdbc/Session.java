package org.modestcrm.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One transaction: statements in it, and the locks it holds. For one thread. */
final class Session {
    private static final int SLOTS = 1024;
    private static final int MAX_PARAMETERS = 500;

    private final Connection connection;
    private final Names names;
    private final Dialect dialect;
    private final TreeSet<Integer> held = new TreeSet<>();

    Session(Connection connection, Names names, Dialect dialect) {
        this.connection = connection;
        this.names = names;
        this.dialect = dialect;
    }

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    int update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(names.in(sql))) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Runs a statement once for each row of parameters. */
    void batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (rows.size() == 1) {
            update(sql, rows.get(0));
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(names.in(sql))) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(names.in(sql))) {
            bind(statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** Asks for many keys, some hundreds at a time; {@code (*)} in the statement stands for the keys. */
    <T> List<T> queryIn(String sql, RowReader<T> reader, Collection<String> keys) {
        List<T> rows = new ArrayList<>();
        for (List<String> part : parts(keys)) {
            rows.addAll(query(withKeys(sql, part), reader, part.toArray()));
        }
        return rows;
    }

    int updateIn(String sql, Collection<String> keys) {
        int changed = 0;
        for (List<String> part : parts(keys)) {
            changed += update(withKeys(sql, part), part.toArray());
        }
        return changed;
    }

    private static String withKeys(String sql, List<String> keys) {
        return sql.replace("(*)", "(" + String.join(",", Collections.nCopies(keys.size(), "?")) + ")");
    }

    private static List<List<String>> parts(Collection<String> keys) {
        List<String> all = List.copyOf(new TreeSet<>(keys));
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MAX_PARAMETERS) {
            parts.add(all.subList(from, Math.min(all.size(), from + MAX_PARAMETERS)));
        }
        return parts;
    }

    /** The next of the numbers that put things in their order. */
    long nextNumber() {
        return first(dialect.nextNumber(names.of("number")), row -> row.getLong(1))
                .orElseThrow(() -> new JdbcException("sequence " + names.of("number") + ": gave no number"));
    }

    /** Waits for every other unit that has locked one of these keys, and keeps them waiting until this one ends. */
    void lock(Collection<String> keys) {
        TreeSet<Integer> wanted = new TreeSet<>();
        keys.forEach(key -> wanted.add(Math.floorMod(key.hashCode() * 0x9E3779B9, SLOTS)));
        wanted.removeAll(held);
        for (int slot : wanted) {
            query("select slot from {unit_lock} where slot = ? for update", row -> row.getInt(1), slot);
        }
        held.addAll(wanted);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof Instant instant) {
                statement.setObject(i + 1, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else if (parameter instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }

    static JdbcException failed(String sql, SQLException e) {
        return new JdbcException(
                "statement \"" + sql + "\" failed with SQLState " + e.getSQLState()
                        + " (its cause is what the driver said)",
                e);
    }
}
