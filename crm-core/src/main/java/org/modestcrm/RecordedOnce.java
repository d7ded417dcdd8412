package org.modestcrm;

import org.modestcrm.consent.Consent;
import org.modestcrm.customer.Recorded;
import org.modestcrm.event.FactKey;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.Refund;

/**
 * Records one fact under a key: {@code crm.once(FactKey.of("queue-8812")).record(order)}. The second time nothing
 * happens, even when another version of the fact was recorded in between. The key and the fact are kept as one unit.
 * Immutable.
 */
public final class RecordedOnce {
    private final Crm crm;
    private final FactRecording facts;
    private final FactKey key;

    RecordedOnce(Crm crm, FactRecording facts, FactKey key) {
        this.crm = crm;
        this.facts = facts;
        this.key = key;
    }

    /**
     * Records an order.
     *
     * @param order the fact
     * @return {@link Recorded#UNCHANGED} when the key was used before
     * @throws IllegalArgumentException when the key was used for another fact
     */
    public Recorded record(Order order) {
        return facts.once(key, "order " + order.number(), () -> crm.record(order));
    }

    /**
     * Records a refund.
     *
     * @param refund the fact
     * @return {@link Recorded#UNCHANGED} when the key was used before
     * @throws IllegalArgumentException when the key was used for another fact
     */
    public Recorded record(Refund refund) {
        return facts.once(key, refund.toString(), () -> crm.record(refund));
    }

    /**
     * Records a contact.
     *
     * @param interaction the fact
     * @return {@link Recorded#UNCHANGED} when the key was used before
     * @throws IllegalArgumentException when the key was used for another fact
     */
    public Recorded record(Interaction interaction) {
        return facts.once(key, interaction.toString(), () -> crm.record(interaction));
    }

    /**
     * Records a statement.
     *
     * @param consent the fact
     * @return {@link Recorded#UNCHANGED} when the key was used before
     * @throws IllegalArgumentException when the key was used for another fact
     */
    public Recorded record(Consent consent) {
        return facts.once(key, consent.toString(), () -> crm.record(consent));
    }
}
