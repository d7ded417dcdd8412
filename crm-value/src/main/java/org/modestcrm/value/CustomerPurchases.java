package org.modestcrm.value;

import java.time.LocalDate;
import java.util.List;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;

/**
 * What one customer bought.
 *
 * @param customer who
 * @param days the days with a purchase, each once, the first first; never empty
 * @param orders how many orders on those days
 * @param gross what they brought
 * @param net what of it stayed, refunds taken off
 */
public record CustomerPurchases(CustomerId customer, List<LocalDate> days, int orders, Money gross, Money net) {
    /**
     * Copies the days.
     *
     * @param customer who
     * @param days purchase days
     * @param orders number of orders
     * @param gross amount bought
     * @param net amount kept
     */
    public CustomerPurchases {
        days = List.copyOf(days);
    }

    /**
     * The day of the last purchase.
     *
     * @return never null
     */
    public LocalDate lastDay() {
        return days.get(days.size() - 1);
    }
}
