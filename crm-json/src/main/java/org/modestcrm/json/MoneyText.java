package org.modestcrm.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.modestcrm.money.Money;

/** Amounts as texts: number, blank, currency. The scale of the number is kept. */
final class MoneyText {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?(E[+-]?[0-9]{1,3})?");

    private MoneyText() {}

    static String of(Money money) {
        BigDecimal amount = money.amount();
        String number = amount.scale() < 0 ? amount.toString() : amount.toPlainString();
        return number + " " + money.currency().getCurrencyCode();
    }

    /** The number in few digits: the model takes 40 of them, and a scale down to -20. */
    static String of(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < -20 ? stripped.setScale(-20) : stripped).toString();
    }

    static Money parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 1) {
            throw new IllegalArgumentException(
                    "a text of " + text.length() + " characters (expected: an amount such as 80.00 EUR)");
        }
        return Money.of(decimal(text.substring(0, blank)), Money.currencyOf(text.substring(blank + 1)));
    }

    static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a text of " + text.length() + " characters (expected: a decimal number such as 80.00)");
        }
        return new BigDecimal(text);
    }
}
