package org.modestcrm.exchangelog;

import java.time.Instant;

/**
 * A message that was made for a partner.
 *
 * @param partner who it is for
 * @param sequence its place in the row of messages to this partner, from 1 on
 * @param id its id
 * @param at as of when it tells
 * @param lastChange the number of the last change that went into it, or into one before
 */
public record SentMessage(String partner, long sequence, String id, Instant at, long lastChange) {}
