package org.modestcrm.value;

import org.modestcrm.money.Money;

/**
 * What a log was given and did not make a purchase of.
 *
 * @param anonymousOrders orders of nobody known
 * @param anonymousAmount what they brought
 * @param withoutAmount orders that cost nothing and were left out
 * @param afterAsOf orders and refunds dated at or after the log's instant
 * @param refundsUnmatched refunds of customers without an earlier order, or of nobody known
 */
public record LogReport(
        long anonymousOrders, Money anonymousAmount, long withoutAmount, long afterAsOf, long refundsUnmatched) {}
