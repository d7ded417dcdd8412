package org.modestcrm.exchangelog;

import org.modestcrm.customer.CustomerId;

/**
 * Where a partner's profile went: the provenance of what was learnt from it.
 *
 * @param partner who sent it
 * @param id the profile
 * @param customer the customer who was made or enriched from it
 * @param revision the newest revision taken in
 * @param message the message that brought it
 */
public record ImportedProfile(String partner, ProfileId id, CustomerId customer, long revision, String message) {}
