package org.modestcrm.customer;

/** How far a customer has come with the shop. It is never stored: a policy derives it from what is known. */
public enum Stage {
    /** Somebody was there, and nobody can be reached: a browser on the site. */
    SUSPECT,
    /** Somebody who can be reached and has not bought. */
    PROSPECT,
    /** Somebody who buys. */
    CUSTOMER,
    /** Somebody who bought, long ago. */
    LAPSED
}
