package org.modestcrm.order;

import java.math.BigDecimal;
import org.modestcrm.internal.Texts;
import org.modestcrm.money.Money;

/**
 * A tax on an order.
 *
 * @param name what the buyer reads, such as {@code VAT}; at most 100 characters, may be empty
 * @param percent its rate, such as 20; 0 when not known
 * @param amount 0 or more
 * @param mode whether the prices include it
 */
public record Tax(String name, BigDecimal percent, Money amount, Mode mode) {
    /** Whether prices include a tax. */
    public enum Mode {
        /** It comes on top of the prices. */
        ADDED,
        /** The prices include it. */
        INCLUDED
    }

    /**
     * Checks the parts.
     *
     * @param name what the buyer reads
     * @param percent its rate
     * @param amount how much
     * @param mode whether prices include it
     */
    public Tax {
        Texts.optional("tax name", name, 100);
        if (percent.signum() < 0 || percent.precision() - percent.scale() > 4 || percent.scale() > 6) {
            throw new IllegalArgumentException("tax rate of " + percent.precision() + " digits and scale "
                    + percent.scale() + " (expected: 0 to 9999 percent, at most 6 decimals)");
        }
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        percent = percent.scale() < 0 ? percent.setScale(0) : percent;
        if (amount.isNegative()) {
            throw new IllegalArgumentException("tax: " + amount + " (expected: 0 or more)");
        }
    }
}
