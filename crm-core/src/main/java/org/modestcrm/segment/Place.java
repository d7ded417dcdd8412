package org.modestcrm.segment;

/**
 * Where in a rule's text something was written. Two places are always equal: where a condition was written says nothing
 * of what it means. Immutable.
 */
public final class Place {
    /** The place of what was not read from a text. */
    public static final Place NONE = new Place(0, 0);

    private final int line;
    private final int column;

    private Place(int line, int column) {
        this.line = line;
        this.column = column;
    }

    /**
     * A place in a text.
     *
     * @param line 1 or more
     * @param column 1 or more, in characters
     * @return the place
     */
    public static Place of(int line, int column) {
        return new Place(line, column);
    }

    /**
     * The line.
     *
     * @return 1 or more; 0 for what was not read from a text
     */
    public int line() {
        return line;
    }

    /**
     * The column.
     *
     * @return 1 or more; 0 for what was not read from a text
     */
    public int column() {
        return column;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return line == 0 ? "" : "line " + line + ", column " + column;
    }
}
