package org.modestcrm.customer;

/** Whether an address still takes what is sent to it. It belongs to the address, never to the person. */
public enum DeliveryState {
    /** Nothing is known against it. */
    OK,
    /** Deliveries failed for a passing reason. */
    DOUBTFUL,
    /** Deliveries fail for good: nothing more is sent there. */
    BOUNCED,
    /** The owner complained or asked never to be written to there. */
    BLOCKED
}
