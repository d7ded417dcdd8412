package org.modestcrm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void members_stand_in_the_order_given_and_texts_are_escaped() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", "Zoë \"Z\"\n");
        members.put("lines", Map.of("read", 3L));
        members.put("ids", List.of("a", "b"));

        assertThat(JsonText.of(members)).isEqualTo("""
                {"name":"Zoë \\"Z\\"\\n","lines":{"read":3},"ids":["a","b"]}""");
    }

    @Test
    void a_value_without_json_form_is_refused() {
        assertThatThrownBy(() -> JsonText.of(Map.of("x", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "JSON: a value of [x] has no JSON form" + " (expected: texts, numbers, booleans, lists, maps)");
    }
}
