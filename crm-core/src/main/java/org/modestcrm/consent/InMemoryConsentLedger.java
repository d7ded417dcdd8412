package org.modestcrm.consent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/** Consents in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryConsentLedger implements ConsentLedger {
    private final Map<CustomerId, List<Consent>> consents = new ConcurrentHashMap<>();

    /** An empty ledger. */
    public InMemoryConsentLedger() {}

    @Override
    public Recorded record(Consent consent) {
        AtomicBoolean added = new AtomicBoolean();
        consents.compute(consent.customer(), (customer, known) -> {
            if (known != null && known.contains(consent)) {
                return known;
            }
            added.set(true);
            List<Consent> all = new ArrayList<>(known == null ? List.of() : known);
            all.add(consent);
            all.sort(Comparator.comparing(Consent::at));
            return List.copyOf(all);
        });
        return added.get() ? Recorded.NEW : Recorded.UNCHANGED;
    }

    @Override
    public List<Recorded> recordAll(List<Consent> all) {
        return all.stream().map(this::record).toList();
    }

    @Override
    public void remove(Collection<CustomerId> customers) {
        customers.forEach(consents::remove);
    }

    @Override
    public List<Consent> history(CustomerId customer) {
        return consents.getOrDefault(customer, List.of());
    }
}
