package org.modestcrm.exchangelog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.modestcrm.customer.CustomerId;

/** The journal in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryExchangeJournal implements ExchangeJournal {
    private final Map<Key, ReceivedMessage> messages = new ConcurrentHashMap<>();
    private final Map<Key, ImportedProfile> profiles = new ConcurrentHashMap<>();
    private final Map<Key, Tombstone> tombstones = new ConcurrentHashMap<>();
    private final Map<CustomerId, List<Recipient>> recipients = new ConcurrentHashMap<>();

    /** An empty journal. */
    public InMemoryExchangeJournal() {}

    @Override
    public Optional<ReceivedMessage> received(String partner, String messageId) {
        return Optional.ofNullable(messages.get(new Key(partner, messageId)));
    }

    @Override
    public ReceivedMessage record(ReceivedMessage message) {
        return messages.computeIfAbsent(new Key(message.partner(), message.id()), key -> message);
    }

    @Override
    public Optional<ImportedProfile> imported(String partner, ProfileId id) {
        return Optional.ofNullable(profiles.get(new Key(partner, id.value())));
    }

    @Override
    public void record(ImportedProfile profile) {
        profiles.put(new Key(profile.partner(), profile.id().value()), profile);
    }

    @Override
    public Optional<Tombstone> tombstone(String partner, ProfileId id) {
        return Optional.ofNullable(tombstones.get(new Key(partner, id.value())));
    }

    @Override
    public void record(String partner, Tombstone tombstone) {
        tombstones.merge(
                new Key(partner, tombstone.id().value()),
                tombstone,
                (known, given) -> given.revision() >= known.revision() ? given : known);
    }

    @Override
    public List<Recipient> recipients(CustomerId customer) {
        return recipients.getOrDefault(customer, List.of());
    }

    @Override
    public void record(CustomerId customer, Recipient recipient) {
        recipients.compute(customer, (id, known) -> {
            List<Recipient> all = new ArrayList<>(known == null ? List.of() : known);
            all.removeIf(other ->
                    other.partner().equals(recipient.partner()) && other.id().equals(recipient.id()));
            all.add(recipient);
            all.sort(Comparator.comparing(Recipient::partner).thenComparing(Recipient::id));
            return List.copyOf(all);
        });
    }

    private record Key(String partner, String id) {}
}
