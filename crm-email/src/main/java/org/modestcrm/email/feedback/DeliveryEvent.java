package org.modestcrm.email.feedback;

import java.time.Instant;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.outbox.OutboxMail;

/**
 * What became of a mail for one reader, wherever the news came from: the reply of a server, a bounce, a complaint, or the
 * webhook of a mail provider, which a shop maps with a lambda.
 *
 * @param type what happened
 * @param recipient for whom
 * @param messageId of the mail, with angle brackets; empty text when not told
 * @param diagnosis why
 * @param at when it became known
 */
public record DeliveryEvent(Type type, EmailAddress recipient, String messageId, Diagnosis diagnosis, Instant at) {
    /** What happened. */
    public enum Type {
        /** Our mail server took it. */
        SENT,
        /** It lies in the reader's mailbox. */
        DELIVERED,
        /** It has not got through yet. */
        DELAYED,
        /** It came back, or was refused. */
        BOUNCED,
        /** The reader marked it as spam. */
        COMPLAINED
    }

    /**
     * A server took a mail.
     *
     * @param mail the mail
     * @param reply what it said
     * @param at when
     * @return the event
     */
    public static DeliveryEvent sent(OutboxMail mail, String reply, Instant at) {
        return new DeliveryEvent(Type.SENT, mail.recipient(), mail.messageId(), Diagnosis.ofReply(reply), at);
    }

    /**
     * A server refused a mail for good.
     *
     * @param mail the mail
     * @param reply what it said
     * @param at when
     * @return the event
     */
    public static DeliveryEvent refused(OutboxMail mail, String reply, Instant at) {
        return new DeliveryEvent(Type.BOUNCED, mail.recipient(), mail.messageId(), Diagnosis.ofReply(reply), at);
    }

    @Override
    public String toString() {
        return type + " " + messageId + " " + diagnosis;
    }
}
