package org.modestcrm.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Transactions;

/** Units of work are transactions of the database; customers are locked by rows that every process shares. */
final class JdbcTransactions implements Transactions {
    private final Database database;

    JdbcTransactions(Database database) {
        this.database = database;
    }

    @Override
    public <T> T inOne(Collection<CustomerId> customers, Supplier<T> work) {
        return database.in(session -> {
            lock(session, customers.stream().map(CustomerId::value).toList());
            return work.get();
        });
    }

    /** Locks the ids and those they are aliases of; a merge that came in between shows after the first lock. */
    private static void lock(Session session, List<String> ids) {
        Set<String> all = new TreeSet<>(ids);
        int before;
        do {
            session.lock(all);
            before = all.size();
            all.addAll(session.queryIn(
                    "select survivor from {customer_alias} where alias in (*)", row -> row.getString(1), all));
        } while (all.size() > before);
    }

    @Override
    public boolean isRunning() {
        return database.isRunning();
    }
}
