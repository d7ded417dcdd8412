package org.modestcrm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.contact.ContactSuccess.Journey;
import org.modestcrm.contact.ContactSuccess.Row;
import org.modestcrm.customer.Channel;

class ContactSuccessTest {
    private static Instant day(int day) {
        return Instant.parse("2026-03-01T09:00:00Z").plusSeconds(86_400L * day);
    }

    private static Journey journey(int contacts, int... successes) {
        return Journey.of(
                ContactHistory.of(IntStream.rangeClosed(1, contacts)
                        .mapToObj(n -> new PastContact(Channel.EMAIL, MessageClass.MARKETING, day(10 * n)))
                        .toList()),
                IntStream.of(successes).mapToObj(ContactSuccessTest::day).toList());
    }

    @Test
    void a_success_belongs_to_the_last_contact_before_it() {
        List<Row> rows = ContactSuccess.report(List.of(
                journey(3, 15), // after the first
                journey(3, 25, 35), // after the second; the later one counts no more
                journey(2), // never
                journey(1, 5), // before any contact
                journey(0, 5)));

        assertThat(rows).containsExactly(new Row(1, 4, 1), new Row(2, 2, 1));
        assertThat(rows.get(0).rate()).isEqualTo(0.25);
        assertThat(ContactSuccess.report(List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-02T07:59:59Z, 2026-03-02T08:00:00Z", // Monday before nine in Paris
        "2026-03-02T08:00:00Z, 2026-03-02T08:00:00Z",
        "2026-03-02T17:00:00Z, 2026-03-04T08:00:00Z", // closed on Tuesday
        "2026-03-06T16:59:59Z, 2026-03-06T16:59:59Z",
        "2026-03-27T17:00:00Z, 2026-03-30T07:00:00Z" // over the weekend the clocks go forward
    })
    void somebody_is_there_in_opening_hours(Instant at, Instant expected) {
        OpeningHours hours = OpeningHours.in(ZoneId.of("Europe/Paris"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(18, 0))
                .closed(LocalDate.of(2026, 3, 3))
                .build();

        assertThat(hours.earliest(at)).contains(expected);
    }

    @Test
    void hours_that_never_open_never_do() {
        assertThat(OpeningHours.in(ZoneId.of("UTC")).build().earliest(day(0))).isEmpty();
        assertThatThrownBy(() -> OpeningHours.in(ZoneId.of("UTC"))
                        .open(DayOfWeek.MONDAY, DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.NOON))
                .hasMessage("opening hours: from 12:00 to 12:00 (expected: an end later on the same day)");
    }
}
