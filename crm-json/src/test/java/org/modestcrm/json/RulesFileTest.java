package org.modestcrm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.segment.FactType;
import org.modestcrm.segment.Operator;
import org.modestcrm.segment.Rule;
import org.modestcrm.segment.RuleException;
import org.modestcrm.segment.RuleLanguage;
import org.modestcrm.segment.Segment;

class RulesFileTest {
    private static final String VIP = """
            # the best
            segments:
              - id: vip
                name: {en: Best customers, fr: Meilleurs clients}
                rule: "orders().sum(total) >= 500 EUR"
              - {id: abroad, rule: country != 'FR'}
            """;

    @Test
    void a_yaml_file_gives_its_segments_in_order() {
        assertThat(RulesFile.standard().parse(VIP))
                .extracting(Segment::id, Segment::rule)
                .containsExactly(
                        tuple("vip", Rule.parse("orders().sum(total) >= 500 EUR")),
                        tuple("abroad", Rule.parse("country != 'FR'")));
    }

    @Test
    void a_name_is_told_in_the_language_asked_for_or_else_in_english() {
        Segment vip = RulesFile.standard().parse(VIP).get(0);

        assertThat(vip.name(Locale.CANADA_FRENCH)).isEqualTo("Meilleurs clients");
        assertThat(vip.name(Locale.GERMAN)).isEqualTo("Best customers");
    }

    @Test
    void json_is_read_too() {
        assertThat(RulesFile.standard().parse("{\"segments\":[{\"id\":\"fr\",\"rule\":\"country = 'FR'\"}]}"))
                .containsExactly(Segment.of("fr", "country = 'FR'"));
    }

    @Test
    void operators_of_the_shop_are_known_when_its_language_is_given() {
        Operator rhymes = Operator.of(
                "RHYMES WITH",
                Operator.Shape.ONE,
                Set.of(FactType.TEXT),
                (known, asked, context) ->
                        known.toString().endsWith(asked.get(0).toString()));

        assertThat(RulesFile.of(RuleLanguage.standard().with(rhymes))
                        .parse("segments: [{id: a, rule: \"city RHYMES WITH 'is'\"}]"))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                   | rules: no list \"segments\" (expected: segments: [{id, name, rule}])",
                "'segments: {}'                       | rules: no list \"segments\" (expected: segments: [{id, name, rule}])",
                "'segments: [{id: a}]'                | rules, segment 1: rule: missing (expected: a text)",
                "'segments: [{rule: TRUE}]'           | rules, segment 1: id: missing (expected: a text)",
                "'segments: [{id: a, rule: TRUE, nam: x}]' | rules, segment 1: \"nam\" is unknown (known: id, name, rule)",
                "'segments: [{id: a, rule: TRUE, name: x}]' | rules, segment 1: name is no map (expected: name: {en: ..., fr: ...})",
                "'segments: [], segs: []'             | 'line 1, column 13: rules: no YAML: while parsing a block mapping (expected: segments: [...])'"
            })
    void what_is_no_rules_file_is_refused_with_the_reason(String text, String message) {
        assertThatThrownBy(() -> RulesFile.standard().parse(text))
                .isInstanceOf(RuleException.class)
                .hasMessage(message);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        String text = """
                segments:
                  - {id: a, rule: "country IZ 'FR'"}
                  - {id: b, rule: "orders().count > "}
                  - {id: c}
                """;

        assertThatThrownBy(() -> RulesFile.standard().parse(text))
                .hasMessage("rule \"a\", line 1, column 9: found \"IZ\" (expected: an operator such as =, IN, IS SET or"
                        + " >=; did you mean IN?)\n"
                        + "rule \"b\", line 1, column 18: found the end (expected: a value such as 'FR', 3, 500 EUR or"
                        + " 2026-03-01)\n"
                        + "rules, segment 3: rule: missing (expected: a text)");
    }

    @Test
    void a_missing_file_and_a_folder_are_told_apart(@TempDir Path folder) {
        Path file = folder.resolve("rules.yaml");

        assertThatThrownBy(() -> RulesFile.standard().read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + ": there is no such file (expected: a rules file)");
        assertThatThrownBy(() -> RulesFile.standard().read(folder))
                .hasMessage(folder + ": is a folder (expected: a rules file)");
    }

    @Test
    void a_file_that_is_not_utf_8_or_too_large_is_refused(@TempDir Path folder) throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), "# é".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> RulesFile.standard().read(latin))
                .hasMessage("latin.yaml: not in UTF-8 (expected: UTF-8)");
        assertThatThrownBy(() -> RulesFile.standard().read(large))
                .hasMessage("large.yaml: more than 1048576 bytes (expected: at most that)");
    }

    @Test
    void a_billion_laughs_and_a_deep_file_are_refused() {
        String laughs = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
                + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nsegments: [{id: a, rule: *b}]";
        String deep = "[".repeat(5000);

        assertThatThrownBy(() -> RulesFile.standard().parse(laughs)).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> RulesFile.standard().parse(deep)).isInstanceOf(RuleException.class);
    }
}
