package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StylesheetTest {
    private final Stylesheet sheet = new Stylesheet(
            ".text { margin:0;color:#111111 }\n.end { text-align:{{end}} }", "@media x { .text, .dark { } }");

    @Test
    void rules_move_into_the_element_and_only_adapted_classes_stay() {
        assertThat(sheet.inlined("<p class=\"text end\">x</p><p class=\"end\">"))
                .isEqualTo("<p class=\"text\" style=\"margin:0;color:#111111;text-align:{{end}}\">x</p>"
                        + "<p style=\"text-align:{{end}}\">");
    }

    @Test
    void a_class_may_have_rules_for_dark_screens_only() {
        assertThat(sheet.inlined("<b class=\"dark\">")).isEqualTo("<b class=\"dark\">");
    }

    @Test
    void a_misspelt_class_is_named() {
        assertThatThrownBy(() -> sheet.inlined("<p class=\"txet\">"))
                .hasMessage("class \"txet\" is unknown (known: text, end)");
    }
}
