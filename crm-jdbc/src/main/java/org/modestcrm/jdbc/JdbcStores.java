package org.modestcrm.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.modestcrm.Stores;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.outbox.Outbox;

/**
 * Every store in one database. The shop's own, through the pool it has:
 *
 * <pre>{@code
 * JdbcStores jdbc = JdbcStores.over(dataSource);
 * Crm crm = Crm.builder().stores(jdbc.stores()).clock(Clock.systemUTC()).build();
 * }</pre>
 *
 * <p>or one in a file, with {@code com.h2database:h2} among the dependencies:
 *
 * <pre>{@code
 * JdbcStores jdbc = JdbcStores.h2(Path.of("data/crm"));
 * }</pre>
 *
 * <p>H2, PostgreSQL and MariaDB are told apart by themselves. Tables are made and brought up to date at the
 * start. A fact and its events are one transaction; units that were in each other's way are done again, and a stale
 * version is a {@link org.modestcrm.customer.ConflictException}. Thread-safe.
 */
public final class JdbcStores implements AutoCloseable {
    private final Database database;
    private final Stores stores;
    private final Outbox outbox;
    private final ExchangeJournal journal;
    private final @Nullable EmbeddedH2 embedded;

    private JdbcStores(DataSource source, Names names) {
        this.database = new Database(source, names);
        this.embedded = source instanceof EmbeddedH2 ours ? ours : null;
        new Migrations(database).run();
        this.stores = Stores.builder()
                .customers(new JdbcCustomerStore(database))
                .records(new JdbcSourceRecords(database))
                .links(new JdbcRecordLinks(database))
                .register(new JdbcPersonRegister(database))
                .consents(new JdbcConsentLedger(database))
                .orders(new JdbcOrderHistory(database))
                .interactions(new JdbcInteractionLog(database))
                .suppressions(new JdbcSuppressionList(database))
                .tasks(new JdbcTaskStore(database))
                .events(new JdbcEventLog(database))
                .factKeys(new JdbcFactKeys(database))
                .transactions(new JdbcTransactions(database))
                .build();
        this.outbox = new JdbcOutbox(database);
        this.journal = new JdbcExchangeJournal(database);
    }

    /**
     * The stores in an embedded H2 database of one process. What was acknowledged is in the file: it outlives the death of
     * the process.
     *
     * @param file where it lies, without the ending {@code .mv.db}; made when it is not there
     * @return the stores, tables made
     * @throws JdbcException when H2 is not among the dependencies or another process has the file open
     */
    public static JdbcStores h2(Path file) {
        return h2("file:" + file.toAbsolutePath());
    }

    /**
     * The stores in an H2 database in memory, which goes with the last connection when the stores are closed.
     *
     * @param name tells several of one process apart
     * @return the stores, tables made
     * @throws JdbcException when H2 is not among the dependencies
     */
    public static JdbcStores h2InMemory(String name) {
        return h2("mem:" + name);
    }

    private static JdbcStores h2(String where) {
        return over(new EmbeddedH2("jdbc:h2:" + where + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000"));
    }

    /**
     * The stores in the shop's own database, with tables named {@code crm_...} in the schema the connections are in.
     *
     * @param source a pool of 2 connections or more
     * @return the stores, tables made
     * @throws JdbcException when the tables cannot be made or are of a newer version
     */
    public static JdbcStores over(DataSource source) {
        return over(source, "", "crm_");
    }

    /**
     * The stores in the shop's own database, under names of its choice.
     *
     * @param source a pool of 2 connections or more
     * @param schema a schema that is there, empty text for the one the connections are in
     * @param prefix what all names of tables begin with, may be empty
     * @return the stores, tables made
     * @throws JdbcException when the tables cannot be made or are of a newer version
     * @throws IllegalArgumentException when schema or prefix is not 30 letters, digits and {@code _} at most
     */
    public static JdbcStores over(DataSource source, String schema, String prefix) {
        return new JdbcStores(source, new Names(schema, prefix));
    }

    /**
     * All stores of a {@code Crm}.
     *
     * @return never null
     */
    public Stores stores() {
        return stores;
    }

    /**
     * The mails on their way.
     *
     * @return never null
     */
    public Outbox outbox() {
        return outbox;
    }

    /**
     * What was exchanged with whom.
     *
     * @return never null
     */
    public ExchangeJournal exchangeJournal() {
        return journal;
    }

    /**
     * Does work in a transaction of the shop's own: what it records is kept or undone with everything else in it.
     *
     * <pre>{@code
     * connection.setAutoCommit(false);
     * jdbc.joining(connection, () -> crm.record(order));
     * connection.commit();
     * crm.deliverPending();
     * }</pre>
     *
     * <p>Nothing is committed, undone or done again here. Events wait until after the commit. A failure of the database
     * is a {@link JdbcException}: the caller rolls back, and {@link Retries} may begin the transaction again.
     *
     * @param connection of the same database, in a transaction, at isolation READ COMMITTED
     * @param work what to do with the stores
     * @param <T> what it gives
     * @return what it gave
     * @throws IllegalStateException when the connection commits by itself, or the thread is in a unit already
     */
    public <T> T joining(Connection connection, Supplier<T> work) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("connection commits by itself (expected: setAutoCommit(false))");
            }
        } catch (SQLException e) {
            throw new JdbcException("connection cannot be used", e);
        }
        return database.joining(connection, work);
    }

    /** Closes the embedded database; a database of the shop's own is left alone. */
    @Override
    public void close() {
        if (embedded == null) {
            return;
        }
        try (Connection connection = embedded.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new JdbcException("the embedded database cannot be closed", e);
        }
    }
}
