package org.modestcrm.value;

/** Whether an order that cost nothing is a purchase. */
public enum ZeroAmounts {
    /** A free sample is no purchase: it is left out and counted apart. */
    LEFT_OUT,
    /** It is a purchase of 0.00, as in published data sets that keep such rows. */
    COUNTED
}
