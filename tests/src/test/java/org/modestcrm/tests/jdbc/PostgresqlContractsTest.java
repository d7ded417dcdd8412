package org.modestcrm.tests.jdbc;

import org.modestcrm.jdbc.JdbcStores;

class PostgresqlContractsTest extends JdbcContracts {
    @Override
    JdbcStores empty() {
        return Databases.POSTGRESQL.empty();
    }
}
