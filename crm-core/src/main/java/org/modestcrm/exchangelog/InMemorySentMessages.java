package org.modestcrm.exchangelog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Sent messages in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemorySentMessages implements SentMessages {
    private final Map<String, SentMessage> messages = new ConcurrentHashMap<>();
    private final Map<String, SortedMap<ProfileId, Tombstone>> pending = new ConcurrentHashMap<>();

    /** Nothing sent yet. */
    public InMemorySentMessages() {}

    @Override
    public Optional<SentMessage> last(String partner) {
        return Optional.ofNullable(messages.get(partner));
    }

    @Override
    public void record(SentMessage message) {
        messages.merge(
                message.partner(), message, (known, given) -> given.sequence() >= known.sequence() ? given : known);
    }

    @Override
    public List<Tombstone> pending(String partner) {
        return List.copyOf(pending.getOrDefault(partner, new TreeMap<>()).values());
    }

    @Override
    public void pend(String partner, Tombstone tombstone) {
        pending.compute(partner, (key, known) -> {
            SortedMap<ProfileId, Tombstone> all = known == null ? new TreeMap<>() : new TreeMap<>(known);
            all.put(tombstone.id(), tombstone);
            return all;
        });
    }

    @Override
    public void settle(String partner, Tombstone tombstone) {
        pending.computeIfPresent(partner, (key, known) -> {
            SortedMap<ProfileId, Tombstone> left = new TreeMap<>(known);
            left.remove(tombstone.id(), tombstone);
            return left;
        });
    }
}
