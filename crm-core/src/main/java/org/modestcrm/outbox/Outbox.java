package org.modestcrm.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps mails on their way. A port: {@link InMemoryOutbox} is ours. Thread-safe. */
public interface Outbox {
    /**
     * Keeps a mail, unless one of its key is there already.
     *
     * @param mail the mail
     * @return the entry of that key: the one that was there, or the new one
     */
    OutboxEntry putIfAbsent(OutboxMail mail);

    /**
     * The entry of a key.
     *
     * @param key the key
     * @return empty when no such mail was ever asked for
     */
    Optional<OutboxEntry> find(MailKey key);

    /**
     * The entry whose mail has a Message-ID: what a bounce names.
     *
     * @param messageId with angle brackets
     * @return empty when there is none
     */
    Optional<OutboxEntry> findByMessageId(String messageId);

    /**
     * Takes mails that are due, for this worker alone until the lease ends: those queued, those to be retried by now, and
     * those whose worker died.
     *
     * @param now the present
     * @param lease for how long
     * @param max how many at most
     * @return oldest first, each in state {@link MailState.Sending} with its attempt counted, doubtful where a worker died;
     *     may be empty
     */
    List<OutboxEntry> claim(Instant now, Duration lease, int max);

    /**
     * Notes what became of a mail that was claimed.
     *
     * @param key which mail
     * @param state its new state
     */
    void update(MailKey key, MailState state);

    /**
     * All entries, as of some moment during the call.
     *
     * @return oldest first; close it after use
     */
    Stream<OutboxEntry> all();
}
