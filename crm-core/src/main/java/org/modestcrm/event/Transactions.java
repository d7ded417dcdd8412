package org.modestcrm.event;

import java.util.Collection;
import java.util.function.Supplier;
import org.modestcrm.customer.CustomerId;

/**
 * Makes one unit of what several stores are asked to do: all of it is kept, or nothing. A port: stores over a database
 * bring theirs; {@link InMemoryTransactions} is for those in memory.
 *
 * <p>While the work runs, everything the thread asks of the stores belongs to the unit. A unit begun inside another is
 * part of it. Facts of one customer are recorded one after the other: an implementation lets two units that name the same
 * customer run only one after the other, to their very end, in every process that uses the same stores.
 */
public interface Transactions {
    /**
     * Does the work as one unit.
     *
     * @param customers whom it concerns, under any ids; none for facts of nobody
     * @param work what to do; may be done again from the start when the store asks for that, so it changes nothing but
     *     stores
     * @param <T> what the work gives
     * @return what the work gave, once all of it is kept
     * @throws RuntimeException what the work threw, after all it did was undone; or that the unit could not be kept
     */
    <T> T inOne(Collection<CustomerId> customers, Supplier<T> work);

    /**
     * Whether the calling thread is inside a unit, so that events must wait until its end.
     *
     * @return true while work of {@link #inOne} runs, or inside a transaction of the caller's that this one has joined
     */
    boolean isRunning();
}
