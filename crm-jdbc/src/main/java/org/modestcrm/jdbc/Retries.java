package org.modestcrm.jdbc;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.modestcrm.customer.ConflictException;

/**
 * Does a piece of work again when somebody else was in the way: the stored version was no longer the one that was read, or
 * the database undid the transaction. The work begins with reading, so that it sees what is there now:
 *
 * <pre>{@code
 * Retries.atMost(5).call(() -> crm.record(change(crm.customers().find(id).orElseThrow())));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Retries {
    private static final long FIRST_PAUSE_NANOS = 2_000_000;

    private final int times;

    private Retries(int times) {
        this.times = times;
    }

    /**
     * Work is done so often at most.
     *
     * @param times 1 or more
     * @return the helper
     * @throws IllegalArgumentException when it is less
     */
    public static Retries atMost(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times: " + times + " (expected: 1 or more)");
        }
        return new Retries(times);
    }

    /**
     * Does the work until nobody is in the way, pausing a little longer each time.
     *
     * @param work what to do; done from the start each time
     * @param <T> what it gives
     * @return what it gave
     * @throws ConflictException when the last attempt met another version, too
     * @throws JdbcException when the last attempt was undone by the database, too, or the failure does not pass
     */
    public <T> T call(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConflictException | JdbcException e) {
                boolean passing = !(e instanceof JdbcException jdbc) || jdbc.isPassing();
                if (!passing || attempt >= times) {
                    throw e;
                }
            }
            pause(attempt);
        }
    }

    static void pause(int attempt) {
        long longest = FIRST_PAUSE_NANOS << Math.min(attempt, 7);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}
