package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bounds of windows, worked out by hand from the calendar and the published rules of each zone. */
class TimeWindowTest {
    /** Now in the zone with its offset | zone | window | first instant in it | last instant in it. */
    private static final String TABLE = """
            2026-03-15T12:00Z      | Europe/London       | IN LAST 90 MINUTES | 2026-03-15T10:30Z      | 2026-03-15T12:00Z
            2026-03-15T12:00Z      | Europe/London       | IN LAST 3 HOURS    | 2026-03-15T09:00Z      | 2026-03-15T12:00Z
            2026-03-15T12:00Z      | Europe/London       | IN LAST 1 DAYS     | 2026-03-14T00:00Z      | 2026-03-15T12:00Z
            2026-03-15T12:00Z      | Europe/London       | IN LAST 2 WEEKS    | 2026-03-01T00:00Z      | 2026-03-15T12:00Z
            2026-03-15T12:00Z      | Europe/London       | IN LAST 1 MONTHS   | 2026-02-15T00:00Z      | 2026-03-15T12:00Z
            2026-03-15T12:00Z      | Europe/London       | IN LAST 2 YEARS    | 2024-03-15T00:00Z      | 2026-03-15T12:00Z
            2026-03-31T12:00+01:00 | Europe/London       | IN LAST 1 MONTHS   | 2026-02-28T00:00Z      | 2026-03-31T12:00+01:00
            2028-02-29T12:00Z      | Europe/London       | IN LAST 1 YEARS    | 2027-02-28T00:00Z      | 2028-02-29T12:00Z
            2026-03-29T12:00+01:00 | Europe/London       | IN LAST 1 DAYS     | 2026-03-28T00:00Z      | 2026-03-29T12:00+01:00
            2026-03-30T00:00+01:00 | Europe/London       | IN LAST 24 HOURS   | 2026-03-28T23:00Z      | 2026-03-30T00:00+01:00
            2026-10-26T00:00Z      | Europe/London       | IN LAST 24 HOURS   | 2026-10-25T01:00+01:00 | 2026-10-26T00:00Z
            2026-10-26T00:00Z      | Europe/London       | IN LAST 1 DAYS     | 2026-10-25T00:00+01:00 | 2026-10-26T00:00Z
            2026-03-08T03:30-04:00 | America/New_York    | IN LAST 1 DAYS     | 2026-03-07T00:00-05:00 | 2026-03-08T03:30-04:00
            2026-11-02T00:00-05:00 | America/New_York    | IN LAST 1 DAYS     | 2026-11-01T00:00-04:00 | 2026-11-02T00:00-05:00
            2026-04-06T09:00+10:30 | Australia/Lord_Howe | IN LAST 1 DAYS     | 2026-04-05T00:00+11:00 | 2026-04-06T09:00+10:30
            2026-10-04T09:00+11:00 | Australia/Lord_Howe | IN LAST 1 DAYS     | 2026-10-03T00:00+10:30 | 2026-10-04T09:00+11:00
            2018-11-05T09:00-02:00 | America/Sao_Paulo   | IN LAST 1 DAYS     | 2018-11-04T01:00-02:00 | 2018-11-05T09:00-02:00
            2018-02-18T09:00-03:00 | America/Sao_Paulo   | IN LAST 1 DAYS     | 2018-02-17T00:00-02:00 | 2018-02-18T09:00-03:00
            2026-01-01T00:00+05:45 | Asia/Kathmandu      | IN LAST 1 DAYS     | 2025-12-31T00:00+05:45 | 2026-01-01T00:00+05:45

            2026-03-15T12:00Z      | Europe/London       | IN NEXT 90 MINUTES | 2026-03-15T12:00Z      | 2026-03-15T13:29:59.999999999Z
            2026-03-15T12:00Z      | Europe/London       | IN NEXT 3 HOURS    | 2026-03-15T12:00Z      | 2026-03-15T14:59:59.999999999Z
            2026-03-15T12:00Z      | Europe/London       | IN NEXT 1 DAYS     | 2026-03-15T12:00Z      | 2026-03-16T23:59:59.999999999Z
            2026-03-15T12:00Z      | Europe/London       | IN NEXT 2 WEEKS    | 2026-03-15T12:00Z      | 2026-03-29T23:59:59.999999999+01:00
            2026-01-31T12:00Z      | Europe/London       | IN NEXT 1 MONTHS   | 2026-01-31T12:00Z      | 2026-02-28T23:59:59.999999999Z
            2028-02-29T12:00Z      | Europe/London       | IN NEXT 1 YEARS    | 2028-02-29T12:00Z      | 2029-02-28T23:59:59.999999999Z
            2026-10-24T12:00+01:00 | Europe/London       | IN NEXT 1 DAYS     | 2026-10-24T12:00+01:00 | 2026-10-25T23:59:59.999999999Z
            2026-03-07T12:00-05:00 | America/New_York    | IN NEXT 1 DAYS     | 2026-03-07T12:00-05:00 | 2026-03-08T23:59:59.999999999-04:00
            2026-04-04T12:00+11:00 | Australia/Lord_Howe | IN NEXT 1 DAYS     | 2026-04-04T12:00+11:00 | 2026-04-05T23:59:59.999999999+10:30
            2018-11-02T12:00-03:00 | America/Sao_Paulo   | IN NEXT 1 DAYS     | 2018-11-02T12:00-03:00 | 2018-11-03T23:59:59.999999999-03:00
            2018-02-16T12:00-02:00 | America/Sao_Paulo   | IN NEXT 1 DAYS     | 2018-02-16T12:00-02:00 | 2018-02-17T23:59:59.999999999-03:00
            2025-12-31T12:00+05:45 | Asia/Kathmandu      | IN NEXT 1 DAYS     | 2025-12-31T12:00+05:45 | 2026-01-01T23:59:59.999999999+05:45
            """;

