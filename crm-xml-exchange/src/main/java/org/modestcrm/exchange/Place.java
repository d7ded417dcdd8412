package org.modestcrm.exchange;

/**
 * Where in a message something stands.
 *
 * @param part the name of the part or file, empty text when there is only one
 * @param line the line, counted from 1; 0 when it is no matter of a line
 * @param column the column, counted from 1; 0 when it is no matter of a column
 * @param record the id of the record, empty text when it is not in a record or the id cannot be read
 * @param path the elements around it, such as {@code /records/profile/email}; empty text when not known
 */
public record Place(String part, long line, long column, String record, String path) {
    /** Nowhere in particular: the message as a whole. */
    static final Place WHOLE = new Place("", 0, 0, "", "");

    static Place ofRecord(Place place, String record) {
        return new Place(place.part, place.line, place.column, record, place.path);
    }

    /** Part, line and column, record and path, as far as known. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(part);
        append(text, ", ", line == 0 ? "" : "line " + line + ", column " + column);
        append(text, ", ", record.isEmpty() ? "" : "record " + record);
        append(text, ", ", path);
        return text.toString();
    }

    private static void append(StringBuilder text, String between, String what) {
        if (!what.isEmpty()) {
            text.append(text.isEmpty() ? "" : between).append(what);
        }
    }
}
