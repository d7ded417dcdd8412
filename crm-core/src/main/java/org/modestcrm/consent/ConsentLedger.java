package org.modestcrm.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/**
 * Every statement customers made about being contacted, in order; nothing is ever changed, and taken out only when the
 * person is erased. A port: {@link InMemoryConsentLedger} is ours. Thread-safe.
 */
public interface ConsentLedger {
    /**
     * Adds a statement. The very same statement again is not added twice.
     *
     * @param consent the statement
     * @return {@link Recorded#NEW} or {@link Recorded#UNCHANGED}
     */
    Recorded record(Consent consent);

    /**
     * Adds many statements, for imports: either all of them or none.
     *
     * @param consents in any order
     * @return what became of each, in the same order
     */
    List<Recorded> recordAll(List<Consent> consents);

    /**
     * Everything a customer said.
     *
     * @param customer who
     * @return by time, then as recorded; may be empty
     */
    List<Consent> history(CustomerId customer);

    /**
     * Everything that was said under several ids of one customer.
     *
     * @param customers the ids
     * @return by time, then by customer id, then as recorded; may be empty
     */
    default List<Consent> history(Collection<CustomerId> customers) {
        return customers.stream()
                .sorted()
                .flatMap(customer -> history(customer).stream())
                .sorted(Comparator.comparing(Consent::at))
                .toList();
    }

    /**
     * Takes out everything that was said under some ids: the person was erased.
     *
     * @param customers the ids
     */
    void remove(Collection<CustomerId> customers);

    /**
     * The statement that holds at a moment: the last one made at or before it about this channel and purpose.
     *
     * @param customer who
     * @param channel on which channel
     * @param purpose for what
     * @param asOf the moment
     * @return empty when nothing was said by then
     */
    default Optional<Consent> state(CustomerId customer, Channel channel, Purpose purpose, Instant asOf) {
        return history(customer).stream()
                .filter(consent -> consent.channel().equals(channel)
                        && consent.purpose().equals(purpose)
                        && !consent.at().isAfter(asOf))
                .reduce((earlier, later) -> later);
    }

    /**
     * Whether a customer allows something at a moment.
     *
     * @param customer who
     * @param channel on which channel
     * @param purpose for what
     * @param asOf the moment
     * @return true only when the statement that holds then grants it and has not expired
     */
    default boolean isGranted(CustomerId customer, Channel channel, Purpose purpose, Instant asOf) {
        return state(customer, channel, purpose, asOf)
                .map(consent -> consent.allowsAt(asOf))
                .orElse(false);
    }
}
