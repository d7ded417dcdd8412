package org.modestcrm.tests.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.modestcrm.jdbc.JdbcStores;

/** Databases for tests: one of each kind for the whole run. */
enum Databases {
    H2 {
        @Override
        DataSource start() {
            return pool("jdbc:h2:mem:tests;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                return pool(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final Set<String> LASTING = Set.of("crm_migration", "crm_unit_lock");

    private DataSource source;
    private JdbcStores stores;

    abstract DataSource start();

    private static DataSource pool(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(20);
        return pool;
    }

    synchronized DataSource source() {
        if (source == null) {
            source = start();
        }
        return source;
    }

    /** The stores over the tables of the run, with nothing in them. */
    synchronized JdbcStores empty() {
        if (stores == null) {
            stores = JdbcStores.over(source());
        }
        for (String table : tables("crm_")) {
            if (!LASTING.contains(table)) {
                run("delete from " + table);
            }
        }
        return stores;
    }

    List<String> tables(String prefix) {
        List<String> tables = new ArrayList<>();
        try (Connection connection = source().getConnection();
                ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith(prefix) && found.getString("TABLE_TYPE").endsWith("TABLE")) {
                    tables.add(name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tables;
    }

    void run(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
