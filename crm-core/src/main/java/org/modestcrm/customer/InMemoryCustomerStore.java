package org.modestcrm.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Customers in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryCustomerStore implements CustomerStore {
    private final TreeMap<CustomerId, Customer> customers = new TreeMap<>();
    private final TreeMap<CustomerId, CustomerId> survivors = new TreeMap<>();
    private final Map<CustomerId, Set<CustomerId>> aliases = new HashMap<>();
    private final Map<String, Set<CustomerId>> idsByKey = new HashMap<>();

    /** An empty store. */
    public InMemoryCustomerStore() {}

    @Override
    public synchronized Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(customers.get(survivors.getOrDefault(id, id)));
    }

    @Override
    public synchronized List<Customer> findByIdentifier(IdentifierType type, String value) {
        return idsByKey.getOrDefault(key(type, type.normalise(value)), Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    @Override
    public synchronized Customer save(Customer customer) {
        return saveAll(List.of(customer)).get(0);
    }

    @Override
    public synchronized List<Customer> saveAll(List<Customer> all) {
        Map<CustomerId, Customer> next = new HashMap<>();
        List<Customer> saved = new ArrayList<>();
        for (Customer customer : all) {
            CustomerId id = customer.id();
            refuseAlias(id);
            Customer known = next.getOrDefault(id, customers.get(id));
            long stored = known == null ? 0 : known.version();
            if (stored != customer.version()) {
                throw new ConflictException("customer " + id, customer.version(), stored);
            }
            next.put(id, customer.withVersion(stored + 1));
            saved.add(customer.withVersion(stored + 1));
        }
        next.values().forEach(this::put);
        return List.copyOf(saved);
    }

    private void refuseAlias(CustomerId id) {
        if (survivors.containsKey(id)) {
            throw new IllegalArgumentException("customer " + id + " is an alias of customer " + survivors.get(id)
                    + " (expected: the surviving id)");
        }
    }

    private void put(Customer customer) {
        take(customer.id());
        keys(customer)
                .forEach(key ->
                        idsByKey.computeIfAbsent(key, k -> new TreeSet<>()).add(customer.id()));
        customers.put(customer.id(), customer);
    }

    private void take(CustomerId id) {
        Optional.ofNullable(customers.remove(id))
                .ifPresent(old -> keys(old).forEach(key -> {
                    Set<CustomerId> ids = idsByKey.getOrDefault(key, new TreeSet<>());
                    ids.remove(id);
                    if (ids.isEmpty()) {
                        idsByKey.remove(key);
                    }
                }));
    }

    @Override
    public synchronized void remove(CustomerId id) {
        take(id);
        Optional.ofNullable(aliases.remove(id)).ifPresent(gone -> gone.forEach(survivors::remove));
    }

    @Override
    public synchronized void alias(CustomerId alias, CustomerId surviving) {
        if (alias.equals(surviving) || customers.containsKey(alias)) {
            throw new IllegalArgumentException("customer " + alias + " cannot be an alias of customer " + surviving
                    + " (expected: an id under which nobody is shown)");
        }
        refuseAlias(surviving);
        unalias(alias);
        survivors.put(alias, surviving);
        aliases.computeIfAbsent(surviving, k -> new TreeSet<>()).add(alias);
    }

    @Override
    public synchronized void unalias(CustomerId alias) {
        Optional.ofNullable(survivors.remove(alias))
                .ifPresent(surviving ->
                        aliases.getOrDefault(surviving, new TreeSet<>()).remove(alias));
    }

    @Override
    public synchronized List<CustomerId> idsOf(CustomerId id) {
        CustomerId surviving = survivors.getOrDefault(id, id);
        List<CustomerId> ids = new ArrayList<>(List.of(surviving));
        ids.addAll(aliases.getOrDefault(surviving, Set.of()));
        return List.copyOf(ids);
    }

    private static Stream<String> keys(Customer customer) {
        return Stream.concat(
                        customer.identifiers().stream().map(i -> key(i.type(), i.normalised())),
                        customer.contactPoints().stream()
                                .flatMap(point ->
                                        point.identifierType().map(type -> key(type, point.normalised())).stream()))
                .distinct();
    }

    private static String key(IdentifierType type, String normalised) {
        return type + ":" + normalised;
    }

    @Override
    public synchronized Stream<Customer> all() {
        return List.copyOf(customers.values()).stream();
    }
}
