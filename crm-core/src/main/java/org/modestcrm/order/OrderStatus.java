package org.modestcrm.order;

/** How far an order has come. */
public enum OrderStatus {
    /** The customer ordered. */
    PLACED,
    /** The money is there. */
    PAID,
    /** All of it is on the way. */
    SHIPPED,
    /** The customer has it. */
    DELIVERED,
    /** It was called off before delivery. */
    CANCELLED,
    /** All of it came back. */
    RETURNED
}
