package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {
    @Test
    void a_misspelt_name_is_told_with_its_place_and_a_suggestion() {
        String template = "{{>begin}}\n<p>{{greeting}} {{ordre}}</p>\n{{>end}}\n";

        assertThat(MailTemplates.check(MailTemplates.Form.HTML, template))
                .extracting(TemplateProblem::toString)
                .containsExactly("line 2, column 17: \"ordre\" is unknown (did you mean order?) [TEMPLATE-NAME]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{{#lines}}{{product}} | TEMPLATE-SECTION | section lines is never closed",
                "{{/lines}} | TEMPLATE-SECTION | {{/lines}} closes nothing (expected: no closing tag)",
                "{{#lines}}{{/facts}}{{/lines}} | TEMPLATE-SECTION | {{/facts}} closes nothing (expected: {{/lines}})",
                "{{product}} | TEMPLATE-NAME | \"product\" is unknown",
                "{{order.class}} | TEMPLATE-NAME | \"order.class\" is unknown",
                "{{class}} | TEMPLATE-NAME | \"class\" is unknown",
                "{{getClass}} | TEMPLATE-NAME | \"getClass\" is unknown",
                "{{shop.value.hash}} | TEMPLATE-NAME | \"shop.value.hash\" is unknown",
                "{{this}} | TEMPLATE-NAME | \"this\" is unknown",
                "{{{intro}}} | TEMPLATE-UNESCAPED | {{intro}} would not be escaped",
                "{{&intro}} | TEMPLATE-UNESCAPED | {{intro}} would not be escaped",
                "{{=<% %>=}} | TEMPLATE-TAG | other delimiters",
                "{{intro | TEMPLATE-TAG | a tag begins here and is not one",
                "{{>/etc/passwd}} | TEMPLATE-PART | part \"/etc/passwd\" is unknown",
                "{{>../secret}} | TEMPLATE-PART | part \"../secret\" is unknown",
                "{{#lines}}{{#lines}}{{/lines}}{{/lines}} | TEMPLATE-NESTING | list lines inside itself",
                "<script>alert(1)</script> | TEMPLATE-ACTIVE | \"<script\" (expected: nothing that runs",
                "<p onclick=\"x()\">a</p> | TEMPLATE-ACTIVE | \"onclick=\" (expected: nothing that runs",
                "<a href=\"javascript:alert(1)\">a</a> | TEMPLATE-ACTIVE | \"javascript:\" (expected: nothing that runs",
                "<a href=\"{{intro}}\">a</a> | TEMPLATE-LINK | href (expected: {{link}}",
                "<a href={{intro}}>a</a> | TEMPLATE-UNQUOTED | a value without quotes",
                "<img src=\"//evil.example/x\"> | TEMPLATE-LINK | src (expected: {{link}}",
                "<p class=\"txet\">a</p> | TEMPLATE-CLASS | class \"txet\" is unknown"
            })
    void what_could_harm_or_break_is_refused_at_save(String template, String code, String text) {
        List<TemplateProblem> problems = MailTemplates.check(MailTemplates.Form.HTML, template);

        assertThat(problems).isNotEmpty();
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.text()).startsWith(text);
        });
        assertThatThrownBy(() -> MailTemplates.builtIn().with(MailKind.SHIPPED, template, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("template shipped.html.mustache: line 1, column ");
    }

    @Test
    void huge_and_deep_templates_are_refused() {
        assertThat(MailTemplates.check(MailTemplates.Form.TEXT, "x".repeat(100_001)))
                .extracting(TemplateProblem::text)
                .containsExactly("100001 characters (expected: at most 100000)");
        String deep = "{{#named}}".repeat(13) + "{{/named}}".repeat(13);
        assertThat(MailTemplates.check(MailTemplates.Form.TEXT, deep))
                .extracting(TemplateProblem::text)
                .contains("more than 12 sections inside each other");
        assertThat(MailTemplates.check(MailTemplates.Form.TEXT, "{{x}}".repeat(10_000)))
                .hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "value", "coder", "class", "isEmpty", "length"})
    void fields_and_methods_of_values_are_out_of_reach(String name) {
        Map<String, Object> values = Map.of("shop", "secret", "lines", List.of("secret"));
        MailTemplates templates = MailTemplates.builtIn();

        assertThatThrownBy(() -> templates.text(MailKind.of("none"), values))
                .hasMessage("template none.txt.mustache is missing (expected: MailTemplates.with for this kind)");
        assertThat(MailTemplates.check(MailTemplates.Form.TEXT, "{{shop." + name + "}}"))
                .hasSize(1);
        assertThat(MailTemplates.check(MailTemplates.Form.TEXT, "{{#shop}}{{" + name + "}}{{/shop}}"))
                .hasSize(1);
    }

    @Test
    void all_built_in_templates_pass_their_own_check() {
        for (MailKind kind : MailTemplates.builtIn().kinds()) {
            String html = Resources.text("design/" + kind + ".html.mustache");
            String text = Resources.text("design/" + kind + ".txt.mustache");
            assertThat(MailTemplates.check(MailTemplates.Form.HTML, html))
                    .as(kind.code())
                    .isEmpty();
            assertThat(MailTemplates.check(MailTemplates.Form.TEXT, text))
                    .as(kind.code())
                    .isEmpty();
        }
        assertThat(MailTemplates.builtIn().kinds()).hasSize(11);
    }

    @Test
    void a_folder_changes_a_mail_and_adds_one(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("gift-note.html.mustache"), "{{>begin}}{{>end}}");
        Files.writeString(folder.resolve("gift-note.txt.mustache"), "{{intro}}");

        MailTemplates templates = MailTemplates.builtIn().with(folder);

        assertThat(templates.has(MailKind.of("gift-note"))).isTrue();
        assertThat(templates.kinds()).hasSize(12);
        Files.delete(folder.resolve("gift-note.txt.mustache"));
        assertThatThrownBy(() -> MailTemplates.builtIn().with(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("cannot be read (expected: both .html.mustache and .txt.mustache of a kind)");
    }
}
