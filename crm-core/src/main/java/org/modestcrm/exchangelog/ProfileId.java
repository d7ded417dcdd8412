package org.modestcrm.exchangelog;

import java.util.regex.Pattern;

/**
 * The id under which one pair of sites speaks of a person. It is made for the pair and tells a third nothing; it is
 * never the shop's own customer id. It is shown in logs and messages.
 *
 * @param value 1 to 100 letters, digits, {@code .}, {@code _}, {@code :} and {@code -}, the first a letter or digit
 */
public record ProfileId(String value) implements Comparable<ProfileId> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:\\-]{0,99}");

    /**
     * Checks the shape.
     *
     * @param value the id
     * @throws IllegalArgumentException when it has another shape
     */
    public ProfileId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("profile id of " + value.length()
                    + " characters (expected: 1 to 100 letters, digits, ., _, : and -, the first a letter or digit)");
        }
    }

    /**
     * The id of a text.
     *
     * @param value the text
     * @return the id
     */
    public static ProfileId of(String value) {
        return new ProfileId(value);
    }

    @Override
    public int compareTo(ProfileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
