package org.modestcrm.source;

import org.modestcrm.customer.CustomerId;

/** A fact would bring back a person who was erased. Nothing was written. */
public final class CustomerErasedException extends IllegalArgumentException {
    /** The stable code of this problem. */
    public static final String CODE = "CUSTOMER-ERASED";

    private static final long serialVersionUID = 1;

    private final String customer;

    /**
     * A refusal.
     *
     * @param what the fact, by its id
     * @param erasure the tombstone that stands against it
     */
    public CustomerErasedException(String what, Erasure erasure) {
        super(CODE + ": " + what + " is of customer " + erasure.customer() + ", who was erased at " + erasure.at()
                + " (expected: nothing more of an erased person, unless readmitted)");
        this.customer = erasure.customer().value();
    }

    /**
     * Who was erased.
     *
     * @return the surviving id
     */
    public CustomerId customer() {
        return CustomerId.of(customer);
    }
}
