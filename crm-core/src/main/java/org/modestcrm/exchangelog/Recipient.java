package org.modestcrm.exchangelog;

import java.time.Instant;

/**
 * A partner who was given a customer's profile and has to be told when it goes.
 *
 * @param partner who got it
 * @param id the id the pair uses
 * @param revision the revision sent last
 * @param at when it was sent last
 */
public record Recipient(String partner, ProfileId id, long revision, Instant at) {}
