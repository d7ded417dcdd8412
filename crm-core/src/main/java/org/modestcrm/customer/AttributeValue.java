package org.modestcrm.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;
import org.modestcrm.money.Money;

/**
 * The value of a shop-declared attribute, for who reads attributes without knowing their declaration: stores and formats.
 * A shop uses {@link Attribute} instead. Immutable; printed it shows its type only.
 */
public sealed interface AttributeValue {
    /**
     * What it holds.
     *
     * @return never null
     */
    AttributeType type();

    /**
     * A text.
     *
     * @param value at most 4,000 characters
     */
    record Text(String value) implements AttributeValue {
        /**
         * Checks the length.
         *
         * @param value the text
         */
        public Text {
            Texts.optional("attribute text", value, 4000);
        }

        @Override
        public AttributeType type() {
            return AttributeType.TEXT;
        }

        @Override
        public String toString() {
            return type().name();
        }
    }

    /**
     * A number; trailing zeros are no part of it.
     *
     * @param value at most 40 digits, scale of at most 20
     */
    @SuppressWarnings("AvoidCommonTypeNames") // the word for it, and always used as AttributeValue.Number
    record Number(BigDecimal value) implements AttributeValue {
        /**
         * Checks the size and takes trailing zeros off.
         *
         * @param value the number
         */
        public Number {
            if (value.precision() > 40 || Math.abs(value.scale()) > 20) {
                throw new IllegalArgumentException("attribute number of " + value.precision() + " digits and scale "
                        + value.scale() + " (expected: at most 40 digits, scale from -20 to 20)");
            }
            BigDecimal stripped = value.stripTrailingZeros();
            value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        @Override
        public AttributeType type() {
            return AttributeType.NUMBER;
        }

        @Override
        public String toString() {
            return type().name();
        }
    }

    /**
     * An amount.
     *
     * @param value the amount
     */
    record Amount(Money value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.MONEY;
        }

        @Override
        public String toString() {
            return type().name();
        }
    }

    /**
     * A day.
     *
     * @param value the day
     */
    record Date(LocalDate value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.DATE;
        }

        @Override
        public String toString() {
            return type().name();
        }
    }

    /**
     * A point in time.
     *
     * @param value the instant, kept to the microsecond
     */
    record Moment(Instant value) implements AttributeValue {
        /**
         * Cuts it to the microsecond.
         *
         * @param value the instant
         */
        public Moment {
            value = Times.kept("attribute instant", value);
        }

        @Override
        public AttributeType type() {
            return AttributeType.INSTANT;
        }

        @Override
        public String toString() {
            return type().name();
        }
    }

    /**
     * Yes or no.
     *
     * @param value which
     */
    record Flag(boolean value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.BOOLEAN;
        }

        @Override
        public String toString() {
            return type().name();
        }
    }

    /**
     * One of the words the shop listed.
     *
     * @param value 1 to 100 characters
     */
    record Choice(String value) implements AttributeValue {
        /**
         * Checks the length.
         *
         * @param value the word
         */
        public Choice {
            Texts.required("attribute choice", value, 100);
        }

        @Override
        public AttributeType type() {
            return AttributeType.ENUM;
        }

        @Override
        public String toString() {
            return type().name();
        }
    }

    /**
     * Several values of one type.
     *
     * @param values in order, at most 1,000, no lists among them
     */
    record Items(List<AttributeValue> values) implements AttributeValue {
        /**
         * Copies the list and checks that its values are alike.
         *
         * @param values in order
         */
        public Items {
            values = List.copyOf(values);
            if (values.size() > 1000) {
                throw new IllegalArgumentException(
                        "attribute list of " + values.size() + " values (expected: at most 1000)");
            }
            List<AttributeType> types = values.stream()
                    .map(AttributeValue::type)
                    .distinct()
                    .sorted()
                    .toList();
            if (types.size() > 1 || types.contains(AttributeType.LIST)) {
                throw new IllegalArgumentException(
                        "attribute list of " + types + " (expected: values of one type, no lists)");
            }
        }

        @Override
        public AttributeType type() {
            return AttributeType.LIST;
        }

        @Override
        public String toString() {
            return type().name();
        }
    }
}
