package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.modestcrm.money.Money;

/** What a fact is compared with. Immutable. */
public sealed interface Operand {
    /**
     * A text: {@code 'FR'}.
     *
     * @param value the text, at most 1,000 characters
     */
    record Text(String value) implements Operand {
        /**
         * Checks the length.
         *
         * @param value the text
         */
        public Text {
            if (value.length() > 1000) {
                throw new IllegalArgumentException(
                        "text of " + value.length() + " characters (expected: at most 1000)");
            }
        }
    }

    /**
     * A number: {@code 3} or {@code 2.5}.
     *
     * @param value at most 40 digits
     */
    record Number(BigDecimal value) implements Operand {
        /**
         * Checks the size.
         *
         * @param value the number
         */
        public Number {
            if (value.precision() > 40 || Math.abs(value.scale()) > 20) {
                throw new IllegalArgumentException("number of " + value.precision() + " digits and scale "
                        + value.scale() + " (expected: at most 40 digits, scale from -20 to 20)");
            }
        }
    }

    /**
     * An amount: {@code 500 EUR}.
     *
     * @param value the amount
     */
    record Amount(Money value) implements Operand {}

    /**
     * A day: {@code 2026-03-01}. Compared with an instant it is that whole day in the zone.
     *
     * @param value the day, of a year from 1 to 9999
     */
    record Day(LocalDate value) implements Operand {}

    /**
     * An instant: {@code 2026-03-01T09:00:00Z}.
     *
     * @param value the instant
     */
    record Moment(Instant value) implements Operand {}

    /**
     * Yes or no: {@code TRUE} or {@code FALSE}.
     *
     * @param value which
     */
    record Flag(boolean value) implements Operand {}

    /**
     * A length of time: {@code 90 DAYS}.
     *
     * @param value the span
     */
    record Length(Span value) implements Operand {}

    /**
     * Another fact of the same thing.
     *
     * @param fact which
     */
    record Other(Value.Fact fact) implements Operand {}
}
