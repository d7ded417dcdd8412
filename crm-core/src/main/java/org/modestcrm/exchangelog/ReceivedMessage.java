package org.modestcrm.exchangelog;

import java.time.Instant;

/**
 * A message that was taken in, and the answer it got.
 *
 * @param partner who sent it
 * @param id the sender's id of the message
 * @param sha256 the digest of its bytes, in lower-case hex
 * @param at when it was taken in
 * @param receipt the answer as it was given, word for word
 */
public record ReceivedMessage(String partner, String id, String sha256, Instant at, String receipt) {}
