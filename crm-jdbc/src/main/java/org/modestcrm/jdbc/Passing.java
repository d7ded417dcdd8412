package org.modestcrm.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** Tells failures that pass when the unit is done again from those that stay. */
final class Passing {
    /** SQLState classes: 40 rolled back because of others, 23 a key that is there already. */
    private static final Set<String> CLASSES = Set.of("40", "23");

    /** H2: lock timeout; PostgreSQL: lock not available. */
    private static final Set<String> STATES = Set.of("HYT00", "55P03");

    /** H2: concurrent update in table, deadlock. MariaDB: lock wait timeout, record changed since last read. */
    private static final Set<Integer> CODES = Set.of(90131, 40001, 1205, 1020);

    private Passing() {}

    static boolean isPassing(SQLException failure) {
        for (SQLException e = failure; e != null; e = e.getNextException()) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            if (STATES.contains(state)
                    || CODES.contains(e.getErrorCode())
                    || state.length() == 5 && CLASSES.contains(state.substring(0, 2))) {
                return true;
            }
        }
        return false;
    }
}
