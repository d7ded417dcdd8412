package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modestcrm.money.Money;
import org.modestcrm.money.Rates;

class AggregateFunctionsTest {
    private static final EvaluationContext NOW =
            EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), ZoneId.of("Europe/London"));

    private static final String TWO = "2026-01-01 10 EUR web 1; 2026-02-01 20.50 EUR app 2";
    private static final String FOUR = TWO + "; 2026-02-01 20.5 EUR web 2.0; 2025-12-01 3 EUR shop 7";
    private static final String HOLES = "2026-01-01 - EUR - -; 2026-02-01 5 EUR app 2; - 7 EUR web 3";
    private static final String COMING = TWO + "; 2026-03-16 1000 EUR web 99";
    private static final String MIXED = "2026-01-01 10 EUR web 1; 2026-02-01 10 USD web 1";

    /** Purchases, figure, and what it is; empty where it is missing. */
    record Row(String purchases, String figure, String expected) {}

    static Stream<Row> table() {
        return Stream.of(
                new Row("", "count", "0"),
                new Row(TWO, "count", "2"),
                new Row(HOLES, "count", "2"),
                new Row(COMING, "count", "2"),
                new Row("", "sum(total)", "0"),
                new Row(TWO, "sum(total)", "30.5 EUR"),
                new Row(HOLES, "sum(total)", "5 EUR"),
                new Row(COMING, "sum(total)", "30.5 EUR"),
                new Row(MIXED, "sum(total)", ""),
                new Row("", "sum(pieces)", "0"),
                new Row(FOUR, "sum(pieces)", "12"),
                new Row("", "avg(total)", ""),
                new Row(TWO, "avg(total)", "15.25 EUR"),
                new Row(FOUR, "avg(pieces)", "3"),
                new Row(
                        "2026-01-01 1 EUR web 1; 2026-01-01 1 EUR web 1; 2026-01-01 2 EUR web 1",
                        "avg(total)",
                        "1.3333 EUR"),
                new Row("", "min(total)", ""),
                new Row(FOUR, "min(total)", "3 EUR"),
                new Row(FOUR, "min(at)", "2025-12-01 12:00"),
                new Row(FOUR, "min(channel)", "'app'"),
                new Row(MIXED, "min(total)", ""),
                new Row("", "max(total)", ""),
                new Row(FOUR, "max(total)", "20.5 EUR"),
                new Row(FOUR, "max(pieces)", "7"),
                new Row("", "first(channel)", ""),
                new Row(FOUR, "first(channel)", "'shop'"),
                new Row("2026-01-01 1 EUR a 1; 2026-01-01 2 EUR b 1", "first(channel)", "'a'"),
                new Row(HOLES, "first(channel)", "'app'"),
                new Row("", "last(channel)", ""),
                new Row(TWO, "last(channel)", "'app'"),
                new Row("2026-01-01 1 EUR a 1; 2026-01-01 2 EUR b 1", "last(channel)", "'b'"),
                new Row(COMING, "last(at)", "2026-02-01 12:00"),
                new Row("", "distinct(channel)", "0"),
                new Row(FOUR, "distinct(channel)", "3"),
                new Row(FOUR, "distinct(total)", "3"),
                new Row(FOUR, "distinct(pieces)", "3"),
                new Row(HOLES, "distinct(channel)", "1"),
                new Row("", "meanGap(at)", ""),
                new Row(TWO, "meanGap(at)", "31"),
                new Row(FOUR, "meanGap(at)", "20.6667"),
                new Row("2026-01-01 9 EUR web 9", "meanGap(at)", ""),
                new Row("2026-01-01 9 EUR w 9; 2026-01-01 9 EUR w 9", "meanGap(at)", "0"),
                new Row("", "overdue(at)", ""),
                new Row(TWO, "overdue(at)", "1.3548"),
                new Row(COMING, "overdue(at)", "1.3548"),
                new Row("2026-03-01 1 EUR w 1; 2026-03-08 1 EUR w 1; 2026-03-15 1 EUR w 1", "overdue(at)", "0"),
                new Row("2026-02-22 1 EUR w 1; 2026-03-01 1 EUR w 1; 2026-03-01 1 EUR w 1", "overdue(at)", "4"),
                new Row("2026-01-01 9 EUR w 9; 2026-01-01 9 EUR w 9", "overdue(at)", ""),
                new Row("", "median(total)", ""),
                new Row("2026-01-01 9 EUR web 9", "median(total)", "9 EUR"),
                new Row(TWO, "median(total)", "15.25 EUR"),
                new Row("2026-01-01 1 EUR w 1; 2026-01-01 100 EUR w 5; 2026-01-01 2 EUR w 3", "median(pieces)", "3"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_figure_is_what_the_table_says(Row row) {
        Explanation explanation = Shopper.of(row.purchases()).explain("purchases()." + row.figure() + " IS SET", NOW);

        assertThat(explanation.seen(Locale.ENGLISH))
                .isEqualTo(Optional.of(row.expected()).filter(text -> !text.isEmpty()));
        assertThat(explanation.holds()).isEqualTo(!row.expected().isEmpty());
    }

    @Test
    void every_figure_has_a_row_of_nothing_and_one_of_several() {
        Set<String> ofNothing = new HashSet<>();
        Set<String> ofSeveral = new HashSet<>();
        table().forEach(row -> (row.purchases().isEmpty() ? ofNothing : ofSeveral)
                .add(row.figure().replaceAll("\\(.*", "")));
        List<String> all = AggregateFunctions.builtIn().stream()
                .map(AggregateFunction::name)
                .toList();

        assertThat(ofNothing).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ofSeveral).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @CsvSource({
        "purchases().sum(total) = 19.20 EUR, true",
        "purchases().sum(total) = 24 USD, false",
        "purchases().avg(total) = 9.6 EUR, true",
        "purchases().max(total) = 10 EUR, true",
        "purchases().last(total) = 9.2 EUR, true",
        "purchases().median(total) = 9.60 EUR, true",
        "purchases().sum(total) IS SET, true",
        "purchases().distinct(total) = 2, true",
        "purchases(total > 9.5 EUR).count = 1, true",
        "purchases(total >= 9.2 EUR).count = 2, true"
    })
    void amounts_of_other_currencies_count_at_the_rate_of_their_own_day(String rule, boolean holds) {
        EvaluationContext context =
                NOW.withRates(usdOnOneDay("2026-02-01", "0.92")).withReportCurrency(Money.currencyOf("EUR"));

        assertThat(Shopper.of(MIXED).satisfies(rule, context)).isEqualTo(holds);
    }

    /** A rate from dollars to euros on one day; none on any other and none back. */
    private static Rates usdOnOneDay(String day, String euros) {
        return (amount, to, on) -> amount.currency().getCurrencyCode().equals("USD") && on.equals(LocalDate.parse(day))
                ? Optional.of(Money.of(amount.amount().multiply(new BigDecimal(euros)), to))
                : Optional.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "purchases().sum(total) > 0 EUR, false",
        "purchases().sum(total) NOT > 0 EUR, true",
        "purchases().count = 2, true"
    })
    void a_figure_with_an_amount_that_has_no_rate_is_missing(String rule, boolean holds) {
        assertThat(Shopper.of(MIXED).satisfies(rule, NOW)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "'', purchases().sum(total) < limit, true",
        "'', purchases().sum(total) >= limit, false",
        "2026-01-01 26 EUR web 1, purchases().sum(total) > limit, true",
        "2026-01-01 25.00 EUR web 1, purchases().avg(total) = limit, true",
        "2026-01-01 26 USD web 1, purchases().avg(total) > limit, false",
        "2026-01-01 26 USD web 1, purchases().sum(total) > limit, false"
    })
    void a_figure_compares_with_an_amount_of_the_customer(String purchases, String rule, boolean holds) {
        assertThat(Shopper.of(purchases).satisfies(rule, NOW)).isEqualTo(holds);
    }

    @Test
    void an_average_compares_without_rounding() {
        Shopper thirds = Shopper.of("2026-01-01 1 EUR w 1; 2026-01-01 1 EUR w 1; 2026-01-01 2 EUR w 1");

        assertThat(thirds.satisfies("purchases().avg(total) > 1.33333333333333333333 EUR", NOW))
                .isTrue();
        assertThat(thirds.satisfies("purchases().avg(total) < 1.33333333333333333334 EUR", NOW))
                .isTrue();
    }

    @Test
    void things_without_a_date_are_all_seen_where_the_collection_has_none() {
        assertThat(Shopper.of(HOLES).satisfies("undated().sum(total) = 12 EUR", NOW))
                .isTrue();
    }

    @Test
    void the_same_customer_asked_at_an_earlier_moment_has_not_bought_what_came_later() {
        Shopper shopper = Shopper.of(TWO);

        assertThat(shopper.satisfies("purchases().count = 1", NOW.withNow(Instant.parse("2026-02-01T11:59:59Z"))))
                .isTrue();
        assertThat(shopper.satisfies("purchases().count = 2", NOW.withNow(Instant.parse("2026-02-01T12:00:00Z"))))
                .isTrue();
    }
}