    static Stream<Arguments> table() {
        return TABLE.lines().filter(line -> !line.isBlank()).map(line -> {
            List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            return Arguments.of(
                    instant(cells.get(0)),
                    ZoneId.of(cells.get(1)),
                    cells.get(2),
                    instant(cells.get(3)),
                    instant(cells.get(4)));
        });
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_window_begins_and_ends_where_the_table_says(
            Instant now, ZoneId zone, String window, Instant first, Instant last) {
        EvaluationContext context = EvaluationContext.at(now, zone);
        Rule rule = Rule.parse("instant " + window);

        assertThat(holds(rule, first, context)).isTrue();
        assertThat(holds(rule, first.minusNanos(1), context)).isFalse();
        assertThat(holds(rule, last, context)).isTrue();
        assertThat(holds(rule, last.plusNanos(1), context)).isFalse();
    }

    private static boolean holds(Rule rule, Instant instant, EvaluationContext context) {
        return Known.of("instant", instant.toString()).satisfies(rule, context);
    }

    /** What is in, in LAST from the left and in NEXT from the right, leaves and enters at these instants. */
    @ParameterizedTest
    @CsvSource({
        "IN LAST 30 DAYS,   2026-03-15T12:00:00Z, 2026-02-20T10:00:00Z, 2026-03-23T00:00:00Z",
        "IN LAST 30 DAYS,   2026-03-15T12:00:00Z, 2026-03-15T12:00:01Z, 2026-03-15T12:00:01Z",
        "IN LAST 3 HOURS,   2026-03-15T12:00:00Z, 2026-03-15T09:00:00Z, 2026-03-15T12:00:00.000000001Z",
        "IN LAST 1 MONTHS,  2026-02-10T12:00:00Z, 2026-01-31T12:00:00Z, 2026-03-01T00:00:00Z",
        "IN LAST 1 YEARS,   2024-03-01T12:00:00Z, 2024-02-29T12:00:00Z, 2025-03-01T00:00:00Z",
        "IN LAST 1 DAYS,    2026-03-29T12:00:00Z, 2026-03-28T12:00:00Z, 2026-03-29T23:00:00Z",
        "IN NEXT 30 DAYS,   2026-03-15T12:00:00Z, 2026-03-16T10:00:00Z, 2026-03-16T10:00:00.000000001Z",
        "IN NEXT 30 DAYS,   2026-03-15T12:00:00Z, 2026-04-20T10:00:00Z, 2026-03-21T00:00:00Z",
        "IN NEXT 3 HOURS,   2026-03-15T12:00:00Z, 2026-03-15T15:00:00Z, 2026-03-15T12:00:00.000000001Z",
        "IN NEXT 1 MONTHS,  2026-01-10T12:00:00Z, 2026-03-31T12:00:00Z, 2026-03-01T00:00:00Z"
    })
    void a_verdict_holds_until_the_window_has_passed_the_instant(
            String window, Instant now, Instant point, Instant until) {
        Segments<Known> segments = Segments.of(Known.FACTS, Segment.of("s", "instant " + window));
        EvaluationContext context = EvaluationContext.at(now, ZoneId.of("Europe/London"));

        Memberships memberships = segments.at(context).of(Known.of("instant", point.toString()));

        assertThat(memberships.validUntil()).contains(until);
    }

    @ParameterizedTest
    @CsvSource({"IN LAST 30 DAYS, 2026-02-01T00:00:00Z", "IN NEXT 30 DAYS, 2026-03-15T11:59:59Z"})
    void what_a_window_has_passed_never_comes_back(String window, Instant point) {
        Segments<Known> segments = Segments.of(Known.FACTS, Segment.of("s", "instant " + window));
        EvaluationContext context =
                EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), ZoneId.of("Europe/London"));

