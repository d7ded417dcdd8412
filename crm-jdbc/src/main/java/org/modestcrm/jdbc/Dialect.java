package org.modestcrm.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What differs between the databases: the scripts, the next number of the sequence, and how much is fetched at once. */
enum Dialect {
    H2("select next value for %s") {
        @Override
        int fetchSize() {
            return 0;
        }
    },
    POSTGRESQL("select nextval('%s')"),
    MARIADB("select next value for %s");

    private final String nextNumber;

    Dialect(String nextNumber) {
        this.nextNumber = nextNumber;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> H2;
            case "postgresql" -> POSTGRESQL;
            case "mariadb" -> MARIADB;
            default -> throw new JdbcException("database: " + product + " (expected: H2, PostgreSQL or MariaDB)");
        };
    }

    /** Where its migrations lie. */
    String folder() {
        return "/modest-crm/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    /** The statement that takes the next number of a sequence. */
    String nextNumber(String sequence) {
        return nextNumber.formatted(sequence);
    }

    /** Rows that are fetched at once when streaming; 0 leaves it to the driver. */
    int fetchSize() {
        return 500;
    }
}
