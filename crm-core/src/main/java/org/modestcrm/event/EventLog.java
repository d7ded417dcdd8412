package org.modestcrm.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.modestcrm.customer.CustomerId;

/**
 * Keeps events until every subscriber has taken them, in the same {@linkplain Transactions unit} as their fact: a crash
 * loses none. A port: {@link InMemoryEventLog} is ours. Thread-safe.
 *
 * <p>Events of one customer, and those of nobody, are each a <em>lane</em>. For one subscriber the events of a lane are in
 * the hands of one worker at a time and are taken in the order they were appended; lanes do not wait for each other. The lane of a
 * customer is that of the id the customer is shown under when the event is appended.
 */
public interface EventLog {
    /**
     * Makes a subscriber known, for good. It gets the events appended from then on; one that is known already keeps what
     * waits for it.
     *
     * @param subscriber its name, a code
     * @param type the events it takes
     */
    void register(String subscriber, Class<? extends Event> type);

    /**
     * Forgets a subscriber and what waits for it.
     *
     * @param subscriber its name; one that is not known is no mistake
     */
    void unregister(String subscriber);

    /**
     * Keeps an event of a customer for every subscriber that takes its type.
     *
     * @param lane the id the customer is shown under
     * @param event makes the event of its number, which is higher than that of every event of its lane
     * @return the event
     */
    Event append(CustomerId lane, Function<EventId, Event> event);

    /**
     * Keeps an event of nobody for every subscriber that takes its type.
     *
     * @param event makes the event of its number
     * @return the event
     */
    Event append(Function<EventId, Event> event);

    /**
     * Hands out events that wait for a subscriber, for this worker alone until the lease ends. A lane of which another
     * worker has an event under a lease is passed over.
     *
     * @param subscriber its name
     * @param now the present
     * @param lease for how long
     * @param max how many at most, 1 or more
     * @return by ascending number; of each lane the oldest that wait, without gaps; may be empty
     */
    List<Waiting> claim(String subscriber, Instant now, Duration lease, int max);

    /**
     * An event that waits.
     *
     * @param lane the id its customer was shown under, empty text for an event of nobody
     * @param event the event
     */
    record Waiting(String lane, Event event) {}

    /**
     * Notes that a subscriber has taken an event; with the last claimed one of a lane the lease on it ends.
     *
     * @param subscriber its name
     * @param event the number; one that does not wait is no mistake
     */
    void delivered(String subscriber, EventId event);

    /**
     * Gives a claimed event and all later ones of its lane back: they wait again, until a moment.
     *
     * @param subscriber its name
     * @param event the number
     * @param until when they may be claimed again
     */
    void putBack(String subscriber, EventId event, Instant until);

    /**
     * How many events wait for a subscriber, claimed ones among them.
     *
     * @param subscriber its name
     * @return 0 or more
     */
    int waiting(String subscriber);

    /**
     * Takes out all events that lie in the lanes of some ids or concern them: the person was erased.
     *
     * @param customers the ids
     */
    void remove(Collection<CustomerId> customers);
}
