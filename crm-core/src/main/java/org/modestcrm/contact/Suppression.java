package org.modestcrm.contact;

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
    /** Why an address is suppressed. */
    public enum Reason {
        /** Deliveries fail for good. */
        HARD_BOUNCE,
        /** The owner called a message spam. */
        COMPLAINT,
        /** The owner asked never to be written to. */
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

    /** Channel, reason and time: the address stays out of logs. */
    @Override
    public String toString() {
        return "suppression on " + channel + " for " + reason + " since " + since;
    }
}
