package org.modestcrm.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Customers in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryCustomerStore implements CustomerStore {
    private final TreeMap<CustomerId, Customer> customers = new TreeMap<>();
    private final Map<String, Set<CustomerId>> idsByKey = new HashMap<>();

    /** An empty store. */
    public InMemoryCustomerStore() {}

    @Override
    public synchronized Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public synchronized List<Customer> findByIdentifier(IdentifierType type, String value) {
        return byKey(type + ":" + type.normalise(value));
    }

    @Override
    public synchronized List<Customer> findByEmail(EmailAddress address) {
        return byKey(emailKey(address.value()));
    }

    private List<Customer> byKey(String key) {
        return idsByKey.getOrDefault(key, Set.of()).stream()
                .map(id -> Optional.ofNullable(customers.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public synchronized Customer save(Customer customer) {
        Optional<Customer> known = find(customer.id());
        long stored = known.map(Customer::version).orElse(0L);
        if (stored != customer.version()) {
            throw new ConflictException("customer " + customer.id(), customer.version(), stored);
        }
        Customer next = customer.withVersion(stored + 1);
        known.ifPresent(old ->
                keys(old).forEach(key -> idsByKey.getOrDefault(key, Set.of()).remove(old.id())));
        keys(next)
                .forEach(key ->
                        idsByKey.computeIfAbsent(key, k -> new TreeSet<>()).add(next.id()));
        customers.put(next.id(), next);
        return next;
    }

    private static Stream<String> keys(Customer customer) {
        return Stream.concat(
                customer.identifiers().stream().map(i -> i.type() + ":" + i.normalised()),
                customer.contactPoints().stream()
                        .filter(point -> point.channel().equals(Channel.EMAIL))
                        .map(point -> emailKey(point.address())));
    }

    private static String emailKey(String address) {
        return IdentifierType.EMAIL + ":" + address.toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized Stream<Customer> all() {
        return List.copyOf(customers.values()).stream();
    }
}
