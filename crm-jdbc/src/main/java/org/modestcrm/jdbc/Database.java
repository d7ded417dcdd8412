package org.modestcrm.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where connections come from, and which transaction the thread is in. Thread-safe. */
final class Database {
    private static final int ATTEMPTS = 12;

    private final DataSource source;
    private final Names names;
    private final Dialect dialect;
    private final int isolation;

    @SuppressWarnings("ThreadLocalUsage") // a thread may be in a transaction of each of several databases
    private final ThreadLocal<@Nullable Session> running = new ThreadLocal<>();

    Database(DataSource source, Names names) {
        this.source = source;
        this.names = names;
        try (Connection connection = source.getConnection()) {
            this.dialect = Dialect.of(connection);
            this.isolation = connection.getTransactionIsolation();
        } catch (SQLException e) {
            throw new JdbcException("database: no connection (its cause is what the driver said)", e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    Names names() {
        return names;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    boolean isRunning() {
        return running.get() != null;
    }

    /** Does the work in the transaction the thread is in, or in one of its own, again when it was undone by others. */
    <T> T in(Function<Session, T> work) {
        Session current = running.get();
        if (current != null) {
            return work.apply(current);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (JdbcException e) {
                if (!e.isPassing() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            Retries.pause(attempt);
        }
    }

    void run(Consumer<Session> work) {
        in(session -> {
            work.accept(session);
            return session;
        });
    }

    private <T> T once(Function<Session, T> work) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            isolate(connection, Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try {
                T result = within(connection, work);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
                isolate(connection, isolation);
            }
        } catch (SQLException e) {
            throw new JdbcException("transaction failed with SQLState " + e.getSQLState(), e);
        }
    }

    /** After a lock is granted, a unit must see what others have committed before. */
    private void isolate(Connection connection, int level) throws SQLException {
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(level);
        }
    }

    /** Does work in a transaction that is not ours: nothing is committed, undone or done again here. */
    <T> T joining(Connection connection, Supplier<T> work) {
        if (running.get() != null) {
            throw new IllegalStateException(
                    "the thread is in a unit already (expected: a transaction joined outside of one)");
        }
        return within(connection, session -> work.get());
    }

    private <T> T within(Connection connection, Function<Session, T> work) {
        Session session = new Session(connection, names, dialect);
        running.set(session);
        try {
            return work.apply(session);
        } finally {
            running.remove();
        }
    }

    /** All rows, on a connection of their own, without holding them in memory; closing the stream ends it. */
    <T> Stream<T> stream(String sql, Session.RowReader<T> reader) {
        try {
            Connection connection = source.getConnection();
            try {
                return Rows.open(connection, names.in(sql), dialect, reader);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Session.failed(sql, e);
        }
    }

    /** The rows of one query, one after the other. */
    private static final class Rows<T> extends Spliterators.AbstractSpliterator<T> {
        private final ResultSet result;
        private final Session.RowReader<T> reader;

        private Rows(ResultSet result, Session.RowReader<T> reader) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.result = result;
            this.reader = reader;
        }

        static <T> Stream<T> open(Connection connection, String sql, Dialect dialect, Session.RowReader<T> reader)
                throws SQLException {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.setFetchSize(dialect.fetchSize());
            Rows<T> rows = new Rows<>(statement.executeQuery(), reader);
            return StreamSupport.stream(rows, false).onClose(() -> close(connection, statement, autoCommit));
        }

        private static void close(Connection connection, PreparedStatement statement, boolean autoCommit) {
            try (connection) {
                statement.close();
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            } catch (SQLException e) {
                throw new JdbcException("stream could not be closed", e);
            }
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            try {
                if (!result.next()) {
                    return false;
                }
                action.accept(reader.read(result));
                return true;
            } catch (SQLException e) {
                throw new JdbcException("stream ended early with SQLState " + e.getSQLState(), e);
            }
        }
    }
}
