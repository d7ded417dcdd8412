package org.modestcrm.contact;

import java.time.Duration;
import java.time.Instant;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;

/**
 * An address nobody writes to any more, whoever it belongs to.
 *
 * @param channel the channel
 * @param address the address on it, kept in the form in which addresses are compared
 * @param reason why
 * @param note what the shop wants to remember, such as the bounce code; at most 500 characters, may be empty
 * @param since when
 */
public record Suppression(Channel channel, String address, Reason reason, String note, Instant since) {
    private static final Duration RETRY_AFTER = Duration.ofDays(30);

    /** Why an address is suppressed. */
    public enum Reason {
        /** Deliveries fail for good. */
        HARD_BOUNCE,
        /** The mailbox was full or suspended again and again; it is tried once more after 30 days. */
        MAILBOX_UNUSABLE,
        /** The owner called a message spam; mails about orders still go out. */
        COMPLAINT,
        /** The owner asked not to be written to; mails about orders still go out. */
        OBJECTION,
        /** The shop decided so. */
        SHOP
    }

    /**
     * Checks the address for its channel.
     *
     * @param channel the channel
     * @param address the address
     * @param reason why
     * @param note what to remember
     * @param since when
     */
    public Suppression {
        address = new ContactPoint(channel, address, DeliveryState.OK).normalised();
        Texts.optional("note", note, 500);
        since = Times.kept("suppression, since", since);
    }

    /**
     * Whether it keeps a message back.
     *
     * @param messageClass of the message
     * @param asOf when it would be sent
     * @return true when it must not be sent
     */
    public boolean blocks(MessageClass messageClass, Instant asOf) {
        boolean over = reason == Reason.MAILBOX_UNUSABLE && !asOf.isBefore(since.plus(RETRY_AFTER));
        boolean fromOwner = reason == Reason.COMPLAINT || reason == Reason.OBJECTION;
        boolean letThrough = fromOwner && messageClass.equals(MessageClass.TRANSACTIONAL);
        return !asOf.isBefore(since) && !over && !letThrough;
    }

    /** Channel, reason and time: the address stays out of logs. */
    @Override
    public String toString() {
        return "suppression on " + channel + " for " + reason + " since " + since;
    }
}
