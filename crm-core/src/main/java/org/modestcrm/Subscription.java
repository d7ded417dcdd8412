package org.modestcrm;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener of {@link Crm} and the events it has not taken yet. Events of one customer are delivered in the order they
 * were recorded; one the listener fails on is offered again, and holds back later ones of that customer only.
 */
final class Subscription<E extends Event> {
    private static final Logger LOG = LoggerFactory.getLogger("org.modestcrm.event");

    private final Class<E> type;
    private final Consumer<? super E> listener;
    private final Map<String, Queue<E>> waiting = new LinkedHashMap<>();
    private boolean delivering;

    Subscription(Class<E> type, Consumer<? super E> listener) {
        this.type = type;
        this.listener = listener;
    }

    synchronized void offer(Event event) {
        if (type.isInstance(event)) {
            String key = event.customer().map(CustomerId::value).orElse("");
            waiting.computeIfAbsent(key, k -> new ArrayDeque<>()).add(type.cast(event));
        }
    }

    /** Delivers what is waiting; a listener that records facts itself gets their events after the one it is in. */
    synchronized void deliver() {
        if (delivering) {
            return;
        }
        delivering = true;
        try {
            boolean progress = true;
            while (progress) {
                progress = deliverRound();
            }
        } finally {
            delivering = false;
        }
    }

    private boolean deliverRound() {
        boolean delivered = false;
        for (String key : List.copyOf(waiting.keySet())) {
            Queue<E> queue = waiting.getOrDefault(key, new ArrayDeque<>());
            delivered |= deliverQueue(queue);
        }
        for (Iterator<Queue<E>> queues = waiting.values().iterator(); queues.hasNext(); ) {
            if (queues.next().isEmpty()) {
                queues.remove();
            }
        }
        return delivered;
    }

    private boolean deliverQueue(Queue<E> queue) {
        boolean delivered = false;
        for (E next = queue.peek(); next != null; next = queue.peek()) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed on {} {}; it is offered again", type.getSimpleName(), next.id(), e);
                return delivered;
            }
            queue.remove();
            delivered = true;
        }
        return delivered;
    }

    synchronized int undelivered() {
        return waiting.values().stream().mapToInt(Queue::size).sum();
    }
}
