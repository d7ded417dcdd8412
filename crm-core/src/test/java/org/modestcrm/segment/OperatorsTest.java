package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modestcrm.money.Money;
import org.modestcrm.money.Rates;
import org.modestcrm.segment.EvaluationContext.LeapDay;

class OperatorsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** A Sunday, 12:00 in London, without summer time. */
    private static final EvaluationContext NOW = EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), LONDON);

    /** Type of fact | its value, empty when missing | condition | whether it holds. */
    private static final String TABLE = """
            text     | FR                   | text IS SET                              | true
            text     |                      | text IS SET                              | false
            text     | '  '                 | text IS SET                              | false
            number   | 0                    | number IS SET                            | true
            flag     | false                | flag IS SET                              | true
            birthday | --02-29              | birthday IS SET                          | true
            birthday |                      | birthday IS SET                          | false

            text     | FR                   | text = 'FR'                              | true
            text     | fr                   | text = 'FR'                              | false
            text     | 'FR '                | text = 'FR'                              | false
            text     |                      | text = 'FR'                              | false
            text     | O'Hara               | text = 'O''Hara'                         | true
            number   | 250.0                | number = 250.00                          | true
            number   | 250.01               | number = 250                             | false
            number   | -0                   | number = 0                               | true
            money    | 80.00 EUR            | money = 80 EUR                           | true
            money    | 80.01 EUR            | money = 80 EUR                           | false
            date     | 2026-03-01           | date = 2026-03-01                        | true
            date     | 2026-03-02           | date = 2026-03-01                        | false
            instant  | 2026-03-01T00:00:00Z | instant = 2026-03-01                     | true
            instant  | 2026-03-01T23:59:59.999999999Z | instant = 2026-03-01           | true
            instant  | 2026-03-02T00:00:00Z | instant = 2026-03-01                     | false
            instant  | 2026-07-31T23:00:00Z | instant = 2026-08-01                     | true
            instant  | 2026-03-01T09:00:00Z | instant = 2026-03-01T09:00:00Z           | true
            instant  | 2026-03-01T09:00:00.001Z | instant = 2026-03-01T09:00:00Z       | false
            flag     | false                | flag = FALSE                             | true
            flag     | false                | flag = TRUE                              | false

            text     | BE                   | text IN ('FR', 'BE')                     | true
            text     | DE                   | text IN ('FR', 'BE')                     | false
            text     |                      | text IN ('FR', 'BE')                     | false
            number   | 3.0                  | number IN (1, 3)                         | true
            money    | 3.10 EUR             | money IN (3.1 EUR, 4 EUR)                | true
            date     | 2026-03-02           | date IN (2026-03-01, 2026-03-02)         | true
            instant  | 2026-03-02T10:00:00Z | instant IN (2026-03-01, 2026-03-02)      | true
            flag     | true                 | flag IN (FALSE)                          | false

            number   | 249.99               | number < 250                             | true
            number   | 250.00               | number < 250                             | false
            number   |                      | number < 250                             | false
            text     | A                    | text < 'a'                               | true
            text     | é                    | text < 'z'                               | false
            date     | 2026-02-28           | date < 2026-03-01                        | true
            instant  | 2026-02-28T23:59:59Z | instant < 2026-03-01                     | true
            instant  | 2026-03-01T00:00:00Z | instant < 2026-03-01                     | false
            money    | 9.99 EUR             | money < 10 EUR                           | true

            number   | 250.00               | number <= 250                            | true
            number   | 250.01               | number <= 250                            | false
            number   |                      | number <= 250                            | false
            instant  | 2026-03-01T23:59:59Z | instant <= 2026-03-01                    | true
            instant  | 2026-03-02T00:00:00Z | instant <= 2026-03-01                    | false

            number   | 250.01               | number > 250                             | true
            number   | 250.00               | number > 250                             | false
            number   |                      | number > 250                             | false
            number   | -1                   | number > -2                              | true
            instant  | 2026-03-01T23:59:59Z | instant > 2026-03-01                     | false
            instant  | 2026-03-02T00:00:00Z | instant > 2026-03-01                     | true

            number   | 250                  | number >= 250.0                          | true
            number   | 249.999              | number >= 250                            | false
            number   |                      | number >= 250                            | false
            date     | 2026-03-01           | date >= 2026-03-01                       | true
            instant  | 2026-03-01T00:00:00Z | instant >= 2026-03-01                    | true
            money    | 500 EUR              | money >= 500.00 EUR                      | true
            text     | \uD83D\uDE00         | text >= '\uFFFD'                         | true

            number   | 3                    | number BETWEEN 3 AND 5                   | true
            number   | 5.00                 | number BETWEEN 3 AND 5                   | true
            number   | 5.01                 | number BETWEEN 3 AND 5                   | false
            number   | 4                    | number BETWEEN 5 AND 3                   | false
            number   |                      | number BETWEEN 3 AND 5                   | false
            instant  | 2026-03-03T23:00:00Z | instant BETWEEN 2026-03-01 AND 2026-03-03 | true
            date     | 2026-03-03           | date BETWEEN 2026-03-01 AND 2026-03-02   | false
            money    | 4 EUR                | money BETWEEN 3 EUR AND 5 EUR            | true
            text     | m                    | text BETWEEN 'a' AND 'n'                 | true

            text     | Paris                | text STARTS WITH 'Pa'                    | true
            text     | Paris                | text STARTS WITH 'pa'                    | false
            text     | Paris                | text STARTS WITH ''                      | true
            text     |                      | text STARTS WITH ''                      | false
            text     | Paris                | text ENDS WITH 'is'                      | true
            text     | Paris                | text ENDS WITH 'i'                       | false
            text     |                      | text ENDS WITH 'is'                      | false
            text     | a.b                  | text CONTAINS '.'                        | true
            text     | ab                   | text CONTAINS '.'                        | false
            text     |                      | text CONTAINS '.'                        | false

            text     | Paris                | text LIKE 'P%s'                          | true
            text     | Paris                | text LIKE 'P__is'                        | true
            text     | Paris                | text LIKE 'P_is'                         | false
            text     | Paris                | text LIKE 'p%'                           | false
            text     | 50%                  | text LIKE '50\\%'                        | true
            text     | 500                  | text LIKE '50\\%'                        | false
            text     | \uD83D\uDE00         | text LIKE '_'                            | true
            text     |                      | text LIKE '%'                            | false
            text     | AB-123               | text MATCHES '[A-Z]{2}-\\d+'             | true
            text     | AB-                  | text MATCHES '[A-Z]{2}-\\d+'             | false
            text     | xAB-1                | text MATCHES '[A-Z]{2}-\\d+'             | false
            text     |                      | text MATCHES '.*'                        | false

            list     | vip tea              | list HAS 'tea'                           | true
            list     | vip tea              | list HAS 'te'                            | false
            list     |                      | list HAS 'tea'                           | false
            list     | vip tea              | list HAS ANY ('cup', 'tea')              | true
            list     | vip tea              | list HAS ANY ('cup', 'pot')              | false
            list     |                      | list HAS ANY ('cup', 'pot')              | false
            list     | vip tea              | list HAS ALL ('vip', 'tea')              | true
            list     | vip tea              | list HAS ALL ('vip', 'pot')              | false
            list     |                      | list HAS ALL ('vip', 'pot')              | false
            list     | vip                  | list IS SET                              | true

            flag     | true                 | flag IS TRUE                             | true
            flag     | false                | flag IS TRUE                             | false
            flag     |                      | flag IS TRUE                             | false
            flag     | false                | flag IS FALSE                            | true
            flag     | true                 | flag IS FALSE                            | false
            flag     |                      | flag IS FALSE                            | false

            instant  | 2026-02-13T00:00:00Z | instant IN LAST 30 DAYS                  | true
            instant  | 2026-02-12T23:59:59Z | instant IN LAST 30 DAYS                  | false
            instant  | 2026-03-15T12:00:00Z | instant IN LAST 30 DAYS                  | true
            instant  | 2026-03-15T12:00:01Z | instant IN LAST 30 DAYS                  | false
            instant  |                      | instant IN LAST 30 DAYS                  | false
            instant  | 2026-03-15T09:00:00Z | instant IN LAST 3 HOURS                  | true
            instant  | 2026-03-15T08:59:59Z | instant IN LAST 3 HOURS                  | false
            date     | 2026-02-13           | date IN LAST 30 DAYS                     | true
            date     | 2026-02-12           | date IN LAST 30 DAYS                     | false
            date     | 2026-03-15           | date IN LAST 1 DAY                       | true
            date     | 2026-03-16           | date IN LAST 1 DAY                       | false

            instant  | 2026-04-14T22:59:59Z | instant IN NEXT 30 DAYS                  | true
            instant  | 2026-04-14T23:00:00Z | instant IN NEXT 30 DAYS                  | false
            instant  | 2026-03-15T11:59:59Z | instant IN NEXT 30 DAYS                  | false
            instant  |                      | instant IN NEXT 30 DAYS                  | false
            instant  | 2026-03-15T14:59:59Z | instant IN NEXT 3 HOURS                  | true
            instant  | 2026-03-15T15:00:00Z | instant IN NEXT 3 HOURS                  | false
            date     | 2026-03-15           | date IN NEXT 30 DAYS                     | true
            date     | 2026-04-14           | date IN NEXT 30 DAYS                     | true
            date     | 2026-04-15           | date IN NEXT 30 DAYS                     | false

            instant  | 2026-03-09T00:00:00Z | instant IN THIS WEEK                     | true
            instant  | 2026-03-08T23:59:59Z | instant IN THIS WEEK                     | false
            instant  | 2026-03-15T23:59:59Z | instant IN THIS WEEK                     | true
            instant  | 2026-03-16T00:00:00Z | instant IN THIS WEEK                     | false
            instant  | 2026-03-31T22:59:59Z | instant IN THIS MONTH                    | true
            instant  | 2026-03-31T23:00:00Z | instant IN THIS MONTH                    | false
            date     | 2026-12-31           | date IN THIS YEAR                        | true
            date     | 2027-01-01           | date IN THIS YEAR                        | false
            date     | 2027-12-31           | date IN THIS 2 YEARS                     | true
            date     | 2026-03-15           | date IN THIS DAY                         | true
            instant  |                      | instant IN THIS DAY                      | false
            instant  | 2026-02-01T00:00:00Z | instant IN PREVIOUS MONTH                | true
            instant  | 2026-01-31T23:59:59Z | instant IN PREVIOUS MONTH                | false
            instant  | 2026-03-01T00:00:00Z | instant IN PREVIOUS MONTH                | false
            date     | 2025-12-01           | date IN PREVIOUS 3 MONTHS                | true
            date     | 2025-11-30           | date IN PREVIOUS 3 MONTHS                | false
            date     |                      | date IN PREVIOUS 3 MONTHS                | false
            date     | 2026-03-16           | date IN FOLLOWING WEEK                   | true
            date     | 2026-03-22           | date IN FOLLOWING WEEK                   | true
            date     | 2026-03-23           | date IN FOLLOWING WEEK                   | false
            date     | 2026-03-15           | date IN FOLLOWING WEEK                   | false
            date     |                      | date IN FOLLOWING WEEK                   | false

            birthday | 1980-03-15           | birthday ANNIVERSARY IN NEXT 7 DAYS      | true
            birthday | --03-22              | birthday ANNIVERSARY IN NEXT 7 DAYS      | true
            birthday | --03-23              | birthday ANNIVERSARY IN NEXT 7 DAYS      | false
            birthday | --03-14              | birthday ANNIVERSARY IN NEXT 7 DAYS      | false
            birthday |                      | birthday ANNIVERSARY IN NEXT 7 DAYS      | false
            date     | 2019-03-20           | date ANNIVERSARY IN NEXT 1 WEEK          | true
            instant  | 2019-03-14T23:30:00Z | instant ANNIVERSARY IN NEXT 1 DAY        | false
            instant  | 2019-07-15T23:30:00Z | instant ANNIVERSARY IN NEXT 4 MONTHS     | false
            instant  | 2019-07-15T22:30:00Z | instant ANNIVERSARY IN NEXT 4 MONTHS     | true
            """;

    /** A row of the table. */
    record Row(Known known, String condition, boolean holds) {
        Rule.Test test() {
            return (Rule.Test) Rule.parse(condition);
        }

        @Override
        public String toString() {
            return known.value() + ": " + condition + " is " + holds;
        }
    }

    static Stream<Row> table() {
        return TABLE.lines().filter(line -> !line.isBlank()).map(OperatorsTest::row);
    }

    private static Row row(String line) {
        List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
        String value = cells.get(1).startsWith("'")
                ? cells.get(1).substring(1, cells.get(1).length() - 1)
                : cells.get(1);
        return new Row(
                Known.of(cells.get(0), value.isEmpty() ? null : value),
                cells.get(2),
                Boolean.parseBoolean(cells.get(3)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void an_operator_holds_as_the_table_says(Row row) {
        assertThat(row.known().satisfies(row.test(), NOW)).isEqualTo(row.holds());
    }

    @ParameterizedTest
    @MethodSource("table")
    void its_complement_and_its_negation_hold_exactly_where_it_does_not(Row row) {
        Rule.Test test = row.test();
        Rule complement = new Rule.Test(test.value(), test.operator().complement(), test.operands(), test.place());

        assertThat(row.known().satisfies(complement, NOW)).isEqualTo(!row.holds());
        assertThat(row.known().satisfies(test.not(), NOW)).isEqualTo(!row.holds());
        assertThat(Rule.parse(complement.text())).isEqualTo(complement);
    }

    @ParameterizedTest
    @MethodSource("table")
    void only_what_is_missing_is_decided_by_missing_data(Row row) {
        boolean asksForPresence = row.test().operator() == Operators.IS_SET;

        assertThat(row.known().decidedByMissing(row.test(), NOW))
                .isEqualTo(row.known().value() == null && !asksForPresence);
    }

    @Test
    void every_operator_has_a_row_that_holds_one_that_does_not_and_one_of_a_missing_value() {
        Set<Operator> holding = new HashSet<>();
        Set<Operator> failing = new HashSet<>();
        Set<Operator> missing = new HashSet<>();
        table().forEach(row -> {
            Set<Operator> kind = row.known().value() == null ? missing : row.holds() ? holding : failing;
            kind.add(row.test().operator());
        });
        missing.add(Operators.IS_SET);
        failing.add(Operators.IS_SET);

        assertThat(holding).containsExactlyInAnyOrderElementsOf(Operators.builtIn());
        assertThat(failing).containsExactlyInAnyOrderElementsOf(Operators.builtIn());
        assertThat(missing).containsExactlyInAnyOrderElementsOf(Operators.builtIn());
    }

    @Test
    void two_operators_never_share_words() {
        Stream<Operator> all = Operators.builtIn().stream().flatMap(one -> Stream.of(one, one.complement()));

        assertThat(all).extracting(Operator::keyword).doesNotHaveDuplicates();
    }

    @Test
    void the_complement_of_the_complement_is_the_operator_itself() {
        assertThat(Operators.builtIn())
                .allMatch(one -> one.complement().complement() == one)
                .noneMatch(Operator::isNegative)
                .allMatch(one -> one.complement().isNegative());
    }

    @ParameterizedTest
    @CsvSource({
        "FR, FR, text = otherText, true, false",
        "FR, BE, text = otherText, false, false",
        "FR,   , text = otherText, false, true",
        "FR,   , text != otherText, true, true",
        "FR,   , 'text IN (''FR'', otherText)', true, false",
        "DE,   , 'text IN (''FR'', otherText)', false, true",
        "DE,   , 'text NOT IN (''FR'', otherText)', true, true",
        "DE,   , 'text IN (otherText)', false, true",
        "DE, DE, 'text IN (''FR'', otherText)', true, false"
    })
    void a_fact_compares_with_another_fact(
            String value, String other, String condition, boolean holds, boolean byMissing) {
        Known known = new Known("text", value, other);

        assertThat(known.satisfies(Rule.parse(condition), NOW)).isEqualTo(holds);
        assertThat(known.decidedByMissing(Rule.parse(condition), NOW)).isEqualTo(byMissing);
    }

    @ParameterizedTest
    @CsvSource({
        "90 EUR,  100 USD, money >= otherMoney, true",
        "89 EUR,  100 USD, money >= otherMoney, false",
        "100 USD,  90 EUR, money = otherMoney, true",
        "100 GBP,  90 EUR, money = otherMoney, false",
        "100 USD,        , money >= 90 EUR, true",
        "100 USD,        , money > 90 EUR, false",
        "100 GBP,        , money > 1 EUR, false",
        "100 GBP,        , money NOT > 1 EUR, true"
    })
    void amounts_compare_at_the_rate_and_one_without_a_rate_is_missing(
            String value, String other, String condition, boolean holds) {
        EvaluationContext context = NOW.withRates(usdAt("0.9"));

        assertThat(new Known("money", value, other).satisfies(Rule.parse(condition), context))
                .isEqualTo(holds);
    }

    /** A dollar is worth that many euros on 15 March 2026; no other pair and no other day is known. */
    private static Rates usdAt(String euros) {
        Currency eur = Money.currencyOf("EUR");
        return (amount, to, on) -> {
            if (!on.equals(LocalDate.parse("2026-03-15"))) {
                return Optional.empty();
            }
            String pair = amount.currency() + ">" + to;
            if (pair.equals("USD>EUR")) {
                return Optional.of(Money.of(amount.amount().multiply(new BigDecimal(euros)), eur));
            }
            return pair.equals("EUR>USD")
                    ? Optional.of(Money.of(amount.amount().divide(new BigDecimal(euros), 10, RoundingMode.HALF_UP), to))
                    : Optional.empty();
        };
    }

    @Test
    void an_undated_amount_converts_at_the_rate_of_today_so_the_verdict_holds_until_midnight() {
        Segments<Known> segments = Segments.of(Known.FACTS, Segment.of("s", "money >= 90 EUR"));

        Memberships memberships = segments.at(NOW.withRates(usdAt("0.9"))).of(Known.of("money", "100 USD"));

        assertThat(memberships.validUntil()).contains(Instant.parse("2026-03-16T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-27T12:00:00Z, FEBRUARY_28,  1, true",
        "2026-02-27T12:00:00Z, MARCH_1,      1, false",
        "2026-02-27T12:00:00Z, MARCH_1,      2, true",
        "2026-03-01T12:00:00Z, FEBRUARY_28,  1, false",
        "2026-03-01T12:00:00Z, MARCH_1,      1, true",
        "2028-02-27T12:00:00Z, FEBRUARY_28,  1, false",
        "2028-02-28T12:00:00Z, FEBRUARY_28,  1, true",
        "2028-02-29T12:00:00Z, FEBRUARY_28,  1, true",
        "2028-02-29T12:00:00Z, MARCH_1,      1, true",
        "2028-03-01T12:00:00Z, MARCH_1,      1, false",
        "2026-12-31T12:00:00Z, FEBRUARY_28, 58, false",
        "2026-12-31T12:00:00Z, FEBRUARY_28, 59, true",
        "2026-12-31T12:00:00Z, MARCH_1,     59, false",
        "2026-12-31T12:00:00Z, MARCH_1,     60, true"
    })
    void a_birthday_of_29_february_is_kept_by_the_chosen_policy(Instant now, LeapDay policy, int days, boolean holds) {
        EvaluationContext context = EvaluationContext.at(now, LONDON).withLeapDay(policy);
        Rule rule = Rule.parse("birthday ANNIVERSARY IN NEXT " + days + " DAYS");

        assertThat(Known.of("birthday", "1980-02-29").satisfies(rule, context)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-20T12:00:00Z, --01-05, 30, true",
        "2025-12-20T12:00:00Z, --01-19, 30, true",
        "2025-12-20T12:00:00Z, --01-20, 30, false",
        "2025-12-20T12:00:00Z, --12-19, 30, false",
        "2025-12-20T12:00:00Z, --12-19, 364, true",
        "2025-12-31T23:59:59Z, --01-01, 1, true"
    })
    void a_window_of_anniversaries_goes_over_the_new_year(Instant now, String born, int days, boolean holds) {
        Rule rule = Rule.parse("birthday ANNIVERSARY IN NEXT " + days + " DAYS");

        assertThat(Known.of("birthday", born).satisfies(rule, EvaluationContext.at(now, LONDON)))
                .isEqualTo(holds);
    }

    @Test
    void an_operator_of_the_shop_is_read_asked_and_said() {
        Operator even = Operator.named("IS EVEN")
                .takes(Operator.Shape.NONE)
                .comparing(EnumSet.of(FactType.NUMBER))
                .says("is even", "est pair")
                .saysNot("is odd", "est impair")
                .holds((known, asked, context) -> ((BigDecimal) known).intValue() % 2 == 0);
        RuleLanguage language = RuleLanguage.standard().with(even);

        Rule rule = language.parse("number is even AND number NOT IS EVEN OR number > 3");

        assertThat(rule.text()).isEqualTo("(number IS EVEN AND number NOT IS EVEN) OR number > 3");
        assertThat(Known.of("number", "2").satisfies(language.parse("number IS EVEN"), NOW))
                .isTrue();
        assertThat(Known.of("number", null).satisfies(language.parse("number NOT IS EVEN"), NOW))
                .isTrue();
        assertThatThrownBy(() -> language.with(even))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operator \"IS EVEN\" is there already (expected: words of its own)");
    }

    @Test
    void words_that_cannot_be_read_in_a_rule_are_refused() {
        assertThatThrownBy(() -> Operator.named("isNear"))
                .hasMessage("operator \"isNear\" (expected: words of capital letters with single blanks,"
                        + " without AND, OR and NOT)");
        assertThatThrownBy(() -> Operator.named("BOTH AND"))
                .hasMessage("operator \"BOTH AND\" (expected: words of capital letters with single blanks,"
                        + " without AND, OR and NOT)");
        assertThatThrownBy(() -> Operator.named("WITHIN").takes(Operator.Shape.SPAN))
                .hasMessage("operator \"WITHIN\" of shape SPAN (expected: NONE, ONE, LIST, RANGE or PATTERN)");
    }
}
