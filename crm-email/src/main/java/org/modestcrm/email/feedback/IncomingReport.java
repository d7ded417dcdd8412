package org.modestcrm.email.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail in the mailbox of bounces is, and what it says of whom. Immutable.
 *
 * @param kind what it is
 * @param recipients each reader it speaks of; empty for mail of people and machines
 * @param messageId of the mail it speaks of, with angle brackets; empty text when it does not tell
 */
public record IncomingReport(Kind kind, List<RecipientReport> recipients, String messageId) {
    /** What it is. */
    public enum Kind {
        /** A mail did not get through, or not yet. */
        BOUNCE(DeliveryEvent.Type.BOUNCED),
        /** A reader marked a mail as spam (RFC 5965). */
        COMPLAINT(DeliveryEvent.Type.COMPLAINED),
        /** A mail arrived (RFC 3464, action delivered). */
        DELIVERED(DeliveryEvent.Type.DELIVERED),
        /** A mail is still on its way (RFC 3464, action delayed). */
        DELAYED(DeliveryEvent.Type.DELAYED),
        /** A machine wrote it: an answer for the time of absence, a newsletter (RFC 3834). */
        AUTOMATIC(null),
        /** A person wrote it. */
        PERSON(null);

        private final DeliveryEvent.@Nullable Type event;

        Kind(DeliveryEvent.@Nullable Type event) {
            this.event = event;
        }
    }

    /**
     * Copies the list.
     *
     * @param kind what it is
     * @param recipients each reader
     * @param messageId of the mail
     */
    public IncomingReport {
        recipients = List.copyOf(recipients);
    }

    /**
     * The report as events.
     *
     * @param at when it came in
     * @return one for each reader; empty for mail of people and machines
     */
    public List<DeliveryEvent> events(Instant at) {
        DeliveryEvent.Type type = kind.event;
        if (type == null) {
            return List.of();
        }
        return recipients.stream()
                .map(report -> new DeliveryEvent(type, report.recipient(), messageId, report.diagnosis(), at))
                .toList();
    }
}
