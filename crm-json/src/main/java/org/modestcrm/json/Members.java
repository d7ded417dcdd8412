package org.modestcrm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object as they are read; those nobody asked for are noted. For one thread. */
final class Members {
    private final ObjectNode node;
    private final String pointer;
    private final Map<String, String> unknown;
    private final Set<String> asked = new HashSet<>();

    private Members(ObjectNode node, String pointer, Map<String, String> unknown) {
        this.node = node;
        this.pointer = pointer;
        this.unknown = unknown;
    }

    static <V> V read(JsonNode node, String pointer, Map<String, String> unknown, Function<Members, V> form) {
        if (!(node instanceof ObjectNode object)) {
            throw new JsonException(pointer, node.getNodeType() + " (expected: an object)");
        }
        Members members = new Members(object, pointer, unknown);
        V value;
        try {
            value = form.apply(members);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new JsonException(pointer, e.getMessage() == null ? "not valid" : e.getMessage());
        }
        members.noteOthers();
        return value;
    }

    private void noteOthers() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                unknown.put(at(name), node.path(name).toString());
            }
        });
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private @Nullable JsonNode member(String name) {
        asked.add(name);
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? null : member;
    }

    private JsonException missing(String name, String expected) {
        return new JsonException(at(name), "missing (expected: " + expected + ")");
    }

    private String textOf(String name, JsonNode member) {
        if (!member.isTextual()) {
            throw new JsonException(at(name), member.getNodeType() + " (expected: a text)");
        }
        return member.textValue();
    }

    String text(String name) {
        return textIfAny(name).orElse("");
    }

    Optional<String> textIfAny(String name) {
        JsonNode member = member(name);
        return member == null ? Optional.empty() : Optional.of(textOf(name, member));
    }

    <V> V value(String name, Function<String, V> parser) {
        return valueIfAny(name, parser).orElseThrow(() -> missing(name, "a text"));
    }

    <V> Optional<V> valueIfAny(String name, Function<String, V> parser) {
        return textIfAny(name).map(text -> parsed(at(name), text, parser));
    }

    private static <V> V parsed(String place, String text, Function<String, V> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw new JsonException(
                    place,
                    "a text of " + text.length()
                            + " characters (expected: a date, time or zone in the form of ISO 8601)");
        } catch (IllegalArgumentException e) {
            throw new JsonException(place, e.getMessage() == null ? "not valid" : e.getMessage());
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return value(name, text -> constant(text, type));
    }

    private static <E extends Enum<E>> E constant(String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("unknown (expected: one of " + List.of(type.getEnumConstants()) + ")");
    }

    Instant instant(String name) {
        return value(name, Instant::parse);
    }

    Optional<Instant> instantIfAny(String name) {
        return valueIfAny(name, Instant::parse);
    }

    long number(String name) {
        JsonNode member = member(name);
        if (member == null) {
            return 0;
        }
        if (!member.isIntegralNumber() || !member.canConvertToLong()) {
            throw new JsonException(at(name), "not a whole number of 64 bits (expected: one)");
        }
        return member.longValue();
    }

    int count(String name) {
        long number = number(name);
        if (number != (int) number) {
            throw new JsonException(at(name), number + " (expected: a whole number of 32 bits)");
        }
        return (int) number;
    }

    boolean flag(String name) {
        JsonNode member = member(name);
        if (member == null || !member.isBoolean()) {
            throw missing(name, "true or false");
        }
        return member.booleanValue();
    }

    List<String> texts(String name) {
        return list(name, this::textOf);
    }

    <V> List<V> values(String name, Function<String, V> parser) {
        return list(name, (place, member) -> parsed(at(place), textOf(place, member), parser));
    }

    <V> List<V> objects(String name, Function<Members, V> form) {
        List<V> read = new ArrayList<>();
        JsonNode member = member(name);
        for (JsonNode element : array(name, member)) {
            read.add(read(element, at(name) + "/" + read.size(), unknown, form));
        }
        return read;
    }

    private <V> List<V> list(String name, ElementReader<V> reader) {
        List<V> read = new ArrayList<>();
        for (JsonNode element : array(name, member(name))) {
            read.add(reader.read(name, element));
        }
        return read;
    }

    private Iterable<JsonNode> array(String name, @Nullable JsonNode member) {
        if (member == null) {
            return List.of();
        }
        if (!member.isArray()) {
            throw new JsonException(at(name), member.getNodeType() + " (expected: an array)");
        }
        return member;
    }

    <V> V object(String name, Function<Members, V> form) {
        return objectIfAny(name, form).orElseThrow(() -> missing(name, "an object"));
    }

    <V> Optional<V> objectIfAny(String name, Function<Members, V> form) {
        JsonNode member = member(name);
        return member == null ? Optional.empty() : Optional.of(read(member, at(name), unknown, form));
    }

    /** An object used as a map: every member is asked for. */
    <V> Map<String, V> map(String name, Function<Members, V> form) {
        JsonNode member = member(name);
        Map<String, V> read = new LinkedHashMap<>();
        if (member == null) {
            return read;
        }
        if (!member.isObject()) {
            throw new JsonException(at(name), member.getNodeType() + " (expected: an object)");
        }
        member.fieldNames()
                .forEachRemaining(key -> read.put(
                        key,
                        read(
                                member.get(key),
                                at(name) + "/" + key.replace("~", "~0").replace("/", "~1"),
                                unknown,
                                form)));
        return read;
    }

    private interface ElementReader<V> {
        V read(String name, JsonNode element);
    }
}
