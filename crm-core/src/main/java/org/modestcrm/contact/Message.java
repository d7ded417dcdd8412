package org.modestcrm.contact;

import org.modestcrm.customer.Channel;

/**
 * A message the shop would like to send.
 *
 * @param channel on which channel
 * @param messageClass of what kind
 * @param priority 0 for an ordinary one, more for one that caps may let pass; see {@link ContactCap#exemptFrom}
 */
public record Message(Channel channel, MessageClass messageClass, int priority) {
    /**
     * An ordinary message.
     *
     * @param channel on which channel
     * @param messageClass of what kind
     * @return a message of priority 0
     */
    public static Message of(Channel channel, MessageClass messageClass) {
        return new Message(channel, messageClass, 0);
    }
}
