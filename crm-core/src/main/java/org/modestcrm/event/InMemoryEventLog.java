package org.modestcrm.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;

/** Events in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryEventLog implements EventLog {
    private final Map<String, Mailbox> mailboxes = new HashMap<>();
    private long last;

    /** No subscribers, no events. */
    public InMemoryEventLog() {}

    @Override
    public synchronized void register(String subscriber, Class<? extends Event> type) {
        mailboxes.computeIfAbsent(subscriber, name -> new Mailbox()).type = type;
    }

    @Override
    public synchronized void unregister(String subscriber) {
        mailboxes.remove(subscriber);
    }

    @Override
    public synchronized Event append(CustomerId lane, Function<EventId, Event> event) {
        return append(lane.value(), event);
    }

    @Override
    public synchronized Event append(Function<EventId, Event> event) {
        return append("", event);
    }

    private Event append(String lane, Function<EventId, Event> event) {
        Event appended = event.apply(new EventId(++last));
        mailboxes.values().stream()
                .filter(mailbox -> mailbox.type.isInstance(appended))
                .forEach(mailbox -> mailbox.put(lane, appended));
        return appended;
    }

    @Override
    public synchronized List<Waiting> claim(String subscriber, Instant now, Duration lease, int max) {
        List<Waiting> claimed = new ArrayList<>();
        for (Map.Entry<String, Lane> entry : of(subscriber).lanes.entrySet()) {
            Lane lane = entry.getValue();
            if (claimed.size() < max && !lane.busyUntil.isAfter(now)) {
                List<Event> oldest = lane.waiting.values().stream()
                        .limit(max - claimed.size())
                        .toList();
                lane.busyUntil = now.plus(lease);
                lane.claimed = oldest.get(oldest.size() - 1).id();
                oldest.forEach(event -> claimed.add(new Waiting(entry.getKey(), event)));
            }
        }
        claimed.sort(Comparator.comparing(waiting -> waiting.event().id()));
        return List.copyOf(claimed);
    }

    @Override
    public synchronized void delivered(String subscriber, EventId event) {
        of(subscriber).take(event);
    }

    @Override
    public synchronized void putBack(String subscriber, EventId event, Instant until) {
        Mailbox mailbox = of(subscriber);
        String key = mailbox.laneOf.get(event);
        Lane lane = key == null ? null : mailbox.lanes.get(key);
        if (lane != null) {
            lane.busyUntil = until;
        }
    }

    @Override
    public synchronized int waiting(String subscriber) {
        return of(subscriber).laneOf.size();
    }

    @Override
    public synchronized void remove(Collection<CustomerId> customers) {
        Set<String> ids = Set.copyOf(customers.stream().map(CustomerId::value).toList());
        mailboxes.values().forEach(mailbox -> mailbox.removeAll(ids));
    }

    private Mailbox of(String subscriber) {
        Mailbox mailbox = mailboxes.get(subscriber);
        if (mailbox == null) {
            throw new IllegalArgumentException("subscriber \"" + subscriber + "\" is not registered (expected: one of "
                    + mailboxes.keySet() + ")");
        }
        return mailbox;
    }

    /** What waits for one subscriber, lane by lane. */
    private static final class Mailbox {
        private Class<? extends Event> type = Event.class;
        private final Map<String, Lane> lanes = new TreeMap<>();
        private final Map<EventId, String> laneOf = new HashMap<>();

        void put(String lane, Event event) {
            laneOf.put(event.id(), lane);
            lanes.computeIfAbsent(lane, k -> new Lane()).waiting.put(event.id(), event);
        }

        void take(EventId event) {
            String key = laneOf.remove(event);
            Lane lane = key == null ? null : lanes.get(key);
            if (key == null || lane == null) {
                return;
            }
            lane.waiting.remove(event);
            if (event.equals(lane.claimed)) {
                lane.busyUntil = Instant.MIN;
            }
            if (lane.waiting.isEmpty()) {
                lanes.remove(key);
            }
        }

        void removeAll(Set<String> ids) {
            List<EventId> gone = new ArrayList<>();
            lanes.forEach((key, lane) -> lane.waiting.values().stream()
                    .filter(event -> ids.contains(key)
                            || event.customer()
                                    .filter(customer -> ids.contains(customer.value()))
                                    .isPresent())
                    .forEach(event -> gone.add(event.id())));
            gone.forEach(this::take);
        }
    }

    /** What waits of one customer. */
    private static final class Lane {
        private final TreeMap<EventId, Event> waiting = new TreeMap<>();
        private Instant busyUntil = Instant.MIN;
        private @Nullable EventId claimed;
    }
}
