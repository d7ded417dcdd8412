package org.modestcrm.testkit;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderStatus;

/** What a test may ask of an order. */
public final class OrderAssert extends AbstractAssert<OrderAssert, Order> {
    OrderAssert(Order actual) {
        super(actual, OrderAssert.class);
    }

    /**
     * Expects a buyer.
     *
     * @param customer the buyer
     * @return this
     */
    public OrderAssert isOf(Customer customer) {
        isNotNull();
        boolean met = actual.customer().equals(Optional.of(customer.id()));
        String found = actual.customer().map(CustomerId::value).orElse("nobody");
        return expect(met, "to be of " + customer.id(), "of " + found);
    }

    /**
     * Expects what the buyer pays in the end.
     *
     * @param amount such as {@code 80.00 EUR}
     * @return this
     */
    public OrderAssert isWorth(String amount) {
        isNotNull();
        Money expected = Money.parse(amount);
        return expect(
                actual.total().equals(expected),
                "to be worth " + expected,
                actual.total().toString());
    }

    /**
     * Expects a status.
     *
     * @param status how far it has come
     * @return this
     */
    public OrderAssert is(OrderStatus status) {
        isNotNull();
        return expect(
                actual.status() == status, "to be " + status, actual.status().toString());
    }

    /**
     * Expects that it was called off.
     *
     * @return this
     */
    public OrderAssert isCancelled() {
        return is(OrderStatus.CANCELLED);
    }

    /**
     * Expects a line.
     *
     * @param sku the product
     * @param quantity how many of it, in one line
     * @return this
     */
    public OrderAssert hasLine(String sku, int quantity) {
        isNotNull();
        boolean met = actual.lines().stream().anyMatch(line -> line.sku().equals(sku) && line.quantity() == quantity);
        List<String> found = actual.lines().stream()
                .map(line -> line.quantity() + " × " + line.sku())
                .toList();
        return expect(met, "to have " + quantity + " × " + sku, found.toString());
    }

    private OrderAssert expect(boolean met, String expectation, String found) {
        if (!met) {
            failWithMessage("Expecting %s%n  %s%nbut found%n  %s", actual, expectation, found);
        }
        return this;
    }
}
