package org.modestcrm.jdbc;

import java.sql.SQLException;

/** The database could not do what was asked; the cause is what the driver said. Nothing of the unit is kept. */
public final class JdbcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the same unit may succeed when done again. */
    private final boolean passing;

    JdbcException(String message, Throwable cause) {
        super(message, cause);
        this.passing = cause instanceof SQLException sql && Passing.isPassing(sql);
    }

    JdbcException(String message) {
        super(message);
        this.passing = false;
    }

    /**
     * Whether it came from two units that were in each other's way, so that the same may succeed when done again. The
     * stores do so themselves except inside a transaction of the caller's: there {@link Retries} does.
     *
     * @return true for deadlocks, failed serialisation, waits for a lock that took too long, and keys that somebody else
     *     inserted first
     */
    public boolean isPassing() {
        return passing;
    }
}
