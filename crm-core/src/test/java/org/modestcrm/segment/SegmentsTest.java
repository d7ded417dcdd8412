package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentsTest {
    private static final EvaluationContext NOW =
            EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);

    private static final String MISTAKES = """
            contry = 'FR'                  => rule "s", line 1, column 1: fact "contry" is unknown (did you mean country?)
            xyz = 'FR'                     => rule "s", line 1, column 1: fact "xyz" is unknown (known: birthday, city, \
            country, emailDomain, id, language, postcode, region, zone)
            country = FR                   => rule "s", line 1, column 11: fact "FR" is unknown (known: birthday, city, \
            country, emailDomain, id, language, postcode, region, zone; a text stands in quotes)
            order().count > 1              => rule "s", line 1, column 1: collection "order" is unknown (did you mean orders?)
            orders(totl > 1 EUR).count > 1 => rule "s", line 1, column 8: fact "totl" is unknown (did you mean total?)
            orders().sum(totl) > 1 EUR     => rule "s", line 1, column 14: fact "totl" is unknown (did you mean total?)
            orders().sum(status) > 1       => rule "s", line 1, column 14: "status" is TEXT (sum works on [NUMBER, MONEY])
            country > 3                    => rule "s", line 1, column 9: country: 3 (expected: a text such as 'FR')
            orders().count = 'Bob'         => rule "s", line 1, column 16: orders().count: a text (expected: a number such as 3)
            orders().sum(total) > 500      => rule "s", line 1, column 21: orders().sum(total): 500 (expected: an amount with \
            its currency, such as 500 EUR)
            orders(placed > 3).count > 1   => rule "s", line 1, column 15: placed: 3 (expected: a day or an instant such as \
            2026-03-01T09:00:00Z)
            orders().sum(total) BETWEEN 1 EUR AND 2 USD => rule "s", line 1, column 21: orders().sum(total): amounts in \
            [EUR, USD] (expected: one currency in one comparison)
            country IN LAST 3 DAYS         => rule "s", line 1, column 9: "country" is of type TEXT and cannot be compared by \
            IN LAST (it compares [DATE, INSTANT])
            birthday = 1980-01-01          => rule "s", line 1, column 10: "birthday" is of type BIRTHDAY and cannot be \
            compared by = (it compares [TEXT, NUMBER, MONEY, DATE, INSTANT, FLAG])
            birthday ANNIVERSARY IN NEXT 5 HOURS => rule "s", line 1, column 10: birthday: 5 HOURS on a BIRTHDAY (expected: \
            days, weeks, months or years)
            orders(status = 'DELIVRED').count > 1 => rule "s", line 1, column 15: status: never 'DELIVRED' (did you mean \
            DELIVERED?)
            weekday(birthday) = 'MONDAY'   => rule "s", line 1, column 1: "birthday" is BIRTHDAY (weekday works on [DATE, INSTANT])
            weekday(orders().last(placed)) = 'MONDY' => rule "s", line 1, column 32: weekday(orders().last(placed)): never \
            'MONDY' (did you mean MONDAY?)
            city LIKE 'x\\'                 => rule "s", line 1, column 6: city: a \\ at the end of the pattern (expected: a \
            character after it)
            city MATCHES 'a(b'             => rule "s", line 1, column 6: city: pattern at position 4 (expected: ))
            city MATCHES '*a'              => rule "s", line 1, column 6: city: pattern at position 1 (expected: something to \
            repeat before *)
            city MATCHES 'a{99}{99}'       => rule "s", line 1, column 6: city: pattern at position 6 (expected: something to \
            repeat before {)
            city MATCHES '(a{99}){99}'     => rule "s", line 1, column 6: city: pattern of more than 5000 steps (expected: fewer \
            repeats)
            orders(placed IN THIS HOUR).count > 1 => rule "s", line 1, column 15: placed: 1 HOURS on a INSTANT (expected: days, \
            weeks, months or years)
            orders(IN SEGMENT 's').count > 1 => rule "s", line 1, column 8: IN SEGMENT 's' among conditions on things of a \
            collection (expected: outside the brackets; segments are of customers)
            orders(CONSENT email FOR offers IS GRANTED).count > 1 => rule "s", line 1, column 8: CONSENT email FOR offers IS \
            GRANTED among conditions on things of a collection (expected: outside the brackets; consents are of customers)
            IN SEGMENT 't'                 => rule "s", line 1, column 1: segment "t" is unknown (known: s)
            country = city AND country = birthday => rule "s", line 1, column 28: country: "birthday" is of type BIRTHDAY \
            (expected: TEXT)
            """;

    static Stream<Arguments> mistakes() {
        return MISTAKES.lines()
                .map(row -> row.split("=>"))
                .map(cells -> Arguments.of(cells[0].strip(), cells[1].strip()));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_the_catalogue_does_not_allow_is_refused_with_its_place(String rule, String message) {
        assertThatThrownBy(() -> Segments.of(CustomerHistory.facts(), Segment.of("s", rule)))
                .isInstanceOf(RuleException.class)
                .hasMessage(message);
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once() {
        RuleException e = catchThrowableOfType(
                RuleException.class,
                () -> Segments.of(
                        CustomerHistory.facts(),
                        Segment.of("a", "contry = 'FR' OR\n orders().sum(totl) > 3 EUR"),
                        Segment.of("b", "IN SEGMENT 'aa'"),
                        Segment.of("b", "country = 3")));

        assertThat(e.problems())
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "rule \"b\": there twice (expected: each id once)",
                        "rule \"a\", line 1, column 1: fact \"contry\" is unknown (did you mean country?)",
                        "rule \"a\", line 2, column 15: fact \"totl\" is unknown (did you mean total?)",
                        "rule \"b\", line 1, column 1: segment \"aa\" is unknown (did you mean a?)",
                        "rule \"b\", line 1, column 9: country: 3 (expected: a text such as 'FR')");
        assertThat(e.problems().get(1).segment()).isEqualTo("a");
        assertThat(e.problems().get(1).place().line()).isEqualTo(1);
    }

    @Test
    void a_circle_of_segments_is_refused_with_the_way_round() {
        assertThatThrownBy(() -> Segments.of(
                        Shopper.FACTS,
                        Segment.of("a", "IN SEGMENT 'b'"),
                        Segment.of("b", "country = 'FR' AND NOT IN SEGMENT 'c'"),
                        Segment.of("c", "country = 'FR' OR IN SEGMENT 'a'")))
                .hasMessage("rule \"c\", line 1, column 19: segment circle a -> b -> c -> a"
                        + " (expected: no segment is part of itself)");
        assertThatThrownBy(() -> Segments.of(Shopper.FACTS, Segment.of("a", "IN SEGMENT 'a'")))
                .hasMessage("rule \"a\", line 1, column 1: segment circle a -> a"
                        + " (expected: no segment is part of itself)");
    }

    @Test
    void a_segment_may_be_part_of_two_others_that_are_part_of_a_third() {
        SegmentEvaluator<Shopper> segments = Segments.of(
                        Shopper.FACTS,
                        Segment.of("top", "IN SEGMENT 'left' AND IN SEGMENT 'right'"),
                        Segment.of("left", "IN SEGMENT 'bottom'"),
                        Segment.of("right", "NOT NOT IN SEGMENT 'bottom'"),
                        Segment.of("bottom", "country = 'FR'"))
                .at(NOW);

        assertThat(segments.of(Shopper.of("")).segments()).containsExactly("top", "left", "right", "bottom");
    }

    @Test
    void a_ladder_of_segments_that_each_use_the_one_below_twice_is_worked_out_once_a_rung() {
        List<Segment> ladder = new ArrayList<>(List.of(Segment.of("s0", "country = 'FR'")));
        for (int i = 1; i <= 60; i++) {
            ladder.add(Segment.of("s" + i, "IN SEGMENT 's%d' AND IN SEGMENT 's%d'".formatted(i - 1, i - 1)));
        }
        SegmentEvaluator<Shopper> segments = Segments.of(Shopper.FACTS, ladder).at(NOW);
        Shopper shopper = Shopper.of("");

        Map<String, SegmentCount> counts = segments.count(Stream.of(shopper));

        assertThat(counts.get("s60")).isEqualTo(new SegmentCount(1, 0, 0));
        assertThat(segments.explain("s60", shopper).lines(Locale.ENGLISH)).hasSize(1 + 60 * 4);
    }

    @Test
    void a_count_tells_who_is_in_who_is_out_and_for_how_many_missing_data_decided() {
        SegmentEvaluator<Known> segments = Segments.of(
                        Known.FACTS, Segment.of("french", "text = 'FR'"), Segment.of("abroad", "text != 'FR'"))
                .at(NOW);

        Map<String, SegmentCount> counts =
                segments.count(Stream.of("FR", "FR", "BE", null).map(country -> Known.of("text", country)));

        assertThat(counts)
                .containsExactly(
                        Map.entry("french", new SegmentCount(2, 2, 1)), Map.entry("abroad", new SegmentCount(2, 2, 1)));
    }

    @Test
    void an_unknown_segment_is_named_with_what_was_perhaps_meant() {
        SegmentEvaluator<Shopper> segments = Segments.of(Shopper.FACTS, Segment.of("french", "country = 'FR'"))
                .at(NOW);

        assertThatThrownBy(() -> segments.isIn("frensh", Shopper.of("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segment \"frensh\" is unknown (did you mean french?)");
    }

    @Test
    void operands_that_do_not_fit_the_operator_are_refused_however_the_rule_was_made() {
        Rule text = new Rule.Test(
                new Value.Aggregate(
                        "purchases", Rule.always(), AggregateFunctions.LAST, List.of(Value.Fact.of("at")), Place.NONE),
                Operators.IN_LAST,
                List.of(new Operand.Moment(Instant.EPOCH)),
                Place.NONE);
        Rule length = new Rule.Test(
                Value.Fact.of("country"),
                Operators.EQUAL,
                List.of(new Operand.Length(new Span(3, Span.Unit.DAYS))),
                Place.NONE);

        assertThatThrownBy(() -> Segments.of(Shopper.FACTS, Segment.of("s", text), Segment.of("t", length)))
                .hasMessage("rule \"s\": purchases().last(at): 1970-01-01T00:00:00Z"
                        + " (expected: a length of time such as 30 DAYS)\n"
                        + "rule \"t\": country: 3 DAYS (expected: a text such as 'FR')");
        assertThatThrownBy(() -> new Rule.Test(Value.Fact.of("a"), Operators.BETWEEN, List.of(), Place.NONE))
                .hasMessage("BETWEEN with 0 operands (expected: two)");
    }

    @Test
    void what_is_not_dated_has_no_first_and_no_consents_are_asked_where_there_are_none() {
        assertThatThrownBy(() -> Segments.of(
                        Shopper.FACTS,
                        Segment.of("s", "undated().first(total) > 1 EUR OR CONSENT email FOR offers IS GRANTED")))
                .hasMessage(
                        "rule \"s\", line 1, column 17: \"undated\" is not dated (first needs to know what came first)\n"
                                + "rule \"s\", line 1, column 35: no consents are known here (expected:"
                                + " FactCatalogue.Builder.consents, or a rule without CONSENT)");
    }

    @Test
    void a_catalogue_takes_each_name_once_and_dates_things_by_a_date() {
        assertThatThrownBy(() -> FactCatalogue.builder(Known.class)
                        .text("a", Known::value)
                        .text("a", Known::value))
                .hasMessage("facts of Known: \"a\" is there twice (expected: each name once)");
        assertThatThrownBy(() -> FactCatalogue.builder(Known.class)
                        .text("a", Known::value)
                        .datedBy("a")
                        .build())
                .hasMessage(
                        "facts of Known: datedBy(\"a\") (expected: the name of a date or an instant among its facts)");
    }

    @Test
    void a_refusal_survives_serialisation() throws Exception {
        RuleException refusal = catchThrowableOfType(RuleException.class, () -> Rule.parse("a IZ 1"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(refusal);

        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(((RuleException) read).problems()).isEqualTo(refusal.problems());
    }

    @Test
    void a_segment_is_called_by_the_language_asked_for_else_in_english_else_by_its_id() {
        Segment segment = new Segment("vip", Map.of(Locale.ENGLISH, "Best", Locale.FRENCH, "Meilleurs"), Rule.always());

        assertThat(segment.name(Locale.CANADA_FRENCH)).isEqualTo("Meilleurs");
        assertThat(segment.name(Locale.GERMAN)).isEqualTo("Best");
        assertThat(Segment.of("vip", "TRUE").name(Locale.FRENCH)).isEqualTo("vip");
        assertThatThrownBy(() -> Segment.of(" ", "TRUE"))
                .hasMessage("segment id: blank (expected: 1 to 100 characters)");
    }
}
