package org.modestcrm.source;

/**
 * Two records, in no order: the pair of a and b is the pair of b and a.
 *
 * @param first the lesser key
 * @param second the greater key
 */
public record RecordPair(RecordKey first, RecordKey second) {
    /**
     * Puts the keys in order.
     *
     * @param first one
     * @param second the other
     * @throws IllegalArgumentException when they are the same
     */
    public RecordPair {
        int order = first.compareTo(second);
        if (order == 0) {
            throw new IllegalArgumentException(
                    "record " + first + " cannot be linked with itself (expected: two different records)");
        }
        if (order > 0) {
            RecordKey lesser = second;
            second = first;
            first = lesser;
        }
    }

    /**
     * The pair of two records.
     *
     * @param one one
     * @param other the other
     * @return the pair
     */
    public static RecordPair of(RecordKey one, RecordKey other) {
        return new RecordPair(one, other);
    }

    /**
     * The other one of the two.
     *
     * @param key one of the two
     * @return the one that it is not
     */
    public RecordKey other(RecordKey key) {
        return key.equals(first) ? second : first;
    }

    @Override
    public String toString() {
        return first + " and " + second;
    }
}
