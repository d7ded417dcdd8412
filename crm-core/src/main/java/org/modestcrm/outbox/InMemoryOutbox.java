package org.modestcrm.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Mails in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryOutbox implements Outbox {
    private final Map<MailKey, OutboxEntry> entries = new LinkedHashMap<>();
    private final Map<String, MailKey> byMessageId = new HashMap<>();
    private final Set<MailKey> onTheirWay = new LinkedHashSet<>();

    /** An empty outbox. */
    public InMemoryOutbox() {}

    @Override
    public synchronized OutboxEntry putIfAbsent(OutboxMail mail) {
        return entries.computeIfAbsent(mail.key(), key -> queued(mail));
    }

    private OutboxEntry queued(OutboxMail mail) {
        byMessageId.put(mail.messageId(), mail.key());
        onTheirWay.add(mail.key());
        return new OutboxEntry(mail, new MailState.Queued(), 0);
    }

    @Override
    public synchronized Optional<OutboxEntry> find(MailKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public synchronized Optional<OutboxEntry> findByMessageId(String messageId) {
        return Optional.ofNullable(byMessageId.get(messageId)).flatMap(this::find);
    }

    @Override
    public synchronized List<OutboxEntry> claim(Instant now, Duration lease, int max) {
        List<OutboxEntry> claimed = new ArrayList<>();
        for (MailKey key : onTheirWay) {
            OutboxEntry entry = Objects.requireNonNull(entries.get(key));
            if (claimed.size() == max) {
                break;
            }
            if (isDue(entry.state(), now)) {
                boolean doubtful = entry.state() instanceof MailState.Sending;
                claimed.add(new OutboxEntry(
                        entry.mail(), new MailState.Sending(now.plus(lease), doubtful), entry.attempts() + 1));
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
        if (state instanceof MailState.Queued
                || state instanceof MailState.Retry
                || state instanceof MailState.Sending) {
            onTheirWay.add(key);
        } else {
            onTheirWay.remove(key);
        }
    }

    @Override
    public synchronized Stream<OutboxEntry> all() {
        return List.copyOf(entries.values()).stream();
    }
}
