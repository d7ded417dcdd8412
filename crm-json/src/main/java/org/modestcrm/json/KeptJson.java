package org.modestcrm.json;

import java.util.Map;

/**
 * What was read, and what was there beside it: members that a newer version or another program wrote. Written again with
 * {@link JsonForm#writeKept}, nothing is lost.
 *
 * @param value what was read
 * @param unknown the other members: JSON pointer (RFC 6901) to JSON text
 * @param <T> the type of the value
 */
public record KeptJson<T>(T value, Map<String, String> unknown) {
    /**
     * Copies the map.
     *
     * @param value what was read
     * @param unknown the other members
     */
    public KeptJson {
        unknown = Map.copyOf(unknown);
    }

    /** How many members are unknown; the value says what it wants to. */
    @Override
    public String toString() {
        return value + (unknown.isEmpty() ? "" : " and " + unknown.size() + " unknown members");
    }
}
