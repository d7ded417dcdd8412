package org.modestcrm.interaction;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/**
 * Keeps interactions. A port: {@link InMemoryInteractionLog} is ours. Thread-safe.
 */
public interface InteractionLog {
    /**
     * Keeps an interaction; the same again changes nothing.
     *
     * @param interaction the interaction
     * @return {@link Recorded#NEW}, or {@link Recorded#UNCHANGED} when it was known
     * @throws IllegalArgumentException when another interaction of this source and external id is known
     */
    Recorded record(Interaction interaction);

    /**
     * Keeps many interactions, for imports: either all of them or none.
     *
     * @param interactions in any order
     * @return what became of each, in the same order
     * @throws IllegalArgumentException when another interaction of the same source and external id is known, or among
     *     them; nothing is written then
     */
    List<Recorded> recordAll(List<Interaction> interactions);

    /**
     * The interaction of a source and external id.
     *
     * @param source the system it comes from
     * @param externalId its id there
     * @return empty when there is none
     */
    Optional<Interaction> find(String source, String externalId);

    /**
     * All contacts with a customer.
     *
     * @param customer who
     * @return by time, then key; may be empty
     */
    List<Interaction> of(CustomerId customer);

    /**
     * A page of the contacts under some ids, newest first.
     *
     * @param customers the ids of one customer
     * @param before where it begins; the key is {@link Interaction#key()}
     * @param max how many at most, 1 or more
     * @return by descending time, then descending key; may be empty
     */
    List<Interaction> page(Collection<CustomerId> customers, Before before, int max);

    /**
     * The messages under some ids that count against the pressure on a customer: outbound ones with a message class.
     *
     * @param customers the ids of one customer
     * @return by time, then key; may be empty
     */
    default List<Interaction> messages(Collection<CustomerId> customers) {
        return customers.stream()
                .flatMap(customer -> of(customer).stream())
                .filter(interaction -> !interaction.messageClass().isEmpty())
                .sorted(Comparator.comparing(Interaction::at).thenComparing(Interaction::key))
                .toList();
    }

    /**
     * Takes out all contacts under some ids: the person was erased.
     *
     * @param customers the ids
     */
    void remove(Collection<CustomerId> customers);
}
