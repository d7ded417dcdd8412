package org.modestcrm.outbox;

import org.modestcrm.internal.Texts;
import org.modestcrm.order.OrderNumber;

/**
 * What makes a mail the same mail: asking for it again gives the one that is there.
 *
 * @param kind which mail, such as {@code order-confirmation}
 * @param order about which order
 * @param revision the revision of the order, 1 or more
 * @param part which part of the order, such as the number of a parcel or refund, at most 100 characters; empty when the mail
 *     is about all of it
 */
public record MailKey(String kind, OrderNumber order, int revision, String part) {
    /**
     * Checks the parts.
     *
     * @param kind which mail
     * @param order about which order
     * @param revision of the order
     * @param part of the order
     */
    public MailKey {
        Texts.code("mail kind", kind);
        Texts.optional("part", part, 100);
        if (revision < 1) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: 1 or more)");
        }
    }

    /**
     * The key of a mail about a whole order.
     *
     * @param kind which mail
     * @param order about which order
     * @param revision of the order
     */
    public MailKey(String kind, OrderNumber order, int revision) {
        this(kind, order, revision, "");
    }

    @Override
    public String toString() {
        return kind + " of order " + order + " revision " + revision + (part.isEmpty() ? "" : " part " + part);
    }
}
