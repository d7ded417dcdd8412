package org.modestcrm.contact;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.modestcrm.customer.EmailAddress;

/** Suppressions in memory, gone with the process. Thread-safe. */
public final class InMemorySuppressionList implements SuppressionList {
    private final Map<EmailAddress, Suppression> byAddress = new ConcurrentHashMap<>();

    /** An empty list. */
    public InMemorySuppressionList() {}

    @Override
    public void put(Suppression suppression) {
        byAddress.put(suppression.address(), suppression);
    }

    @Override
    public Optional<Suppression> find(EmailAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    @Override
    public void remove(EmailAddress address) {
        byAddress.remove(address);
    }
}
