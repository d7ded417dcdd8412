package org.modestcrm.order;

import org.modestcrm.internal.Texts;
import org.modestcrm.money.Money;

/**
 * Something taken off the sum of the lines, and why.
 *
 * @param code the voucher or action, at most 100 characters; empty when not known
 * @param amount 0 or more
 */
public record Discount(String code, Money amount) {
    /**
     * Checks the parts.
     *
     * @param code why
     * @param amount how much
     */
    public Discount {
        Texts.optional("discount code", code, 100);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("discount: " + amount + " (expected: 0 or more)");
        }
    }
}
