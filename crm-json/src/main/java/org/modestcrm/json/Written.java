package org.modestcrm.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A JSON object as it is written; what is empty is left out. */
final class Written {
    final ObjectNode node = JsonNodeFactory.instance.objectNode();

    Written text(String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
        return this;
    }

    Written text(String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
        return this;
    }

    Written choice(String name, Enum<?> value) {
        node.put(name, value.name());
        return this;
    }

    Written instant(String name, Instant value) {
        node.put(name, value.toString());
        return this;
    }

    Written instant(String name, Optional<Instant> value) {
        value.ifPresent(at -> instant(name, at));
        return this;
    }

    Written number(String name, long value) {
        if (value != 0) {
            node.put(name, value);
        }
        return this;
    }

    Written texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
        return this;
    }

    <V> Written object(String name, V value, BiConsumer<V, Written> form) {
        Written part = new Written();
        form.accept(value, part);
        node.set(name, part.node);
        return this;
    }

    <V> Written object(String name, Optional<V> value, BiConsumer<V, Written> form) {
        value.ifPresent(part -> object(name, part, form));
        return this;
    }

    <V> Written objects(String name, Collection<V> values, BiConsumer<V, Written> form) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            for (V value : values) {
                Written part = new Written();
                form.accept(value, part);
                array.add(part.node);
            }
        }
        return this;
    }
}
