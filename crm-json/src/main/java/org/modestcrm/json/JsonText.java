package org.modestcrm.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Map;

/** Plain data as JSON text (RFC 8259), for reports and command lines. Thread-safe. */
public final class JsonText {
    private static final ObjectWriter ONE_LINE = new ObjectMapper().writer();

    private JsonText() {}

    /**
     * One JSON object on one line, its members in the order of the map.
     *
     * @param members texts, numbers, booleans, lists and maps of such; a decimal that must stay exact is given as text
     * @return the text, without line end
     * @throws IllegalArgumentException when a value has no JSON form
     */
    public static String of(Map<String, ?> members) {
        try {
            return ONE_LINE.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "JSON: a value of " + members.keySet()
                            + " has no JSON form (expected: texts, numbers, booleans, lists, maps)",
                    e);
        }
    }
}
