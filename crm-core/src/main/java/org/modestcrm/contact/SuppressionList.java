package org.modestcrm.contact;

import java.util.Optional;
import org.modestcrm.customer.EmailAddress;

/** Keeps the addresses that are not written to. A port: {@link InMemorySuppressionList} is ours. Thread-safe. */
public interface SuppressionList {
    /**
     * Keeps a suppression, in place of an earlier one of the address.
     *
     * @param suppression what to keep
     */
    void put(Suppression suppression);

    /**
     * The suppression of an address.
     *
     * @param address the address
     * @return empty when it may be written to; one that has run out may still be told
     */
    Optional<Suppression> find(EmailAddress address);

    /**
     * Takes an address off the list.
     *
     * @param address the address
     */
    void remove(EmailAddress address);
}
