package org.modestcrm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventId;
import org.modestcrm.event.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events of the log to listeners. A listener that fails on an event holds back later ones of that lane only; they
 * are offered again by the next delivery.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger("org.modestcrm.event");
    private static final int BATCH = 100;

    private final Stores stores;
    private final Clock clock;
    private final Duration lease;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Boolean> delivering = ThreadLocal.withInitial(() -> false);

    Dispatcher(Stores stores, Clock clock, Duration lease) {
        this.stores = stores;
        this.clock = clock;
        this.lease = lease;
    }

    private record Listener(String name, Consumer<Event> accept) {}

    <E extends Event> void subscribe(String name, Class<E> type, Consumer<? super E> listener) {
        if (listeners.stream().anyMatch(known -> known.name().equals(name))) {
            throw new IllegalArgumentException("subscriber \"" + name + "\" is there already (expected: another name)");
        }
        stores.events().register(name, type);
        listeners.add(new Listener(name, event -> listener.accept(type.cast(event))));
    }

    int size() {
        return listeners.size();
    }

    /** Delivers what waits, unless a unit of work is still open or this thread is inside a listener: they deliver later. */
    void deliver() {
        if (listeners.isEmpty() || delivering.get() || stores.transactions().isRunning()) {
            return;
        }
        delivering.set(true);
        Map<Listener, Map<String, EventId>> failed = new HashMap<>();
        try {
            boolean progress = true;
            while (progress) {
                progress = false;
                for (Listener listener : listeners) {
                    progress |= deliver(listener, failed.computeIfAbsent(listener, k -> new HashMap<>()));
                }
            }
        } finally {
            failed.forEach((listener, lanes) ->
                    lanes.values().forEach(event -> stores.events().putBack(listener.name(), event, clock.instant())));
            delivering.remove();
        }
    }

    private boolean deliver(Listener listener, Map<String, EventId> failed) {
        Instant now = clock.instant();
        List<EventLog.Waiting> claimed = stores.events().claim(listener.name(), now, lease, BATCH);
        for (EventLog.Waiting waiting : claimed) {
            if (!failed.containsKey(waiting.lane()) && !deliver(listener, waiting.event())) {
                failed.put(waiting.lane(), waiting.event().id());
            }
        }
        return !claimed.isEmpty();
    }

    private boolean deliver(Listener listener, Event event) {
        try {
            listener.accept().accept(event);
        } catch (RuntimeException e) {
            LOG.warn("listener {} failed on event {}; it is offered again", listener.name(), event.id(), e);
            return false;
        }
        stores.events().delivered(listener.name(), event.id());
        return true;
    }

    int waiting() {
        return listeners.stream()
                .mapToInt(listener -> stores.events().waiting(listener.name()))
                .sum();
    }
}
