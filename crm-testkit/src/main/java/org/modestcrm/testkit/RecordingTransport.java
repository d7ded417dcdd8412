package org.modestcrm.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.modestcrm.email.SendResult;
import org.modestcrm.email.Transport;
import org.modestcrm.outbox.OutboxMail;

/**
 * Sends nothing and remembers everything; answers as the test tells it.
 *
 * <pre>{@code
 * RecordingTransport transport = new RecordingTransport();
 * transport.answering(new SendResult.Later("421 busy"));   // once, then mails are accepted again
 * }</pre>
 *
 * <p>Needs crm-email on the class path. Thread-safe.
 */
@SuppressWarnings("exports") // crm-email is there where it is used
public final class RecordingTransport implements Transport {
    private static final SendResult ACCEPTED = new SendResult.Accepted("250 recorded");

    private final List<OutboxMail> attempted = new ArrayList<>();
    private final List<OutboxMail> sent = new ArrayList<>();
    private final Deque<Transport> answers = new ArrayDeque<>();
    private Transport usual = mail -> ACCEPTED;

    /** Accepts every mail until told otherwise. */
    public RecordingTransport() {}

    /**
     * Answers coming attempts in this way, one each; then as usual again.
     *
     * @param inTurn what the transport tells
     * @return this
     */
    public synchronized RecordingTransport answering(SendResult... inTurn) {
        for (SendResult answer : inTurn) {
            answers.add(mail -> answer);
        }
        return this;
    }

    /**
     * Answers a coming attempt as another transport does: one that waits, throws, or looks at the recipient.
     *
     * @param once is asked once, after the answers that were given before
     * @return this
     */
    public synchronized RecordingTransport answeringLike(Transport once) {
        answers.add(once);
        return this;
    }

    /**
     * Answers every attempt for which no other answer was given as another transport does.
     *
     * @param always instead of accepting
     * @return this
     */
    public synchronized RecordingTransport usually(Transport always) {
        usual = always;
        return this;
    }

    @Override
    public SendResult send(OutboxMail mail) {
        SendResult answer = next(mail).send(mail);
        if (answer instanceof SendResult.Accepted || answer instanceof SendResult.Unknown) {
            keep(mail);
        }
        return answer;
    }

    private synchronized Transport next(OutboxMail mail) {
        attempted.add(mail);
        return answers.isEmpty() ? usual : answers.remove();
    }

    private synchronized void keep(OutboxMail mail) {
        sent.add(mail);
    }

    /**
     * The mails that were accepted, or may have been.
     *
     * @return in the order they were sent
     */
    public synchronized List<OutboxMail> sent() {
        return List.copyOf(sent);
    }

    /**
     * The same mails as their readers see them.
     *
     * @return in the order they were sent
     */
    public SentMails mails() {
        return SentMails.of(sent());
    }

    /**
     * Every attempt, whatever came of it.
     *
     * @return in the order they were tried; a mail that was tried twice is there twice
     */
    public synchronized List<OutboxMail> attempts() {
        return List.copyOf(attempted);
    }
}
