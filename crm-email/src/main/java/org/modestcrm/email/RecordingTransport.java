package org.modestcrm.email;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.modestcrm.outbox.OutboxMail;

/** Sends nothing and remembers everything: for tests. Thread-safe. */
public final class RecordingTransport implements Transport {
    private final List<OutboxMail> sent = new ArrayList<>();
    private final Deque<SendResult> answers = new ArrayDeque<>();

    /** Accepts every mail until told otherwise. */
    public RecordingTransport() {}

    /**
     * Answers a coming attempt in this way; several are given in turn, then mails are accepted again.
     *
     * @param answer what the transport tells
     * @return this
     */
    public synchronized RecordingTransport answering(SendResult answer) {
        answers.add(answer);
        return this;
    }

    @Override
    public synchronized SendResult send(OutboxMail mail) {
        SendResult answer = answers.isEmpty() ? new SendResult.Accepted("250 recorded") : answers.remove();
        if (answer instanceof SendResult.Accepted || answer instanceof SendResult.Unknown) {
            sent.add(mail);
        }
        return answer;
    }

    /**
     * The mails that were accepted, or may have been.
     *
     * @return in the order they were sent
     */
    public synchronized List<OutboxMail> sent() {
        return List.copyOf(sent);
    }
}
