package org.modestcrm.order;

import org.modestcrm.internal.Texts;

/**
 * The number of an order as the buyer sees it. It is shown in logs and messages.
 *
 * @param value 1 to 100 characters, no control characters
 */
public record OrderNumber(String value) implements Comparable<OrderNumber> {
    /**
     * Checks the text.
     *
     * @param value the number
     */
    public OrderNumber {
        Texts.required("order number", value, 100);
    }

    /**
     * The number of a text.
     *
     * @param value the number
     * @return the order number
     */
    public static OrderNumber of(String value) {
        return new OrderNumber(value);
    }

    @Override
    public int compareTo(OrderNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
