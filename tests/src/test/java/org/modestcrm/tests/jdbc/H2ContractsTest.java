package org.modestcrm.tests.jdbc;

import org.modestcrm.jdbc.JdbcStores;

class H2ContractsTest extends JdbcContracts {
    @Override
    JdbcStores empty() {
        return Databases.H2.empty();
    }
}
