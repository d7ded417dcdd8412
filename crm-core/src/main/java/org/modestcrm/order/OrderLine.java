package org.modestcrm.order;

import org.modestcrm.internal.Texts;
import org.modestcrm.money.Money;

/**
 * One product of an order or refund.
 *
 * @param sku the shop's code of the product, 1 to 100 characters
 * @param description what the buyer reads, at most 1,000 characters; may be empty
 * @param quantity how many, 1 or more
 * @param unitPrice the price of one, 0 or more; 0 for a free sample
 */
public record OrderLine(String sku, String description, int quantity, Money unitPrice) {
    /**
     * Checks the parts.
     *
     * @param sku the product
     * @param description its description
     * @param quantity how many
     * @param unitPrice the price of one
     */
    public OrderLine {
        Texts.required("sku", sku, 100);
        Texts.optional("description", description, 1000);
        if (quantity < 1) {
            throw new IllegalArgumentException(
                    "sku " + sku + ", quantity: " + quantity + " (expected: 1 or more; what goes back is a Refund)");
        }
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException(
                    "sku " + sku + ", unitPrice: " + unitPrice + " (expected: 0 or more; what goes back is a Refund)");
        }
    }

    /**
     * Quantity times unit price.
     *
     * @return exact
     */
    public Money total() {
        return unitPrice.times(quantity);
    }
}
