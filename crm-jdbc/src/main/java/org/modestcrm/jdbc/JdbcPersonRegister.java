package org.modestcrm.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.json.JsonForm;
import org.modestcrm.source.Erasure;
import org.modestcrm.source.PersonRegister;
import org.modestcrm.source.Restriction;

/** Tombstones and restrictions. */
final class JdbcPersonRegister implements PersonRegister {
    private static final Session.RowReader<Restriction> RESTRICTION =
            row -> JsonForm.RESTRICTION.read(row.getString("payload"));

    private final Database database;

    JdbcPersonRegister(Database database) {
        this.database = database;
    }

    @Override
    public void record(Erasure erasure) {
        database.run(session -> {
            String customer = erasure.customer().value();
            if (read(session, customer).isPresent()) {
                return;
            }
            session.update(
                    "insert into {erasure} (customer, key_id, erased_at) values (?, ?, ?)",
                    customer,
                    erasure.keyId(),
                    erasure.at());
            for (int place = 0; place < erasure.ids().size(); place++) {
                String id = erasure.ids().get(place).value();
                session.update("delete from {erased_id} where id = ?", id);
                session.update("insert into {erased_id} (id, customer, place) values (?, ?, ?)", id, customer, place);
            }
            List<@Nullable Object[]> digests = new ArrayList<>();
            erasure.digests().forEach(digest -> digests.add(new Object[] {digest, customer}));
            session.batch("insert into {erased_digest} (digest, customer) values (?, ?)", digests);
        });
    }

    private static Optional<Erasure> read(Session session, String customer) {
        List<CustomerId> ids = session.query(
                "select id from {erased_id} where customer = ? order by place",
                row -> CustomerId.of(row.getString(1)),
                customer);
        List<String> digests = session.query(
                "select digest from {erased_digest} where customer = ?", row -> row.getString(1), customer);
        return session.first(
                "select key_id, erased_at from {erasure} where customer = ?",
                row -> new Erasure(
                        CustomerId.of(customer),
                        ids,
                        new HashSet<>(digests),
                        row.getString("key_id"),
                        Session.instant(row, "erased_at")),
                customer);
    }

    @Override
    public Optional<Erasure> erasure(CustomerId customer) {
        return database.in(session -> session.first(
                        "select customer from {erased_id} where id = ?", row -> row.getString(1), customer.value())
                .flatMap(surviving -> read(session, surviving)));
    }

    @Override
    public List<Erasure> erasures(Collection<String> digests) {
        return database.in(session -> new TreeSet<>(session.queryIn(
                        "select customer from {erased_digest} where digest in (*)", row -> row.getString(1), digests))
                .stream()
                        .flatMap(customer -> read(session, customer).stream())
                        .sorted(Comparator.comparing(Erasure::at).thenComparing(Erasure::customer))
                        .toList());
    }

    @Override
    public void readmit(Collection<String> digests) {
        database.run(session -> session.updateIn("delete from {erased_digest} where digest in (*)", digests));
    }

    @Override
    public void record(Restriction restriction) {
        database.run(session -> {
            session.update(
                    "delete from {restriction} where customer = ?",
                    restriction.customer().value());
            session.update(
                    "insert into {restriction} (customer, payload) values (?, ?)",
                    restriction.customer().value(),
                    JsonForm.RESTRICTION.write(restriction));
        });
    }

    @Override
    public List<Restriction> restrictions(Collection<CustomerId> customers) {
        return database
                .in(session -> session.queryIn(
                        "select payload from {restriction} where customer in (*)", RESTRICTION, values(customers)))
                .stream()
                .sorted(Comparator.comparing(Restriction::since).thenComparing(Restriction::customer))
                .toList();
    }

    @Override
    public void lift(Collection<CustomerId> customers) {
        database.run(session -> session.updateIn("delete from {restriction} where customer in (*)", values(customers)));
    }

    private static List<String> values(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toList();
    }
}
