package org.modestcrm.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.json.JsonForm;

/** Interactions. */
final class JdbcInteractionLog implements InteractionLog {
    private static final Session.RowReader<Interaction> INTERACTION =
            row -> JsonForm.INTERACTION.read(row.getString("payload"));
    private static final Comparator<Interaction> BY_TIME =
            Comparator.comparing(Interaction::at).thenComparing(Interaction::key);

    private final Database database;

    JdbcInteractionLog(Database database) {
        this.database = database;
    }

    @Override
    public Recorded record(Interaction interaction) {
        return recordAll(List.of(interaction)).get(0);
    }

    @Override
    public List<Recorded> recordAll(List<Interaction> interactions) {
        return database.in(session -> recordAll(session, interactions));
    }

    private static List<Recorded> recordAll(Session session, List<Interaction> interactions) {
        Map<String, Interaction> known = new HashMap<>();
        session.queryIn(
                        "select payload from {interaction} where external_id in (*)",
                        INTERACTION,
                        interactions.stream().map(Interaction::externalId).toList())
                .forEach(interaction -> known.put(interaction.key(), interaction));
        List<Recorded> results = new ArrayList<>();
        List<@Nullable Object[]> fresh = new ArrayList<>();
        for (Interaction interaction : interactions) {
            Interaction earlier = known.putIfAbsent(interaction.key(), interaction);
            if (earlier == null) {
                fresh.add(row(interaction));
                results.add(Recorded.NEW);
            } else if (earlier.equals(interaction)) {
                results.add(Recorded.UNCHANGED);
            } else {
                throw new IllegalArgumentException(interaction + " is known with other content, of " + earlier.at()
                        + " (expected: an external id of its own)");
            }
        }
        session.batch(
                "insert into {interaction} (source, external_id, sort_key, customer, occurred_at, channel,"
                        + " message_class, payload) values (?, ?, ?, ?, ?, ?, ?, ?)",
                fresh);
        return results;
    }

    private static @Nullable Object[] row(Interaction interaction) {
        return new @Nullable Object[] {
            interaction.source(),
            interaction.externalId(),
            interaction.key(),
            interaction.customer().value(),
            interaction.at(),
            interaction.channel().code(),
            interaction.messageClass(),
            JsonForm.INTERACTION.write(interaction)
        };
    }

    @Override
    public Optional<Interaction> find(String source, String externalId) {
        return database.in(session -> session.first(
                "select payload from {interaction} where source = ? and external_id = ?",
                INTERACTION,
                source,
                externalId));
    }

    @Override
    public List<Interaction> of(CustomerId customer) {
        return database.in(session -> session.query(
                "select payload from {interaction} where customer = ? order by occurred_at, sort_key",
                INTERACTION,
                customer.value()));
    }

    @Override
    public List<Interaction> page(Collection<CustomerId> customers, Before before, int max) {
        Page page = new Page("occurred_at", "sort_key", before);
        List<Interaction> found = new ArrayList<>();
        database.run(session -> customers.stream()
                .distinct()
                .forEach(customer -> found.addAll(session.query(
                        "select payload from {interaction} where customer = ? and " + page.condition()
                                + " order by occurred_at desc, sort_key desc limit " + max,
                        INTERACTION,
                        page.parameters(customer)))));
        return found.stream().sorted(BY_TIME.reversed()).limit(max).toList();
    }

    @Override
    public List<Interaction> messages(Collection<CustomerId> customers) {
        return database
                .in(session -> session.queryIn(
                        "select payload from {interaction} where message_class <> '' and customer in (*)",
                        INTERACTION,
                        customers.stream().map(CustomerId::value).toList()))
                .stream()
                .sorted(BY_TIME)
                .toList();
    }

    @Override
    public void remove(Collection<CustomerId> customers) {
        database.run(session -> session.updateIn(
                "delete from {interaction} where customer in (*)",
                customers.stream().map(CustomerId::value).toList()));
    }
}
