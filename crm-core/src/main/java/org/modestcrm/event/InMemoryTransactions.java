package org.modestcrm.event;

import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.modestcrm.customer.CustomerId;

/**
 * Units of work over stores in memory: one after the other. Nothing is undone when work throws; what is in memory is
 * checked before it is changed. Thread-safe.
 */
public final class InMemoryTransactions implements Transactions {
    private final ReentrantLock lock = new ReentrantLock();

    /** No unit runs. */
    public InMemoryTransactions() {}

    @Override
    public <T> T inOne(Collection<CustomerId> customers, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return lock.isHeldByCurrentThread();
    }
}
