package org.modestcrm.tests.architecture.wrong.money;

import org.modestcrm.tests.architecture.wrong.order.BasketUtil;

/** Wrong on purpose: money knows orders, and nothing says where null may be. */
public final class Price {
    private final BasketUtil basket = new BasketUtil();

    @Override
    public String toString() {
        return basket.toString();
    }
}
