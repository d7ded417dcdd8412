package org.modestcrm.exchangelog;

import java.util.List;
import java.util.Optional;
import org.modestcrm.customer.CustomerId;

/**
 * Remembers what was exchanged with whom, so that no message counts twice, no erased profile returns, and everybody who
 * got a profile can be told when it goes. A port: {@link InMemoryExchangeJournal} is ours, a shop may put its own over
 * its tables. Thread-safe.
 */
public interface ExchangeJournal {
    /**
     * A message taken in before.
     *
     * @param partner who sent it
     * @param messageId the sender's id of it
     * @return empty when it is new
     */
    Optional<ReceivedMessage> received(String partner, String messageId);

    /**
     * Keeps a message and its answer, unless one of this partner and id is kept already.
     *
     * @param message the message
     * @return what is kept: the given one, or the one that came first
     */
    ReceivedMessage record(ReceivedMessage message);

    /**
     * Where a partner's profile went.
     *
     * @param partner who sent it
     * @param id the profile
     * @return empty when it never came in
     */
    Optional<ImportedProfile> imported(String partner, ProfileId id);

    /**
     * Keeps where a profile went; it replaces what was kept for this partner and profile.
     *
     * @param profile the profile
     */
    void record(ImportedProfile profile);

    /**
     * The tombstone of a partner's profile.
     *
     * @param partner who sent it
     * @param id the profile
     * @return the one with the highest revision, empty when the profile is not gone
     */
    Optional<Tombstone> tombstone(String partner, ProfileId id);

    /**
     * Keeps a tombstone, unless one of a higher revision is kept.
     *
     * @param partner who sent it
     * @param tombstone the tombstone
     */
    void record(String partner, Tombstone tombstone);

    /**
     * Who was given a customer's profile.
     *
     * @param customer the customer
     * @return one for each partner and profile id, by partner; may be empty
     */
    List<Recipient> recipients(CustomerId customer);

    /**
     * Keeps that a partner was given a customer's profile; it replaces what was kept for this partner and profile id.
     *
     * @param customer the customer
     * @param recipient who got it
     */
    void record(CustomerId customer, Recipient recipient);
}
