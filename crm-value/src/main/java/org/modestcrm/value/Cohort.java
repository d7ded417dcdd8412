package org.modestcrm.value;

import java.time.LocalDate;
import java.util.List;
import org.modestcrm.money.Money;

/**
 * The customers whose first purchase lies in one period, and what became of them.
 *
 * @param start the first day of that period
 * @param customers how many bought in that period and in each one after it; the first number is the size of the cohort
 * @param amounts what they brought in each of these periods
 */
public record Cohort(LocalDate start, List<Integer> customers, List<Money> amounts) {
    /**
     * Copies the lists.
     *
     * @param start first day
     * @param customers counts by age
     * @param amounts amounts by age
     */
    public Cohort {
        customers = List.copyOf(customers);
        amounts = List.copyOf(amounts);
    }

    /**
     * How many customers it has.
     *
     * @return 1 or more
     */
    public int size() {
        return customers.get(0);
    }
}
