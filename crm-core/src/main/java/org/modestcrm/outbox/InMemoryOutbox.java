package org.modestcrm.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Mails in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryOutbox implements Outbox {
    private final Map<MailKey, OutboxEntry> entries = new LinkedHashMap<>();

    /** An empty outbox. */
    public InMemoryOutbox() {}

    @Override
    public synchronized OutboxEntry putIfAbsent(OutboxMail mail) {
        return entries.computeIfAbsent(mail.key(), key -> new OutboxEntry(mail, new MailState.Queued(), 0));
    }

    @Override
    public synchronized Optional<OutboxEntry> find(MailKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public synchronized List<OutboxEntry> claim(Instant now, Duration lease, int max) {
        List<OutboxEntry> claimed = new ArrayList<>();
        for (OutboxEntry entry : entries.values()) {
            if (claimed.size() < max && isDue(entry.state(), now)) {
                claimed.add(
                        new OutboxEntry(entry.mail(), new MailState.Sending(now.plus(lease)), entry.attempts() + 1));
            }
        }
        claimed.forEach(entry -> entries.put(entry.mail().key(), entry));
        return claimed;
    }

    private static boolean isDue(MailState state, Instant now) {
        return state instanceof MailState.Queued
                || state instanceof MailState.Retry retry && !retry.at().isAfter(now)
                || state instanceof MailState.Sending sending
                        && !sending.leaseUntil().isAfter(now);
    }

    @Override
    public synchronized void update(MailKey key, MailState state) {
        OutboxEntry known = entries.get(key);
        if (known == null) {
            throw new IllegalArgumentException(key + " is not in the outbox (expected: a mail that was claimed)");
        }
        entries.put(key, new OutboxEntry(known.mail(), state, known.attempts()));
    }

    @Override
    public synchronized Stream<OutboxEntry> all() {
        return List.copyOf(entries.values()).stream();
    }
}
