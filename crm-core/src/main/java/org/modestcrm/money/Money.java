package org.modestcrm.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency: {@code Money.of("80.00", "EUR")}.
 *
 * <p>Any scale is kept as given. Equality is of value, not of scale: 80 EUR equals 80.00 EUR. Arithmetic is exact and
 * never converts; two currencies in one operation throw {@link CurrencyMismatchException}. Immutable.
 *
 * @param amount the amount, negative allowed; at most 40 digits, scale from -20 to 20
 * @param currency the currency, by ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final int MAX_DIGITS = 40;
    private static final int MAX_SCALE = 20;

    /**
     * Checks the size of the amount.
     *
     * @param amount the amount
     * @param currency the currency
     * @throws IllegalArgumentException when the amount has more digits than {@code Money} keeps
     */
    public Money {
        if (amount.precision() > MAX_DIGITS || Math.abs(amount.scale()) > MAX_SCALE) {
            throw new IllegalArgumentException("amount of " + amount.precision() + " digits and scale " + amount.scale()
                    + " (expected: at most 40 digits, scale from -20 to 20)");
        }
    }

    /**
     * An amount from its decimal text.
     *
     * @param amount a decimal number such as {@code 80.00}
     * @param currencyCode an ISO 4217 code such as {@code EUR}
     * @return the amount
     * @throws IllegalArgumentException when either cannot be read
     */
    public static Money of(String amount, String currencyCode) {
        return new Money(decimal(amount), currencyOf(currencyCode));
    }

    /**
     * An amount from its parts.
     *
     * @param amount the amount
     * @param currency the currency
     * @return the amount
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    /**
     * Nothing, in a currency.
     *
     * @param currency the currency
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Reads what {@link #toString()} writes: {@code 80.00 EUR}.
     *
     * @param text number, one blank, currency code
     * @return the amount
     * @throws IllegalArgumentException when the text has another shape
     */
    public static Money parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 1) {
            throw new IllegalArgumentException("money \"" + shortened(text)
                    + "\" has no currency (expected: a number, a blank, a currency code, such as 80.00 EUR)");
        }
        return of(text.substring(0, blank), text.substring(blank + 1));
    }

    /**
     * The currency of a code.
     *
     * @param code three upper-case letters, by ISO 4217
     * @return the currency
     * @throws IllegalArgumentException when there is no such currency
     */
    public static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency \"" + shortened(code)
                            + "\" is unknown (expected: an ISO 4217 code such as EUR, GBP or USD)",
                    e);
        }
    }

    private static BigDecimal decimal(String text) {
        if (text.length() <= MAX_DIGITS + 2 && text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return new BigDecimal(text);
        }
        throw new IllegalArgumentException("amount \"" + shortened(text)
                + "\" is not a decimal number (expected: digits, with a point before decimals, such as 80.00)");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /**
     * The sum.
     *
     * @param other an amount of the same currency
     * @return this and the other together
     * @throws CurrencyMismatchException when the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * The difference.
     *
     * @param other an amount of the same currency
     * @return this less the other
     * @throws CurrencyMismatchException when the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /**
     * The product with a number of pieces.
     *
     * @param factor how many times
     * @return the amount that many times
     */
    public Money times(long factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /**
     * The amount with its sign turned.
     *
     * @return the negative
     */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /**
     * The amount at the number of decimals its currency is paid in.
     *
     * @param rounding how to round
     * @return for example 12.35 EUR, 12 JPY
     */
    public Money rounded(RoundingMode rounding) {
        return new Money(amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), rounding), currency);
    }

    /**
     * Whether it is less than nothing.
     *
     * @return true below zero
     */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /**
     * Whether it is nothing.
     *
     * @return true at zero
     */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /**
     * Orders amounts of one currency.
     *
     * @throws CurrencyMismatchException when the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return other;
    }

    /** Equal when the currency is and the amount is numerically: 80 EUR equals 80.00 EUR. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && currency.equals(money.currency) && amount.compareTo(money.amount) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * currency.hashCode() + amount.stripTrailingZeros().hashCode();
    }

    /** The canonical text, read back by {@link #parse}: {@code 80.00 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
