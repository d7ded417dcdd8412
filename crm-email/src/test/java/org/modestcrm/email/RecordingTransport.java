package org.modestcrm.email;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.modestcrm.outbox.OutboxMail;

/** Sends nothing and remembers everything. The one for shops is in the test kit, which lies above this module. */
final class RecordingTransport implements Transport {
    private final List<OutboxMail> sent = new ArrayList<>();
    private final Deque<SendResult> answers = new ArrayDeque<>();

    /** Answers a coming attempt in this way; several are given in turn, then mails are accepted again. */
    synchronized RecordingTransport answering(SendResult answer) {
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

    /** The mails that were accepted, or may have been, in the order they were sent. */
    synchronized List<OutboxMail> sent() {
        return List.copyOf(sent);
    }
}
