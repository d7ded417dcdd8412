package org.modestcrm.value;

/**
 * Something a reader of a fit should know before trusting it.
 *
 * @param code for programs
 * @param text one sentence with the figures
 */
public record Finding(Code code, String text) {
    /** What was found. The names are stable for programs. */
    public enum Code {
        /** Chance explains the silences as well as leaving does: no probability of being there can be given. */
        VALUE_DROPOUT_NOT_IDENTIFIED,
        /** Customers buy more regularly than by chance. */
        VALUE_REGULAR_BUYING,
        /** The likelihood still rises at the largest k that was tried. */
        VALUE_K_AT_LIMIT,
        /** The likelihood has a ridge: single parameters mean nothing, predictions may. */
        VALUE_RIDGE,
        /** Single parameters are poorly determined. */
        VALUE_ILL_CONDITIONED,
        /** Those who buy often spend more or less per order than others: expected spend is biased. */
        VALUE_SPEND_FREQUENCY_CORRELATED,
        /** There is no spend model, and why. */
        VALUE_SPEND_REFUSED,
        /** There is no purchase model, and why. */
        VALUE_PURCHASES_REFUSED,
        /** Single days of single customers carry more than a hundredth of all revenue. */
        VALUE_OUTLIER_ORDERS,
        /** The last month is not over: its figures are low for that reason alone. */
        VALUE_LAST_PERIOD_INCOMPLETE,
        /** The first month has far more new customers than any other: most of them are older than the data. */
        VALUE_LEFT_CENSORED,
        /** The share of customers with one purchase day. */
        VALUE_ONE_TIME_BUYERS,
        /** Orders of nobody known, which no figure counts. */
        VALUE_ANONYMOUS_ORDERS
    }

    /** Code and sentence. */
    @Override
    public String toString() {
        return code + ": " + text;
    }
}
