package org.modestcrm.segment;

import java.util.List;
import org.modestcrm.consent.Consent;
import org.modestcrm.customer.Customer;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.Refund;

/**
 * All that is known of one customer, for rules over our own model. A shop with classes of its own writes a
 * {@link FactCatalogue} over those instead. Immutable.
 *
 * @param customer who
 * @param orders what was ordered
 * @param refunds what went back
 * @param interactions every contact
 * @param consents every statement, by time
 */
public record CustomerHistory(
        Customer customer,
        List<Order> orders,
        List<Refund> refunds,
        List<Interaction> interactions,
        List<Consent> consents) {
    /**
     * Copies the lists.
     *
     * @param customer who
     * @param orders what was ordered
     * @param refunds what went back
     * @param interactions every contact
     * @param consents every statement
     */
    public CustomerHistory {
        orders = List.copyOf(orders);
        refunds = List.copyOf(refunds);
        interactions = List.copyOf(interactions);
        consents = List.copyOf(consents);
    }

    /**
     * What rules may ask about it.
     *
     * @return facts of the customer; collections orders, lines, refunds, interactions; consents
     */
    public static FactCatalogue<CustomerHistory> facts() {
        return CustomerFacts.CATALOGUE;
    }
}
