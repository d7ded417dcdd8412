package org.modestcrm.interaction;

import java.util.List;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/**
 * Keeps interactions. A port: {@link InMemoryInteractionLog} is ours. Thread-safe.
 */
public interface InteractionLog {
    /**
     * Keeps an interaction; one with the same source and external id is kept as it was first recorded.
     *
     * @param interaction the interaction
     * @return {@link Recorded#NEW}, or {@link Recorded#UNCHANGED} when it was known
     */
    Recorded record(Interaction interaction);

    /**
     * All contacts with a customer.
     *
     * @param customer who
     * @return by time, then source and external id; may be empty
     */
    List<Interaction> of(CustomerId customer);
}
