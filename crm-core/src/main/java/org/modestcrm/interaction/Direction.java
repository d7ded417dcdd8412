package org.modestcrm.interaction;

/** Who turned to whom. */
public enum Direction {
    /** The customer turned to the shop. */
    INBOUND,
    /** The shop turned to the customer. */
    OUTBOUND
}