        assertThat(segments.at(context)
                        .of(Known.of("instant", point.toString()))
                        .validUntil())
                .isEmpty();
    }

    /** In 2010 clocks of Newfoundland went from 00:01 of the 7th back to 23:01 of the 6th. */
    @Test
    void no_day_comes_twice_where_clocks_are_put_back_over_midnight() {
        ZoneId zone = ZoneId.of("America/St_Johns");
        Instant midnight = LocalDateTime.parse("2010-11-07T00:00").atZone(zone).toInstant();

        assertThat(EvaluationContext.at(midnight.minusSeconds(1), zone).today()).hasToString("2010-11-06");
        assertThat(EvaluationContext.at(midnight, zone).today()).hasToString("2010-11-07");
        assertThat(EvaluationContext.at(midnight.plusSeconds(1_800), zone).today())
                .hasToString("2010-11-07");
        assertThat(EvaluationContext.at(midnight.plusSeconds(7_200), zone).today())
                .hasToString("2010-11-07");
    }

    @ParameterizedTest
    @CsvSource({
        "1, DAYS, 1 day, 1 jour",
        "90, DAYS, 90 days, 90 jours",
        "1, MONTHS, 1 month, 1 mois",
        "2, MONTHS, 2 months, 2 mois",
        "1, YEARS, 1 year, 1 an",
        "1, HOURS, 1 hour, 1 heure",
        "2, WEEKS, 2 weeks, 2 semaines",
        "1, MINUTES, 1 minute, 1 minute"
    })
    void a_span_is_said_as_people_say_it(int length, Span.Unit unit, String english, String french) {
        Span span = new Span(length, unit);

        assertThat(span.words(Locale.ENGLISH)).isEqualTo(english);
        assertThat(span.words(Locale.FRENCH)).isEqualTo(french);
        assertThat(span).hasToString(length + " " + unit);
    }

    @Test
    void a_span_is_1_to_100000_long() {
        assertThatThrownBy(() -> new Span(0, Span.Unit.DAYS)).hasMessage("span: 0 (expected: 1 to 100000)");
        assertThatThrownBy(() -> new Span(100_001, Span.Unit.DAYS)).hasMessage("span: 100001 (expected: 1 to 100000)");
    }
}
