package org.modestcrm.csv;

/**
 * A row that could not be used.
 *
 * @param line where the row starts, counted from 1 with the header
 * @param column the column at fault, by its name in the file; empty when the row as a whole is
 * @param code what is wrong, stable for programs
 * @param sentence what was found and what was expected, for people
 */
public record ReadProblem(long line, String column, Code code, String sentence) {
    /** The stable codes; docs/errors.md tells cause and cure of each. */
    public enum Code {
        /** The row has more or fewer columns than the header. */
        CSV_FIELD_COUNT,
        /** A text is missing where one must be, is too long, or has control characters. */
        CSV_TEXT,
        /** The quantity is no whole number other than 0. */
        CSV_QUANTITY,
        /** The price is no decimal number. */
        CSV_PRICE,
        /** The date has none of the known forms. */
        CSV_DATE,
        /** The sign of the row does not fit: a cancellation that sells, two minus signs. */
        CSV_SIGN,
        /** The rows of one order name two customers. */
        CSV_CUSTOMER_MIXED,
        /** A row belongs to an order that was complete long before it. */
        CSV_ORDER_CLOSED;

        /**
         * The code as it is printed.
         *
         * @return such as {@code CSV-QUANTITY}
         */
        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    /** Line, column, code and sentence in one line. */
    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + sentence + " [" + code + "]";
    }
}
