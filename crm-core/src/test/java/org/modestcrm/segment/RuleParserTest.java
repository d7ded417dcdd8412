package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {
    private static final String SPELLINGS = """
            a = 1 OR b = 2 AND c = 3           => a = 1 OR (b = 2 AND c = 3)
            a = 1 AND b = 2 OR c = 3           => (a = 1 AND b = 2) OR c = 3
            NOT a = 1 AND b = 2                => NOT a = 1 AND b = 2
            NOT (a = 1) OR b = 2               => NOT a = 1 OR b = 2
            ((a = 1))                          => a = 1
            (a = 1 AND b = 2) AND c = 3        => (a = 1 AND b = 2) AND c = 3
            a in ('x') and not b is not set    => a IN ('x') AND NOT b IS NOT SET
            a <> 1                             => a != 1
            a>=1 AND b!=2                      => a >= 1 AND b != 2
            total >= 500eur                    => total >= 500 EUR
            seen in last 1 day                 => seen IN LAST 1 DAYS
            seen In Next 2 week                => seen IN NEXT 2 WEEKS
            orders(a = 1 AND b = 2).COUNT > 1  => orders(a = 1, b = 2).count > 1
            orders(TRUE).count > 1             => orders().count > 1
            orders().count() > 1               => orders().count > 1
            consent EMAIL for 'NEWSLETTER' is not granted => NOT CONSENT email FOR newsletter IS GRANTED
            true and false                     => TRUE AND FALSE
            a /* x\\ny */ = -- z\\n 1          => a = 1
            `a` = 1                            => a = 1
            `a``b` = 1                         => `a``b` = 1
            seen > 2026-03-01T09:00Z           => seen > 2026-03-01T09:00:00Z
            seen > 2026-03-01T09:00:00.50Z     => seen > 2026-03-01T09:00:00.500Z
            """;

    static Stream<Arguments> spellings() {
        return rows(SPELLINGS);
    }

    private static final String MISTAKES = """
            country IZ 'FR'               => line 1, column 9: found "IZ" (expected: an operator such as =, IN, IS SET or >=; did you mean IN?)
            country STARTS 'F'            => line 1, column 9: found "STARTS" (expected: an operator such as =, IN, IS SET or >=; did you mean STARTS WITH?)
            country x 'FR'                => line 1, column 9: found "x" (expected: an operator such as =, IN, IS SET or >=)
            country                       => line 1, column 8: found the end (expected: an operator such as =, IN, IS SET or >=)
            country =                     => line 1, column 10: found the end (expected: a value such as 'FR', 3, 500 EUR or 2026-03-01)
            a = 1 ADN b = 2               => line 1, column 7: found "ADN" (expected: a currency such as EUR; did you mean AND?)
            a = 'x' ADN b = 2             => line 1, column 9: found "ADN" (expected: AND, OR or the end; did you mean AND?)
            a = 1 AND                     => line 1, column 10: found the end (expected: a fact, NOT or ()
            a = 1)                        => line 1, column 6: found ")" (expected: AND, OR or the end)
            (a = 1                        => line 1, column 7: found the end (expected: ))
            'x' = 1                       => line 1, column 1: found a text (expected: a fact, NOT or ()
            AND a = 1                     => line 1, column 1: found "AND" (expected: a fact, NOT or ()
            a IN 'x'                      => line 1, column 6: found a text (expected: ()
            a IN ('x' 'y')                => line 1, column 11: found a text (expected: ))
            a IN ()                       => line 1, column 7: found ")" (expected: a value such as 'FR', 3, 500 EUR or 2026-03-01)
            a BETWEEN 1, 2                => line 1, column 12: found "," (expected: AND)
            a IN LAST DAYS                => line 1, column 11: found "DAYS" (expected: a length of time such as 90 DAYS)
            a IN LAST 0 DAYS              => line 1, column 11: found "0" (expected: 1 to 100000 DAYS)
            a IN LAST 3 DAIS              => line 1, column 13: found "DAIS" (expected: MINUTES, HOURS, DAYS, WEEKS, MONTHS, YEARS; did you mean DAYS?)
            a IN LAST -3 DAYS             => line 1, column 11: found "-3" (expected: a length of time such as 90 DAYS)
            a > 2026-02-30                => line 1, column 5: found "2026-02-30" (expected: a day of the calendar such as 2026-03-01)
            a > 0000-01-01                => line 1, column 5: found "0000-01-01" (expected: a day of the calendar such as 2026-03-01)
            a > 2026-02-03T25:00:00Z      => line 1, column 5: found "2026-02-03T25:00:00Z" (expected: an instant such as 2026-03-01T09:00:00Z)
            IN SEGMENT vip                => line 1, column 12: found "vip" (expected: the id of a segment in quotes)
            CONSENT 3 FOR x IS GRANTED    => line 1, column 9: found "3" (expected: a channel such as email)
            CONSENT email TO x IS GRANTED => line 1, column 15: found "TO" (expected: FOR)
            CONSENT email FOR x IS GRANTD => line 1, column 24: found "GRANTD" (expected: PENDING, GRANTED, DENIED, WITHDRAWN; did you mean GRANTED?)
            orders() > 1                  => line 1, column 10: found ">" (expected: . with a figure such as .count, THEN, or IN with a number)
            orders().summ(total) > 1 EUR  => line 1, column 10: found "summ" (expected: count, sum, avg, min, max, first, last, distinct, median, meanGap, overdue; did you mean sum?)
            orders().sum > 1 EUR          => line 1, column 14: found ">" (expected: ()
            orders().sum() > 1            => line 1, column 14: found ")" (expected: the name of a fact)
            orders(a = 1,).count > 1      => line 1, column 14: found ")" (expected: a fact, NOT or ()
            a = 'x                        => line 1, column 5: found a quote without end (expected: a closing ')
            `a = 1                        => line 1, column 1: found a quote without end (expected: a closing `)
            a = /* x                      => line 1, column 5: found a comment without end (expected: */)
            a = "x"                       => line 1, column 5: found the character U+0022 (expected: a name, a number, a 'text', an operator or a bracket)
            a = 1 AND\\n b = ;            => line 2, column 6: found the character U+003B (expected: a name, a number, a 'text', an operator or a bracket)
            a = 'x\\ny' b                 => line 2, column 4: found "b" (expected: AND, OR or the end)
            -- only a comment             => line 1, column 18: found the end (expected: a fact, NOT or ()
            """;

    static Stream<Arguments> mistakes() {
        return rows(MISTAKES);
    }

    private static Stream<Arguments> rows(String table) {
        return table.lines().map(row -> {
            String[] cells = row.split("=>");
            return Arguments.of(cells[0].strip().replace("\\n", "\n"), cells[1].strip());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRUE",
                "FALSE",
                "country = 'FR'",
                "country NOT IN ('FR', 'BE')",
                "total >= 500.00 EUR",
                "visits BETWEEN 3 AND 5",
                "seen NOT BETWEEN 2026-03-01 AND 2026-03-31",
                "seen > 2026-03-01T09:00:00Z",
                "seen IN LAST 90 DAYS",
                "active = TRUE",
                "city = shipCity",
                "`e-mail` IS SET",
                "`NOT` IS NOT SET",
                "IN SEGMENT 'vip'",
                "NOT IN SEGMENT 'it''s'",
                "CONSENT email FOR newsletter IS GRANTED",
                "CONSENT in_person FOR 'fair-2026' IS WITHDRAWN",
                "orders().count = 0",
                "orders(status = 'DELIVERED', placed IN LAST 365 DAYS).sum(total) >= 500 EUR",
                "orders(status = 'A' OR status = 'B').last(placed) NOT IN LAST 2 WEEKS",
                "orders((status = 'A' OR status = 'B'), total > 3 EUR).count > 1",
                "orders(lines(sku = 'x').count > 1).count > 1",
                "a = 1 AND b = 2 AND c = 3",
                "(a = 1 AND b = 2) OR NOT (c = 3 OR d = 4)",
                "NOT NOT a = 1",
                "a = 'l''été' AND b = -3.50"
            })
    void canonical_text_stays_as_it_is(String text) {
        assertThat(Rule.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void every_way_to_write_a_rule_has_one_canonical_text(String text, String canonical) {
        assertThat(Rule.parse(text).text()).isEqualTo(canonical);
        assertThat(Rule.parse(canonical)).isEqualTo(Rule.parse(text));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_is_no_rule_is_refused_with_place_and_what_was_expected(String text, String message) {
        assertThatThrownBy(() -> Rule.parse(text))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void a_syntax_error_has_its_parts_for_editors() {
        RuleSyntaxException e =
                catchThrowableOfType(RuleSyntaxException.class, () -> Rule.parse("a = 1 AND\n  b IZ 'x'"));

        assertThat(e.line()).isEqualTo(2);
        assertThat(e.column()).isEqualTo(5);
        assertThat(e.found()).isEqualTo("\"IZ\"");
        assertThat(e.expected()).isEqualTo("an operator such as =, IN, IS SET or >=");
        assertThat(e.suggestion()).isEqualTo("IN");
        assertThat(e.problems()).extracting(RuleProblem::code).containsExactly(RuleProblem.Code.RULE_SYNTAX);
    }

    @Test
    void an_empty_text_is_no_rule() {
        assertThatThrownBy(() -> Rule.parse(""))
                .hasMessage("line 1, column 1: found the end (expected: a fact, NOT or ()");
    }

    @Test
    void a_text_of_1000_characters_is_read_and_one_of_1001_is_refused() {
        assertThat(Rule.parse("a = '" + "x".repeat(1000) + "'").text()).hasSize(1006);
        assertThatThrownBy(() -> Rule.parse("a = '" + "x".repeat(1001) + "'"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage("line 1, column 5: found a text (expected: a text of at most 1000 characters)");
    }

    @Test
    void numbers_have_40_digits_at_most() {
        String digits = "1234567890".repeat(4);

        assertThat(Rule.parse("a = " + digits).text()).isEqualTo("a = " + digits);
        assertThatThrownBy(() -> Rule.parse("a = 1" + digits))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage("line 1, column 5: found \"1123456789012345678901234567890123456789...\""
                        + " (expected: a number of at most 40 digits, 20 of them decimals)");
    }

    @Test
    void a_number_with_an_exponent_is_written_out() {
        Rule rule = new Rule.Test(
                Value.Fact.of("a"), Operators.EQUAL, List.of(new Operand.Number(new BigDecimal("1E+3"))), Place.NONE);

        assertThat(rule.text()).isEqualTo("a = 1000");
        assertThat(Rule.parse(rule.text())).isEqualTo(rule);
    }

    @Test
    void a_rule_beyond_the_limits_is_refused() {
        RuleLimits limits = new RuleLimits(40, 3, 6);
        RuleLanguage language = RuleLanguage.standard();

        assertThatThrownBy(() -> language.parse("a = '" + "x".repeat(35) + "'", limits))
                .hasMessage("line 1, column 1: found 41 characters (expected: at most 40, RuleLimits.maxChars)");
        assertThatThrownBy(() -> language.parse("((((a = 1))))", limits))
                .hasMessage("line 1, column 4: found nesting depth 4 (expected: at most 3, RuleLimits.maxDepth)");
        assertThatThrownBy(() -> language.parse("NOT NOT NOT a = 1", limits))
                .hasMessage("line 1, column 13: found nesting depth 4 (expected: at most 3, RuleLimits.maxDepth)");
        assertThatThrownBy(() -> language.parse("a = 1 AND b = 2 AND c = 3", limits))
                .isInstanceOfSatisfying(
                        RuleSyntaxException.class,
                        e -> assertThat(e.problems())
                                .extracting(RuleProblem::code)
                                .containsExactly(RuleProblem.Code.RULE_LIMIT))
                .hasMessage("line 1, column 21: found 7 nodes (expected: at most 6, RuleLimits.maxNodes)");
    }

    @Test
    void a_list_of_more_than_10000_is_refused_even_where_the_limits_are_wide() {
        String list = "1,".repeat(10_000) + "1";
        RuleLimits wide = new RuleLimits(1_000_000, 64, 1_000_000);

        assertThatThrownBy(() -> RuleLanguage.standard().parse("a IN (" + list + ")", wide))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage("line 1, column 20008: found 10001 operands (expected: at most 10000 in one list)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "(", "NOT ", "a(", "'", "a AND ", "a = 1 AND ", "-", "/*", "1.", "IN ("})
    void a_long_run_of_anything_is_refused_at_once(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        long start = System.nanoTime();

        assertThatThrownBy(() -> Rule.parse(text)).isInstanceOf(RuleSyntaxException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 501, 1", "1, 1, 0"})
    void limits_are_1_or_more(int chars, int depth, int nodes) {
        assertThatThrownBy(() -> new RuleLimits(chars, depth, nodes))
                .hasMessage("limits of " + chars + " characters, " + depth + " levels, " + nodes
                        + " nodes (expected: 1 or more each, at most 500 levels)");
    }

    @Test
    void a_rule_knows_where_its_parts_were_written_and_is_equal_without() {
        Rule.All rule = (Rule.All) Rule.parse("a = 1\n  AND b = 2");

        assertThat(((Rule.Test) rule.rules().get(1)).place()).hasToString("line 2, column 9");
        assertThat(rule).isEqualTo(Rule.parse("a = 1 AND b = 2")).hasSameHashCodeAs(Rule.parse("a = 1 AND b = 2"));
    }
}
