package org.modestcrm.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventId;
import org.modestcrm.event.EventLog;
import org.modestcrm.json.JsonForm;

/**
 * Events with a row for every subscriber they wait for. Who appends to a lane holds its lock to the end of the
 * transaction: so numbers of a lane become visible in their order.
 */
final class JdbcEventLog implements EventLog {
    private final Database database;

    JdbcEventLog(Database database) {
        this.database = database;
    }

    @Override
    public void register(String subscriber, Class<? extends Event> type) {
        database.run(session -> {
            int known = session.update(
                    "update {subscriber} set takes = ? where name = ?", type.getSimpleName(), subscriber);
            if (known == 0 && !isKnown(session, subscriber)) {
                session.update(
                        "insert into {subscriber} (name, takes) values (?, ?)", subscriber, type.getSimpleName());
            }
        });
    }

    private static boolean isKnown(Session session, String subscriber) {
        return session.first("select name from {subscriber} where name = ?", row -> row.getString(1), subscriber)
                .isPresent();
    }

    @Override
    public void unregister(String subscriber) {
        database.run(session -> {
            session.update("delete from {lane_lease} where subscriber = ?", subscriber);
            session.update("delete from {delivery} where subscriber = ?", subscriber);
            session.update("delete from {subscriber} where name = ?", subscriber);
            session.update("delete from {event} where not exists"
                    + " (select 1 from {delivery} where {delivery}.event_id = {event}.id)");
        });
    }

    @Override
    public Event append(CustomerId lane, Function<EventId, Event> event) {
        return append(lane.value(), event);
    }

    @Override
    public Event append(Function<EventId, Event> event) {
        return append("", event);
    }

    private Event append(String lane, Function<EventId, Event> event) {
        return database.in(session -> {
            session.lock(List.of(lane));
            Event appended = event.apply(new EventId(session.nextNumber()));
            String type = appended.getClass().getSimpleName();
            List<@Nullable Object[]> deliveries = new ArrayList<>();
            session.query("select name from {subscriber} where takes in (?, 'Event')", row -> row.getString(1), type)
                    .forEach(name ->
                            deliveries.add(new Object[] {name, appended.id().value(), lane}));
            if (!deliveries.isEmpty()) {
                session.update(
                        "insert into {event} (id, lane, customer, payload) values (?, ?, ?, ?)",
                        appended.id().value(),
                        lane,
                        appended.customer().map(CustomerId::value).orElse(""),
                        JsonForm.EVENT.write(appended));
                session.batch("insert into {delivery} (subscriber, event_id, lane) values (?, ?, ?)", deliveries);
            }
            return appended;
        });
    }

    @Override
    public List<Waiting> claim(String subscriber, Instant now, Duration lease, int max) {
        return database.in(session -> {
            guard(session, subscriber);
            List<Waiting> claimed = session.query(
                    "select d.lane, e.payload from {delivery} d join {event} e on e.id = d.event_id"
                            + " where d.subscriber = ? and not exists (select 1 from {lane_lease} l"
                            + " where l.subscriber = d.subscriber and l.lane = d.lane and l.busy_until > ?)"
                            + " order by d.event_id limit " + max,
                    row -> new Waiting(row.getString("lane"), JsonForm.EVENT.read(row.getString("payload"))),
                    subscriber,
                    now);
            Map<String, Long> last = new TreeMap<>();
            claimed.forEach(
                    waiting -> last.put(waiting.lane(), waiting.event().id().value()));
            last.forEach((lane, event) -> lease(session, subscriber, lane, now.plus(lease), event));
            return claimed;
        });
    }

    /** Of the claims for one subscriber, one goes on at a time. */
    private static void guard(Session session, String subscriber) {
        Optional<String> known = session.first(
                "select name from {subscriber} where name = ? for update", row -> row.getString(1), subscriber);
        if (known.isEmpty()) {
            throw unknown(session, subscriber);
        }
    }

    private static IllegalArgumentException unknown(Session session, String subscriber) {
        List<String> names = session.query("select name from {subscriber} order by name", row -> row.getString(1));
        return new IllegalArgumentException(
                "subscriber \"" + subscriber + "\" is not registered (expected: one of " + names + ")");
    }

    private static void lease(Session session, String subscriber, String lane, Instant until, long last) {
        int known = session.update(
                "update {lane_lease} set busy_until = ?, last_claimed = ? where subscriber = ? and lane = ?",
                until,
                last,
                subscriber,
                lane);
        if (known == 0) {
            session.update(
                    "insert into {lane_lease} (busy_until, last_claimed, subscriber, lane) values (?, ?, ?, ?)",
                    until,
                    last,
                    subscriber,
                    lane);
        }
    }

    @Override
    public void delivered(String subscriber, EventId event) {
        database.run(session -> {
            guard(session, subscriber);
            session.update(
                    "delete from {lane_lease} where subscriber = ? and last_claimed = ?", subscriber, event.value());
            take(session, event.value(), "delete from {delivery} where event_id = ? and subscriber = ?", subscriber);
        });
    }

    /** Takes deliveries out, and the event with the last one; its row is locked so that one of two takers sees the other. */
    private static void take(Session session, long event, String deletion, Object... parameters) {
        session.query("select id from {event} where id = ? for update", row -> row.getLong(1), event);
        List<Object> all = new ArrayList<>(List.of(event));
        all.addAll(List.of(parameters));
        session.update(deletion, all.toArray());
        session.update(
                "delete from {event} where id = ? and not exists (select 1 from {delivery} where event_id = ?)",
                event,
                event);
    }

    @Override
    public void putBack(String subscriber, EventId event, Instant until) {
        database.run(session -> {
            guard(session, subscriber);
            session.update(
                    "update {lane_lease} set busy_until = ? where subscriber = ? and lane in"
                            + " (select lane from {delivery} where subscriber = ? and event_id = ?)",
                    until,
                    subscriber,
                    subscriber,
                    event.value());
        });
    }

    @Override
    public int waiting(String subscriber) {
        return database.in(session -> {
            if (!isKnown(session, subscriber)) {
                throw unknown(session, subscriber);
            }
            return session.first(
                            "select count(*) from {delivery} where subscriber = ?", row -> row.getInt(1), subscriber)
                    .orElse(0);
        });
    }

    @Override
    public void remove(Collection<CustomerId> customers) {
        List<String> ids = customers.stream().map(CustomerId::value).toList();
        database.run(session -> {
            List<Long> gone = new ArrayList<>(
                    session.queryIn("select id from {event} where lane in (*)", row -> row.getLong(1), ids));
            gone.addAll(session.queryIn("select id from {event} where customer in (*)", row -> row.getLong(1), ids));
            gone.stream().distinct().sorted().forEach(event -> {
                session.update("delete from {lane_lease} where last_claimed = ?", event);
                take(session, event, "delete from {delivery} where event_id = ?");
            });
        });
    }
}
