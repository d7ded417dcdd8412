package org.modestcrm.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.json.JsonForm;

/** Customers, their aliases, and the keys they are found by. */
final class JdbcCustomerStore implements CustomerStore {
    private static final Session.RowReader<Customer> CUSTOMER = row -> JsonForm.CUSTOMER.read(row.getString("payload"));

    private final Database database;

    JdbcCustomerStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return database.in(session -> session.first(
                "select payload from {customer} where id = ?"
                        + " or id = (select survivor from {customer_alias} where alias = ?)",
                CUSTOMER,
                id.value(),
                id.value()));
    }

    @Override
    public List<Customer> findByIdentifier(IdentifierType type, String value) {
        return database.in(session -> session.query(
                "select payload from {customer} where id in"
                        + " (select customer from {customer_key} where type = ? and normalised = ?) order by id",
                CUSTOMER,
                type.code(),
                type.normalise(value)));
    }

    @Override
    public Customer save(Customer customer) {
        return saveAll(List.of(customer)).get(0);
    }

    @Override
    public List<Customer> saveAll(List<Customer> customers) {
        return database.in(session -> saveAll(session, customers));
    }

    private static List<Customer> saveAll(Session session, List<Customer> customers) {
        List<String> ids =
                customers.stream().map(customer -> customer.id().value()).toList();
        refuseAliases(session, ids);
        Map<String, Long> stored = new HashMap<>();
        session.queryIn(
                "select id, version from {customer} where id in (*)",
                row -> stored.put(row.getString("id"), row.getLong("version")),
                ids);
        Map<String, Customer> next = new LinkedHashMap<>();
        List<Customer> saved = new ArrayList<>();
        for (Customer customer : customers) {
            Customer earlier = next.get(customer.id().value());
            long known = earlier == null ? stored.getOrDefault(customer.id().value(), 0L) : earlier.version();
            if (known != customer.version()) {
                throw new ConflictException("customer " + customer.id(), customer.version(), known);
            }
            Customer newest = customer.withVersion(known + 1);
            next.put(customer.id().value(), newest);
            saved.add(newest);
        }
        write(session, next.values(), stored);
        return List.copyOf(saved);
    }

    private static void refuseAliases(Session session, Collection<String> ids) {
        session
                .queryIn(
                        "select alias, survivor from {customer_alias} where alias in (*)",
                        row -> "customer " + row.getString("alias") + " is an alias of customer "
                                + row.getString("survivor") + " (expected: the surviving id)",
                        ids)
                .stream()
                .findFirst()
                .ifPresent(message -> {
                    throw new IllegalArgumentException(message);
                });
    }

    private static void write(Session session, Collection<Customer> customers, Map<String, Long> stored) {
        List<@Nullable Object[]> fresh = new ArrayList<>();
        List<@Nullable Object[]> keys = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Customer customer : customers) {
            String id = customer.id().value();
            Long before = stored.get(id);
            String payload = JsonForm.CUSTOMER.write(customer);
            if (before == null) {
                fresh.add(new Object[] {id, customer.version(), payload});
            } else {
                known.add(id);
                replace(session, customer, before, payload);
            }
            keys(customer).forEach(key -> keys.add(new Object[] {key.type(), key.normalised(), id}));
        }
        session.batch("insert into {customer} (id, version, payload) values (?, ?, ?)", fresh);
        session.updateIn("delete from {customer_key} where customer in (*)", known);
        session.batch("insert into {customer_key} (type, normalised, customer) values (?, ?, ?)", keys);
    }

    private static void replace(Session session, Customer customer, long before, String payload) {
        String id = customer.id().value();
        int changed = session.update(
                "update {customer} set version = ?, payload = ? where id = ? and version = ?",
                customer.version(),
                payload,
                id,
                before);
        if (changed == 0) {
            long now = session.first("select version from {customer} where id = ?", row -> row.getLong(1), id)
                    .orElse(0L);
            throw new ConflictException("customer " + id, before, now);
        }
    }

    private static Set<Key> keys(Customer customer) {
        Set<Key> keys = new TreeSet<>();
        customer.identifiers()
                .forEach(identifier -> keys.add(new Key(identifier.type().code(), identifier.normalised())));
        customer.contactPoints()
                .forEach(point ->
                        point.identifierType().ifPresent(type -> keys.add(new Key(type.code(), point.normalised()))));
        return keys;
    }

    @Override
    public void remove(CustomerId id) {
        database.run(session -> {
            session.update("delete from {customer_key} where customer = ?", id.value());
            session.update("delete from {customer_alias} where survivor = ?", id.value());
            session.update("delete from {customer} where id = ?", id.value());
        });
    }

    @Override
    public void alias(CustomerId alias, CustomerId surviving) {
        database.run(session -> {
            boolean shown = !session.query(
                            "select id from {customer} where id = ?", row -> row.getString(1), alias.value())
                    .isEmpty();
            if (alias.equals(surviving) || shown) {
                throw new IllegalArgumentException("customer " + alias + " cannot be an alias of customer " + surviving
                        + " (expected: an id under which nobody is shown)");
            }
            refuseAliases(session, List.of(surviving.value()));
            session.update("delete from {customer_alias} where alias = ?", alias.value());
            session.update(
                    "insert into {customer_alias} (alias, survivor) values (?, ?)", alias.value(), surviving.value());
        });
    }

    @Override
    public void unalias(CustomerId alias) {
        database.run(session -> session.update("delete from {customer_alias} where alias = ?", alias.value()));
    }

    @Override
    public List<CustomerId> idsOf(CustomerId id) {
        return database.in(session -> {
            CustomerId surviving = session.first(
                            "select survivor from {customer_alias} where alias = ?",
                            row -> CustomerId.of(row.getString(1)),
                            id.value())
                    .orElse(id);
            List<CustomerId> ids = new ArrayList<>(List.of(surviving));
            ids.addAll(session.query(
                    "select alias from {customer_alias} where survivor = ? order by alias",
                    row -> CustomerId.of(row.getString(1)),
                    surviving.value()));
            return List.copyOf(ids);
        });
    }

    @Override
    public Stream<Customer> all() {
        return database.stream("select payload from {customer} order by id", CUSTOMER);
    }

    /** What a customer is found by. */
    private record Key(String type, String normalised) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : normalised.compareTo(other.normalised);
        }
    }
}
