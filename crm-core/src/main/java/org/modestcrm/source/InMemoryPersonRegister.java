package org.modestcrm.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.modestcrm.customer.CustomerId;

/** The register in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryPersonRegister implements PersonRegister {
    private final Map<CustomerId, Erasure> erasures = new TreeMap<>();
    private final Map<CustomerId, CustomerId> survivors = new TreeMap<>();
    private final Map<CustomerId, Restriction> restrictions = new TreeMap<>();

    /** Nobody is in it. */
    public InMemoryPersonRegister() {}

    @Override
    public synchronized void record(Erasure erasure) {
        if (erasures.putIfAbsent(erasure.customer(), erasure) == null) {
            erasure.ids().forEach(id -> survivors.put(id, erasure.customer()));
        }
    }

    @Override
    public synchronized Optional<Erasure> erasure(CustomerId customer) {
        return Optional.ofNullable(survivors.get(customer)).map(erasures::get);
    }

    @Override
    public synchronized List<Erasure> erasures(Collection<String> digests) {
        return erasures.values().stream()
                .filter(erasure -> digests.stream().anyMatch(erasure.digests()::contains))
                .sorted(Comparator.comparing(Erasure::at).thenComparing(Erasure::customer))
                .toList();
    }

    @Override
    public synchronized void readmit(Collection<String> digests) {
        erasures.replaceAll((id, erasure) -> {
            Set<String> left = new HashSet<>(erasure.digests());
            left.removeAll(Set.copyOf(digests));
            return new Erasure(id, erasure.ids(), left, erasure.keyId(), erasure.at());
        });
    }

    @Override
    public synchronized void record(Restriction restriction) {
        restrictions.put(restriction.customer(), restriction);
    }

    @Override
    public synchronized List<Restriction> restrictions(Collection<CustomerId> customers) {
        return restrictions.values().stream()
                .filter(restriction -> customers.contains(restriction.customer()))
                .sorted(Comparator.comparing(Restriction::since).thenComparing(Restriction::customer))
                .toList();
    }

    @Override
    public synchronized void lift(Collection<CustomerId> customers) {
        restrictions.keySet().removeAll(Set.copyOf(customers));
    }
}
