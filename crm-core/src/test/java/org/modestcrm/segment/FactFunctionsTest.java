package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modestcrm.segment.EvaluationContext.LeapDay;

class FactFunctionsTest {
    private static final EvaluationContext NOW =
            EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), ZoneId.of("Europe/London"));

    /** Type of fact | its value | condition | whether it holds. */
    private static final String TABLE = """
            text     | Paris                | lower(text) = 'PARIS'                | true
            text     | Orléans              | lower(text) = 'orleans'              | false
            text     | Orléans              | plain(text) = 'ORLEANS'              | true
            text     | Orléans              | plain(text) STARTS WITH 'Orlé'       | true
            text     | ÉTÉ                  | plain(text) LIKE 'E_é'               | true
            text     | AB-12                | lower(text) MATCHES '\\D+-\\d+'      | true
            text     | Paris                | lower(text) IN ('x', 'PARIS')        | true
            text     |                      | lower(text) != 'paris'               | true
            text     | été                  | length(text) = 3                     | true
            list     | vip tea              | size(list) = 2                       | true
            list     |                      | size(list) = 0                       | false
            date     | 1990-03-15           | age(date) = 36                       | true
            date     | 1990-03-16           | age(date) = 35                       | true
            birthday | 1990-03-16           | age(birthday) = 35                   | true
            birthday | --03-16              | age(birthday) > 0                    | false
            birthday | 2027-03-16           | age(birthday) > -9                   | false
            instant  | 2026-07-01T19:30:00Z | hour(instant) = 20                   | true
            instant  | 2026-07-01T19:30:00Z | weekday(instant) IN ('WEDNESDAY')    | true
            instant  | 2026-07-01T23:30:00Z | weekday(instant) = 'THURSDAY'        | true
            date     | 2026-03-15           | weekday(date) = 'SUNDAY'             | true
            date     | 2026-03-15           | month(date) = 3                      | true
            instant  | 2026-07-31T23:30:00Z | month(instant) = 8                   | true
            instant  | 2026-03-14T23:59:59Z | daysSince(instant) = 1               | true
            date     | 2026-03-16           | daysSince(date) = -1                 | true
            date     |                      | daysSince(date) IS NOT SET           | true
            """;

    static Stream<Arguments> table() {
        return TABLE.lines().map(line -> {
            List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            Known known = Known.of(cells.get(0), cells.get(1).isEmpty() ? null : cells.get(1));
            return Arguments.of(known, cells.get(2), Boolean.valueOf(cells.get(3)));
        });
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_function_gives_what_the_table_says(Known known, String condition, boolean holds) {
        Rule rule = Rule.parse(condition);

        assertThat(known.satisfies(rule, NOW)).isEqualTo(holds);
        assertThat(known.satisfies(rule.not(), NOW)).isEqualTo(!holds);
        assertThat(Rule.parse(rule.text())).isEqualTo(rule);
    }

    @Test
    void every_function_has_a_row() {
        assertThat(FactFunctions.builtIn())
                .allSatisfy(function -> assertThat(TABLE).contains(function.name() + "("));
    }

    @Test
    void a_text_compares_with_another_fact_in_any_case() {
        assertThat(new Known("text", "Paris", "PARIS").satisfies(Rule.parse("lower(text) = otherText"), NOW))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-27, FEBRUARY_28, 17",
        "2026-02-28, FEBRUARY_28, 18",
        "2026-02-28, MARCH_1, 17",
        "2026-03-01, MARCH_1, 18",
        "2028-02-28, FEBRUARY_28, 19",
        "2028-02-29, MARCH_1, 20"
    })
    void who_was_born_on_29_february_grows_older_by_the_chosen_policy(String day, LeapDay policy, int age) {
        EvaluationContext context =
                NOW.withNow(Instant.parse(day + "T12:00:00Z")).withLeapDay(policy);

        assertThat(Known.of("birthday", "2008-02-29").satisfies(Rule.parse("age(birthday) = " + age), context))
                .isTrue();
    }

    @Test
    void the_week_begins_on_the_chosen_day() {
        Known saturday = Known.of("date", "2026-03-14");

        assertThat(saturday.satisfies(Rule.parse("date IN THIS WEEK"), NOW)).isTrue();
        assertThat(saturday.satisfies(Rule.parse("date IN THIS WEEK"), NOW.withWeekStart(DayOfWeek.SUNDAY)))
                .isFalse();
        assertThat(NOW.withWeekStart(DayOfWeek.SUNDAY).withNow(NOW.now()).weekStart())
                .isEqualTo(DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "age(birthday) > 3, birthday, 1990-03-16, 2026-03-16T00:00:00Z",
        "age(birthday) > 3, birthday, 1990-03-15, 2027-03-15T00:00:00Z",
        "daysSince(date) > 3, date, 2026-01-01, 2026-03-16T00:00:00Z",
        "date IN THIS MONTH, date, 2026-01-01, 2026-03-31T23:00:00Z"
    })
    void a_verdict_holds_until_the_calendar_changes_it(String rule, String type, String value, Instant until) {
        Segments<Known> segments = Segments.of(Known.FACTS, Segment.of("s", rule));

        assertThat(segments.at(NOW).of(Known.of(type, value)).validUntil()).contains(until);
    }

    @Test
    void functions_are_said_in_both_languages() {
        Explanation explanation = Segments.of(
                        Known.FACTS,
                        Segment.of("s", "age(birthday) >= 18 AND plain(text) = 'x' AND daysSince(date) > 3"))
                .at(NOW)
                .explain("s", Known.of("birthday", "1990-03-15"));

        assertThat(explanation.lines(Locale.ENGLISH))
                .contains(
                        "    [x] age by birthday is at least 18: yes; seen: 36",
                        "    [ ] text (in any case, accents aside) is 'x': no, for want of data; not known",
                        "    [ ] days since date is above 3: no, for want of data; not known");
        assertThat(explanation.lines(Locale.FRENCH))
                .contains(
                        "    [x] l'âge selon birthday vaut au moins 18 : oui ; vu : 36",
                        "    [ ] text (sans égard à la casse ni aux accents) est 'x' : non, faute de données ; aucune valeur",
                        "    [ ] le nombre de jours depuis date dépasse 3 : non, faute de données ; aucune valeur");
    }

    @ParameterizedTest
    @CsvSource({
        "a*, aaa, true",
        "a*, '', true",
        "a+, '', false",
        "(ab|c)+, abcab, true",
        "(ab|c)+, abca, false",
        "[^0-9]*, abc, true",
        "[^0-9]*, a1, false",
        "[a\\-z]+, a-z, true",
        "[a\\-z]+, b, false",
        "'a{2,3}', aa, true",
        "'a{2,3}', aaaa, false",
        "'a{2,}', aaaaa, true",
        "a{0}, '', true",
        "x?y, y, true",
        "\\w+\\s\\w+, Tea Cup, true",
        "(a|b|), '', true",
        "a||b, '', true",
        ".é., xéx, true",
        "\\., a, false",
        "\\.\\*, .*, true",
        "[]]+, ], true"
    })
    void a_pattern_fits_the_whole_text(String pattern, String text, boolean fits) {
        assertThat(LinearPattern.parse(pattern).matches(text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"(a*)*b", "(a|a)*b", "(a|aa)+b", "(.*)(.*)(.*)(.*)b", "((((){999}){999}){999}){999}a*b", "'a{0,999}b'"})
    void no_pattern_takes_longer_than_the_text_is_long(String pattern) {
        String text = "a".repeat(5_000);
        long start = System.nanoTime();

        assertThat(LinearPattern.parse(pattern).matches(text)).isFalse();
        assertThat(LikePattern.parse("%a".repeat(400) + "b").matches(text)).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_pattern_agrees_with_the_one_of_the_jdk_on_random_texts() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String pattern = piece(random, 3);
            String text = random.ints(random.nextInt(8), 'a', 'd')
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());

            assertThat(LinearPattern.parse(pattern).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(text.matches(pattern));
        }
    }

    private static String piece(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 7)) {
            case 0 -> Character.toString('a' + random.nextInt(3));
            case 1 -> ".";
            case 2 -> random.nextBoolean() ? "[ab]" : "[^a]";
            case 3 -> "(" + piece(random, depth - 1) + "|" + piece(random, depth - 1) + ")";
            case 4 -> "(" + piece(random, depth - 1) + ")" + "*+?".charAt(random.nextInt(3));
            case 5 -> "(" + piece(random, depth - 1) + "){" + random.nextInt(3) + "," + (2 + random.nextInt(2)) + "}";
            default -> piece(random, depth - 1) + piece(random, depth - 1);
        };
    }
}
