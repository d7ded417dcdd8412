package org.modestcrm.contact;

import java.time.Instant;
import org.modestcrm.customer.Channel;

/**
 * A message that was sent, or is planned, as far as contact pressure goes.
 *
 * @param channel on which channel
 * @param messageClass of what kind
 * @param at when
 */
public record PastContact(Channel channel, MessageClass messageClass, Instant at) {}
