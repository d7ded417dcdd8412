package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    @SuppressWarnings("AvoidCommonTypeNames") // the word for it, and always used as Operand.Number
    record Number(BigDecimal value) implements Operand {
        /**
         * Writes it out and checks the size.
         *
         * @param value the number
         */
        public Number {
            value = value.scale() < 0 ? value.setScale(0) : value;
            if (value.precision() > 40 || value.scale() > 20) {
                throw new IllegalArgumentException("number of " + value.precision() + " digits and scale "
                        + value.scale() + " (expected: at most 40 digits, scale at most 20)");
            }
        }
    }

    /**
     * An amount: {@code 500 EUR}.
     *
     * @param value the amount
     */
    record Amount(Money value) implements Operand {
        /**
         * Writes it out.
         *
         * @param value the amount
         */
        public Amount {
            value = value.amount().scale() < 0 ? Money.of(value.amount().setScale(0), value.currency()) : value;
        }
    }

    /**
     * A day: {@code 2026-03-01}. Compared with an instant it is that whole day in the zone.
     *
     * @param value the day, of a year from 1 to 9999
     */
    record Day(LocalDate value) implements Operand {
        /**
         * Checks the year.
         *
         * @param value the day
         */
        public Day {
            year(value);
        }
    }

    /**
     * An instant: {@code 2026-03-01T09:00:00Z}.
     *
     * @param value the instant, of a year from 1 to 9999
     */
    record Moment(Instant value) implements Operand {
        /**
         * Checks the year.
         *
         * @param value the instant
         */
        public Moment {
            year(value.atOffset(ZoneOffset.UTC).toLocalDate());
        }
    }

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

    private static void year(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("year " + day.getYear() + " (expected: 1 to 9999)");
        }
    }
}
