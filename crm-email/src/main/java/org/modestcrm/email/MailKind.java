package org.modestcrm.email;

import org.modestcrm.internal.Texts;

/**
 * Which mail it is. A shop adds one of its own with {@link #of}, two templates and its texts; see {@link MailTemplates} and
 * {@link MailTexts}.
 *
 * @param code letters, digits, {@code _}, {@code -} and {@code .}, at most 60 characters
 */
public record MailKind(String code) {
    /** We have the order. */
    public static final MailKind ORDER_CONFIRMATION = new MailKind("order-confirmation");

    /** We have the money. */
    public static final MailKind PAYMENT_RECEIVED = new MailKind("payment-received");

    /** The money did not come; the buyer can try again. */
    public static final MailKind PAYMENT_FAILED = new MailKind("payment-failed");

    /** The order is another now. */
    public static final MailKind ORDER_CHANGED = new MailKind("order-changed");

    /** The order is called off. */
    public static final MailKind ORDER_CANCELLED = new MailKind("order-cancelled");

    /** A parcel is on its way. */
    public static final MailKind SHIPPED = new MailKind("shipped");

    /** The order waits to be picked up. */
    public static final MailKind READY_FOR_PICKUP = new MailKind("ready-for-pickup");

    /** The order has arrived. */
    public static final MailKind DELIVERED = new MailKind("delivered");

    /** Money goes back. */
    public static final MailKind REFUND = new MailKind("refund");

    /** We have the buyer's withdrawal (Directive (EU) 2023/2673, article 1, 11a). */
    public static final MailKind WITHDRAWAL_RECEIVED = new MailKind("withdrawal-received");

    /** We have the buyer's request. */
    public static final MailKind REQUEST_RECEIVED = new MailKind("request-received");

    /**
     * Checks the code.
     *
     * @param code which mail
     */
    public MailKind {
        Texts.code("mail kind", code);
    }

    /**
     * A kind of the shop's own.
     *
     * @param code which mail
     * @return the kind
     */
    public static MailKind of(String code) {
        return new MailKind(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
