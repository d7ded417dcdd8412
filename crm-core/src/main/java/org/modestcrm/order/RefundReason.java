package org.modestcrm.order;

/** Why money or goods went back. */
public enum RefundReason {
    /** The order, or a part of it, was called off. */
    CANCELLATION,
    /** Goods came back. */
    RETURN,
    /** Nothing came back; the shop made up for something. */
    GOODWILL,
    /** The books were put right: a bad debt, a wrong count. */
    CORRECTION
}
