package org.modestcrm.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings the tables up to date, script after script; which ones were run is kept in the table {@code migration}. */
final class Migrations {
    /** The scripts of every dialect, in order; a published one is never changed. */
    static final List<String> SCRIPTS = List.of("V1__first_tables.sql");

    private static final int GUARD = 0;

    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    /** Runs what has not been run; of several processes one does it while the others wait. */
    void run() {
        Retries.atMost(12).call(() -> {
            prepare();
            return guarded();
        });
    }

    private void prepare() {
        try (Connection connection = database.connect()) {
            execute(connection, database.names().in("""
                    create table if not exists {migration} (
                        version int not null primary key,
                        script varchar(200) not null,
                        sha256 varchar(64) not null)"""));
        } catch (SQLException e) {
            throw new JdbcException("table " + database.names().of("migration") + " cannot be made", e);
        }
        database.run(session -> {
            if (session.query("select version from {migration} where version = ?", row -> row.getInt(1), GUARD)
                    .isEmpty()) {
                session.update("insert into {migration} (version, script, sha256) values (?, ?, ?)", GUARD, "", "");
            }
        });
    }

    /** The guard row stays locked while the scripts run on another connection: their statements may commit by themselves. */
    private int guarded() {
        return database.in(session -> {
            session.query("select version from {migration} where version = ? for update", row -> row.getInt(1), GUARD);
            Map<Integer, String> known = new TreeMap<>();
            session.query(
                    "select version, sha256 from {migration} where version > 0",
                    row -> known.put(row.getInt("version"), row.getString("sha256")));
            known.keySet().stream()
                    .filter(version -> version > SCRIPTS.size())
                    .findFirst()
                    .ifPresent(version -> {
                        throw new JdbcException("tables " + database.names().of("*") + " are of version " + version
                                + " (expected: at most " + SCRIPTS.size() + "; a newer crm-jdbc made them)");
                    });
            for (int version = 1; version <= SCRIPTS.size(); version++) {
                runOne(version, known.getOrDefault(version, ""));
            }
            return SCRIPTS.size();
        });
    }

    private void runOne(int version, String knownDigest) {
        String name = SCRIPTS.get(version - 1);
        String script = text(database.dialect().folder() + name);
        String digest = digest(script);
        if (knownDigest.equals(digest)) {
            return;
        }
        if (!knownDigest.isEmpty()) {
            throw new JdbcException("script " + name + " is not the one that made the tables "
                    + database.names().of("*") + " (expected: the published one)");
        }
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (String statement : database.names().inScript(script).split(";\\s*\n", -1)) {
                if (!statement.isBlank()) {
                    execute(connection, statement);
                }
            }
            execute(
                    connection,
                    database.names().in("insert into {migration} (version, script, sha256) values (") + version + ", '"
                            + name + "', '" + digest + "')");
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new JdbcException("script " + name + " failed with SQLState " + e.getSQLState(), e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(String resource) {
        try (InputStream in = Migrations.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " cannot be read", e);
        }
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
