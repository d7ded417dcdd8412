package org.modestcrm.exchangelog;

import java.math.BigDecimal;
import java.time.Instant;
import org.modestcrm.money.Money;

/** The bounds of what every partner can read: dates of four-digit years, amounts of 18 digits. */
final class Exchangeable {
    static final int MAX_DECIMALS = 4;
    private static final int MAX_WHOLE_DIGITS = 14;
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private Exchangeable() {}

    static Money money(String what, Money value) {
        BigDecimal amount = value.amount().stripTrailingZeros();
        if (amount.scale() > MAX_DECIMALS || amount.precision() - amount.scale() > MAX_WHOLE_DIGITS) {
            throw new IllegalArgumentException(
                    what + ": " + value + " (expected: at most 14 digits before the point and 4 behind)");
        }
        int scale = Math.min(MAX_DECIMALS, Math.max(0, value.amount().scale()));
        return Money.of(value.amount().setScale(scale), value.currency());
    }

    static Instant instant(String what, Instant value) {
        if (value.isBefore(FIRST) || !value.isBefore(END)) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: a year from 1 to 9999)");
        }
        return value;
    }
}
