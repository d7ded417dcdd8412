package org.modestcrm.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import org.modestcrm.money.Money;

/** Amounts as whole millionths of a unit of currency: exact sums in eight bytes. */
final class Micros {
    private static final int SCALE = 6;

    private Micros() {}

    /** The amount, rounded half to even at the sixth decimal. */
    static long of(Money amount) {
        try {
            return amount.amount()
                    .setScale(SCALE, RoundingMode.HALF_EVEN)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    static long plus(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw tooLarge();
        }
        return sum;
    }

    private static ValueRefusedException tooLarge() {
        return new ValueRefusedException(
                Refusal.VALUE_AMOUNT_TOO_LARGE,
                "an amount or a sum of amounts is above 9,223,372,036,854 (expected: amounts of one currency unit, not of"
                        + " a millionth)");
    }

    /** The amount with as many decimals as its currency has, more only where they are needed. */
    static Money money(long micros, Currency currency) {
        return money(BigDecimal.valueOf(micros, SCALE), currency);
    }

    static Money money(BigDecimal amount, Currency currency) {
        BigDecimal stripped = amount.stripTrailingZeros();
        int decimals = Math.max(Math.max(0, currency.getDefaultFractionDigits()), stripped.scale());
        return Money.of(stripped.setScale(decimals), currency);
    }

    /** A predicted amount: not rounded to a coin, 15 digits are kept. */
    static Money estimate(double amount, Currency currency) {
        BigDecimal value = new BigDecimal(amount, new MathContext(15, RoundingMode.HALF_EVEN));
        return money(value.setScale(Math.min(20, Math.max(0, value.scale())), RoundingMode.HALF_EVEN), currency);
    }

    static double units(long micros) {
        return micros / 1e6;
    }
}
