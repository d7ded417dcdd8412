package org.modestcrm.value;

import org.modestcrm.money.Money;

/**
 * One tenth of the customers, by what they brought.
 *
 * @param number 1 for the best, 10 for the least
 * @param customers how many; tenths differ by one at most
 * @param amount what they brought together
 * @param share of all revenue, 0 to 1
 */
public record Decile(int number, int customers, Money amount, double share) {}
