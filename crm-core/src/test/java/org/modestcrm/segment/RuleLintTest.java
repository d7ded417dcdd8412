package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.segment.LintFinding.Check;

class RuleLintTest {
    /** Rule => what is found in it. */
    private static final String TABLE = """
            a BETWEEN 5 AND 3 => EMPTY_RANGE
            a NOT BETWEEN 'b' AND 'a' => EMPTY_RANGE
            a = 'x' AND NOT a = 'x' => CONTRADICTION, NOT_COMPLEMENT
            a = 'x' AND a = 'y' => CONTRADICTION
            a > 5 AND a < 5 => CONTRADICTION
            a >= 5 EUR AND a < 3 EUR => CONTRADICTION
            a = 'x' OR a != 'x' => ALWAYS_TRUE
            IN SEGMENT 'x' OR NOT IN SEGMENT 'x' => ALWAYS_TRUE
            a = 'x' AND b = 1 AND a = 'x' => DUPLICATE
            a > 3 AND a > 5 => IMPLIED
            a > 3 OR a BETWEEN 5 AND 7 => IMPLIED
            a > 3 OR TRUE => DECIDED
            a > 3 AND FALSE => DECIDED
            a > 3 AND TRUE => IDLE_CONSTANT
            NOT NOT IN SEGMENT 'x' => DOUBLE_NOT
            NOT a = 'x' => NOT_COMPLEMENT
            a != 'x' AND b = 1 => MISSING_INCLUDED
            orders().count >= 0 => COUNT_BOUND
            orders().count < 0 => COUNT_BOUND
            orders().count > 1.5 => COUNT_FRACTION
            a = a => SELF
            a IN ('x') => LIST_OF_ONE
            a IN ('x', 'y', 'x') => OPERAND_TWICE
            a = '' => BLANK_TEXT
            a > '10' => DIGITS_AS_TEXT
            a = 'x ' => BLANKS_AROUND
            a LIKE 'abc' => PATTERN_PLAIN
            a MATCHES 'abc' => PATTERN_PLAIN
            a LIKE 'abc%' => PATTERN_SIMPLE
            a MATCHES '.*abc.*' => PATTERN_SIMPLE
            a LIKE '%' => PATTERN_ALL
            a IN LAST 720 HOURS => HOURS_FOR_DAYS
            orders(a IN LAST 12 YEARS).count > 1 => LONG_WINDOW
            IN SAMPLE 'x' OF 100 PERCENT => SAMPLE_BOUND
            IN SAMPLE 'x' OF 10 PERCENT OR IN SAMPLE 'x' OF 20 PERCENT => SAMPLE_TWICE
            orders(a = '') THEN orders() WITHIN 3 DAYS => BLANK_TEXT
            orders(a = '') IN 2 OF 3 DAYS => BLANK_TEXT
            daysSince(orders(a = '').last(b)) > 3 => BLANK_TEXT
            """;

    static Stream<Arguments> table() {
        return TABLE.lines().map(line -> Arguments.of((Object[]) line.split(" => ")));
    }

    private static List<LintFinding> check(String rule) {
        return RuleLint.check(List.of(Segment.of("s", rule)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void what_is_probably_not_meant_is_found(String rule, String checks) {
        assertThat(check(rule))
                .extracting(finding -> finding.check().name())
                .containsExactlyInAnyOrder(checks.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country IN ('FR', 'BE') AND CONSENT email FOR newsletter IS GRANTED",
                "orders(status = 'DELIVERED', placed IN LAST 365 DAYS).sum(total) >= 500 EUR",
                "orders().count = 0 AND birthday ANNIVERSARY IN NEXT 30 DAYS",
                "a != 'x' AND a IS SET",
                "a != 'x'",
                "a > 3 AND a < 5",
                "a = 'x' OR a = 'y'",
                "a >= 5 AND a <= 5",
                "a > 3 EUR AND a > 5 USD",
                "seen = 2026-03-01 AND seen > 2026-03-01T09:00:00Z",
                "a LIKE 'Saint-%-sur-%'",
                "a MATCHES '[0-9]{5}'",
                "a IN LAST 24 HOURS",
                "NOT IN SEGMENT 'x' AND orders().count > 1",
                "a = 'O''Hara' AND b NOT IN LAST 3 DAYS AND b IS SET"
            })
    void a_good_rule_is_left_alone(String rule) {
        assertThat(check(rule)).isEmpty();
    }

    @Test
    void segments_are_looked_at_beside_each_other() {
        List<Segment> segments =
                List.of(new Segment("a", Map.of(Locale.ENGLISH, "A"), Rule.parse("x = 1")), Segment.of("b", "x = 1"));

        assertThat(RuleLint.check(segments))
                .extracting(LintFinding::toString)
                .containsExactly(
                        "rule \"a\": no name in French (LINT-NO-NAME: add the name)",
                        "rule \"b\": the rule of \"a\" again (LINT-SAME-RULE: refer to one from the other)");
    }

    @Test
    void a_rule_of_many_figures_is_costly() {
        String rule = String.join(" AND ", Collections.nCopies(21, "orders().count > 1"));

        assertThat(check(rule)).extracting(LintFinding::check).contains(Check.COSTLY);
    }

    @Test
    void a_finding_tells_segment_place_and_cure() {
        assertThat(check("a = 1 AND\n b BETWEEN 5 AND 3"))
                .extracting(LintFinding::toString)
                .containsExactly("rule \"s\", line 2, column 4: 5 lies above 3 (LINT-EMPTY-RANGE: swap the bounds)");
    }

    @Test
    void every_check_of_a_single_rule_is_in_the_table() {
        Set<String> tested = new HashSet<>(List.of("SAME_RULE", "NO_NAME", "COSTLY"));
        table().forEach(row -> tested.addAll(List.of(row.get()[1].toString().split(", "))));

        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Check.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void every_check_has_its_row_in_the_docs(Check check) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "lint.md")))
                .contains("| `" + check + "` | ", "| " + check.cure() + " |");
    }
}
