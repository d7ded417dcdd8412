package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;

/** Sequences, regular habits and samples. */
class RuleConditionsTest {
    private static final EvaluationContext NOW =
            EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), ZoneId.of("Europe/London"));

    @ParameterizedTest
    @CsvSource({
        "2026-01-01 9 EUR web 1; 2026-01-20 5 EUR app 1, 30 DAYS, true",
        "2026-01-01 9 EUR web 1; 2026-01-31 5 EUR app 1, 30 DAYS, true",
        "2026-01-01 9 EUR web 1; 2026-02-01 5 EUR app 1, 30 DAYS, false",
        "2026-01-01 9 EUR web 1; 2026-01-02 5 EUR app 1, 24 HOURS, false",
        "2026-01-01 9 EUR web 1; 2026-01-02 5 EUR app 1, 25 HOURS, true",
        "2026-01-01 9 EUR app 1; 2026-01-20 5 EUR web 1, 30 DAYS, false",
        "2026-01-01 9 EUR web 1; 2026-01-01 5 EUR app 1, 30 DAYS, false",
        "2026-01-01 9 EUR web 1; 2026-01-10 5 EUR shop 1; 2026-01-20 5 EUR app 1, 30 DAYS, false",
        "2026-01-01 9 EUR web 1; 2026-01-20 5 EUR shop 1; 2026-01-20 5 EUR app 1, 30 DAYS, true",
        "2026-01-01 9 EUR web 1; 2026-01-02 5 EUR shop 1; 2026-01-03 9 EUR web 1; 2026-01-20 5 EUR app 1, 30 DAYS, true",
        "2026-03-10 9 EUR web 1; 2026-03-20 5 EUR app 1, 30 DAYS, false",
        "'', 30 DAYS, false"
    })
    void a_sequence_is_one_thing_after_another_in_time_with_nothing_between(
            String purchases, String within, boolean holds) {
        String rule = "purchases(channel = 'web') THEN purchases(channel = 'app') WITHIN " + within
                + " WITHOUT purchases(channel = 'shop')";

        assertThat(Shopper.of(purchases).satisfies(rule, NOW)).isEqualTo(holds);
        assertThat(Shopper.of(purchases).satisfies("NOT " + rule, NOW)).isEqualTo(!holds);
    }

    @ParameterizedTest
    @CsvSource({
        "purchases() IN 1 OF 1 MONTHS, 0, false",
        "purchases() IN 1 OF 2 MONTHS, 1, true",
        "purchases() IN 2 OF 3 MONTHS, 2, true",
        "purchases() IN 3 OF 3 MONTHS, 2, false",
        "purchases(channel = 'app') IN 2 OF 3 MONTHS, 1, false",
        "purchases() IN 2 OF 2 YEARS, 2, true",
        "purchases() IN 1 OF 6 WEEKS, 1, true",
        "purchases() IN 1 OF 5 WEEKS, 0, false"
    })
    void a_habit_is_counted_in_periods_of_the_calendar(String rule, String periods, boolean holds) {
        Shopper shopper = Shopper.of("2025-12-31 1 EUR web 1; 2026-01-01 9 EUR web 1; 2026-02-05 5 EUR app 1;"
                + " 2026-02-06 5 EUR web 1; 2026-04-01 1 EUR web 1");

        assertThat(shopper.satisfies(rule, NOW)).isEqualTo(holds);
        assertThat(shopper.explain(rule, NOW).seen(Locale.ENGLISH)).contains(periods);
    }

    /** Shares worked out by another program from the documented hash. */
    @ParameterizedTest
    @CsvSource({
        "spring, c-81, 41.3487258",
        "spring, c-82, 50.5662493",
        "spring, x 1, 36.8180424",
        "autumn, c-81, 90.8330390",
        "autumn, c-82, 89.0037125",
        "autumn, x 1, 75.7463639"
    })
    void a_sample_is_the_documented_hash_of_its_name_and_the_customer(String name, String id, double percent) {
        assertThat(isIn(name, id, percent + 0.0001)).isTrue();
        assertThat(isIn(name, id, percent - 0.0001)).isFalse();
    }

    private static boolean isIn(String name, String id, double percent) {
        String rule = "IN SAMPLE '%s' OF %.4f PERCENT".formatted(name, percent);
        CustomerHistory history = new CustomerHistory(
                Customer.builder(CustomerId.of(id)).build(), List.of(), List.of(), List.of(), List.of());
        return Segments.of(CustomerHistory.facts(), Segment.of("s", rule))
                .at(NOW)
                .isIn("s", history);
    }

    @Test
    void a_sample_has_about_its_part_and_two_samples_have_little_to_do_with_each_other() {
        long spring = IntStream.range(0, 2_000)
                .filter(i -> isIn("spring", "c-" + i, 30))
                .count();
        long both = IntStream.range(0, 2_000)
                .filter(i -> isIn("spring", "c-" + i, 30) && isIn("autumn", "c-" + i, 30))
                .count();

        assertThat(spring).isBetween(520L, 680L);
        assertThat(both).isBetween(130L, 230L);
        assertThat(isIn("spring", "c-1", 100)).isTrue();
        assertThat(isIn("spring", "c-1", 0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "orders() THEN 3 => line 1, column 15: found \"3\" (expected: things such as orders())",
                "orders() THEN refunds() IN 3 DAYS => line 1, column 25: found \"IN\" (expected: WITHIN)",
                "orders() THEM refunds() => line 1, column 10: found \"THEM\" (expected: . with a figure such as .count,"
                        + " THEN, or IN with a number; did you mean THEN?)",
                "orders() IN 3.5 OF 6 MONTHS => line 1, column 28: found the end (expected: 3.5 or more days, weeks,"
                        + " months or years before it)",
                "orders() IN 7 OF 6 MONTHS => line 1, column 26: found the end (expected: 7 or more days, weeks, months"
                        + " or years before it)",
                "orders() IN 3 OF 6 HOURS => line 1, column 25: found the end (expected: 3 or more days, weeks, months"
                        + " or years before it)",
                "IN SAMPLE 'x' OF 101 PERCENT => line 1, column 18: found \"101\" (expected: 0 to 100, at most 6 decimals)",
                "IN SAMPLE x OF 10 PERCENT => line 1, column 11: found \"x\" (expected: the name of the sample in quotes)"
            })
    void what_is_no_sequence_habit_or_sample_is_refused(String rule, String message) {
        assertThatThrownBy(() -> Rule.parse(rule))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void what_the_catalogue_does_not_allow_is_refused() {
        assertThatThrownBy(() -> Segments.of(
                        Shopper.FACTS,
                        Segment.of("a", "purchase() THEN undated() WITHIN 3 DAYS"),
                        Segment.of("b", "IN SAMPLE 'x' OF 3 PERCENT"),
                        Segment.of("c", "purchases(IN SAMPLE 'x' OF 3 PERCENT).count > 1")))
                .hasMessage(
                        "rule \"a\", line 1, column 1: collection \"purchase\" is unknown (did you mean purchases?)\n"
                                + "rule \"a\", line 1, column 17: \"undated\" is not dated (an order in time needs dates)\n"
                                + "rule \"b\", line 1, column 1: customers have no key here (expected: FactCatalogue.Builder.key,"
                                + " or a rule without SAMPLE)\n"
                                + "rule \"c\", line 1, column 11: IN SAMPLE 'x' OF 3 PERCENT among conditions on things of a"
                                + " collection (expected: outside the brackets; samples are of customers)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders(total > 5 EUR) THEN refunds() WITHIN 30 DAYS WITHOUT interactions(direction = 'INBOUND')",
                "orders() IN 3 OF 6 MONTHS",
                "IN SAMPLE 'it''s' OF 12.5 PERCENT",
                "`hour`().count > 1 AND hour(placed) > 1"
            })
    void canonical_text_stays_as_it_is(String text) {
        assertThat(Rule.parse(text).text()).isEqualTo(text);
    }

    @Test
    void they_are_said_in_both_languages() {
        Shopper shopper = Shopper.of("2026-01-01 9 EUR web 1; 2026-02-05 5 EUR app 1");
        Explanation sequence =
                shopper.explain("purchases(channel = 'web') THEN purchases() WITHIN 2 MONTHS WITHOUT purchases()", NOW);
        Explanation habit = shopper.explain("purchases() IN 2 OF 3 MONTHS", NOW);

        assertThat(sequence.sentence(Locale.ENGLISH))
                .isEqualTo("purchases (channel is 'web'), then purchases within 2 months, without purchases between:"
                        + " yes; seen: 1");
        assertThat(sequence.sentence(Locale.FRENCH))
                .isEqualTo(
                        "purchases (channel est 'web'), puis purchases en moins de 2 mois, sans purchases entre-temps"
                                + " : oui ; vu : 1");
        assertThat(habit.sentence(Locale.ENGLISH))
                .isEqualTo("purchases in at least 2 of the last 3 months: yes; seen: 2");
        assertThat(habit.sentence(Locale.FRENCH))
                .isEqualTo("purchases dans au moins 2 des derniers 3 mois : oui ; vu : 2");
        assertThat(Segments.of(CustomerHistory.facts(), Segment.of("s", "IN SAMPLE 'spring' OF 50 PERCENT"))
                        .at(NOW)
                        .explain("s", ExplanationTest.alice())
                        .sentence(Locale.FRENCH))
                .startsWith("échantillon spring de 50 % : ");
    }
}
