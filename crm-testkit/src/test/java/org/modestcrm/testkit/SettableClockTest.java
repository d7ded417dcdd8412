package org.modestcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettableClockTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-03-01T09:00Z, 2026-03-01T09:00:00Z",
        "2026-03-01T09:00:30.5Z, 2026-03-01T09:00:30.500Z",
        "2026-03-01T10:00+01:00, 2026-03-01T09:00:00Z",
        "2026-03-01, 2026-03-01T12:00:00Z"
    })
    void a_moment_is_written_as_an_instant_or_a_date(String text, Instant expected) {
        assertThat(SettableClock.at(text).instant()).isEqualTo(expected);
    }

    @Test
    void a_moment_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> SettableClock.at("2026-02-30"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time \"2026-02-30\" (expected: a date such as 2026-03-01, or an instant such as"
                        + " 2026-03-01T09:00Z)");
    }

    @Test
    void it_stands_still_until_it_is_moved() {
        SettableClock clock = SettableClock.at("2026-03-01T09:00Z");

        Instant before = clock.instant();
        Instant after = clock.advance(Duration.ofDays(30));

        assertThat(before).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(after).isEqualTo("2026-03-31T09:00:00Z").isEqualTo(clock.instant());
        assertThat(clock).hasToString("clock at 2026-03-31T09:00:00Z");
    }

    @Test
    void it_can_be_turned_back() {
        SettableClock clock = SettableClock.at("2026-03-01T09:00Z");

        clock.set("2026-02-01T09:00Z");

        assertThat(clock.instant()).isEqualTo("2026-02-01T09:00:00Z");
    }

    @Test
    void a_clock_of_another_zone_moves_with_it() {
        SettableClock clock = SettableClock.at("2026-03-01T09:00Z");
        Clock paris = clock.withZone(ZoneId.of("Europe/Paris"));

        clock.advance(Duration.ofHours(1));

        assertThat(paris.instant()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(paris.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void time_does_not_pass_backwards() {
        SettableClock clock = SettableClock.at("2026-03-01T09:00Z");

        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("advance: PT-1S (expected: zero or more; SettableClock.set turns a clock back)");
    }
}
