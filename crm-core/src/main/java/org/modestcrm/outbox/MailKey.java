package org.modestcrm.outbox;

import org.modestcrm.internal.Texts;
import org.modestcrm.order.OrderNumber;

/**
 * What makes a mail the same mail: asking for it again gives the one that is there.
 *
 * @param kind which mail, such as {@code order-confirmation}
 * @param order about which order
 * @param revision the revision of the order, 1 or more
 */
public record MailKey(String kind, OrderNumber order, int revision) {
    /**
     * Checks the parts.
     *
     * @param kind which mail
     * @param order about which order
     * @param revision of the order
     */
    public MailKey {
        Texts.code("mail kind", kind);
        if (revision < 1) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: 1 or more)");
        }
    }

    @Override
    public String toString() {
        return kind + " of order " + order + " revision " + revision;
    }
}
