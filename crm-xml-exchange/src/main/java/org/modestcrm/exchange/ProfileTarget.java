package org.modestcrm.exchange;

import org.modestcrm.Crm;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Tombstone;

/**
 * Where imported profiles go. A port: the shop decides whom a profile belongs to and whose value wins; {@link #into} is
 * ours. Every method may be called again with the same arguments after a crash and must come to the same end.
 */
public interface ProfileTarget {
    /**
     * Takes a profile that never came in before.
     *
     * @param partner who sent it
     * @param profile the profile
     * @return the customer it belongs to: one that was known, or a new one
     */
    CustomerId admit(String partner, Profile profile);

    /**
     * Takes a newer revision of a profile.
     *
     * @param customer what {@link #admit} answered for it
     * @param partner who sent it
     * @param profile the profile
     */
    void update(CustomerId customer, String partner, Profile profile);

    /**
     * Gives up what was learnt from a profile.
     *
     * @param customer what {@link #admit} answered for it
     * @param partner who sent it
     * @param tombstone why
     */
    void forget(CustomerId customer, String partner, Tombstone tombstone);

    /**
     * A target that keeps what is the shop's own: a profile whose e-mail address one customer has gives that customer an
     * identifier and changes nothing else; any other makes a customer of its own, {@code partner:profile id}, which holds
     * the profile's data and nothing else and is emptied when the profile goes. Consents given to the partner are not
     * taken over: they were not given to this shop.
     *
     * @param crm where the customers are
     * @return the target
     */
    static ProfileTarget into(Crm crm) {
        return new CrmProfiles(crm);
    }
}
