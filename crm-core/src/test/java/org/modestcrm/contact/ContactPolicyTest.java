package org.modestcrm.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.customer.Channel;

class ContactPolicyTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Message OFFER = Message.of(Channel.EMAIL, MessageClass.MARKETING);

    private static ContactHistory sent(String... instants) {
        return ContactHistory.of(List.of(instants).stream()
                .map(at -> new PastContact(Channel.EMAIL, MessageClass.MARKETING, Instant.parse(at)))
                .toList());
    }

    private static String decide(ContactPolicy policy, ContactHistory history, Message message, String at) {
        ContactDecision decision = policy.decide(history, message, Instant.parse(at), PARIS);
        if (decision instanceof ContactDecision.Deferred deferred) {
            return "until " + deferred.until() + ": " + deferred.refusal().reason();
        }
        return decision instanceof ContactDecision.Refused refused
                ? "refused: " + refused.refusal().reason()
                : "allowed";
    }

    @Test
    void a_policy_without_rules_allows_everything() {
        assertThat(decide(ContactPolicy.builder().build(), sent(), OFFER, "2026-03-01T09:00:00Z"))
                .isEqualTo("allowed");
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-03-03T09:00:00Z, until 2026-03-08T09:00:00Z: at most 2 in any PT168H",
        "2026-03-08T08:59:59Z, until 2026-03-08T09:00:00Z: at most 2 in any PT168H",
        "2026-03-08T09:00:00Z, allowed"
    })
    void a_rolling_cap_has_room_again_one_window_after_the_first(String at, String expected) {
        ContactPolicy policy = ContactPolicy.builder()
                .cap(ContactCap.of(2, Window.rolling(Duration.ofDays(7))))
                .build();

        assertThat(decide(policy, sent("2026-03-02T09:00:00Z", "2026-03-01T09:00:00Z"), OFFER, at))
                .isEqualTo(expected);
    }

    @Test
    void a_calendar_cap_counts_the_customers_own_days() {
        ContactPolicy policy =
                ContactPolicy.builder().cap(ContactCap.of(1, Window.day())).build();

        assertThat(decide(policy, sent("2026-03-01T22:30:00Z"), OFFER, "2026-03-01T22:45:00Z"))
                .isEqualTo("until 2026-03-01T23:00:00Z: at most 1 in a calendar day");
    }

    @Test
    void a_lifetime_cap_refuses_for_good() {
        ContactPolicy policy = ContactPolicy.builder()
                .cap(ContactCap.of(1, Window.lifetime()).on(Channel.EMAIL).of(MessageClass.MARKETING))
                .build();

        assertThat(decide(policy, sent("2020-03-01T22:30:00Z"), OFFER, "2026-03-01T22:45:00Z"))
                .isEqualTo("refused: at most 1 in a lifetime on EMAIL of MARKETING");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-01T19:59:59Z, allowed",
        "2026-03-01T20:00:00Z, until 2026-03-02T07:00:00Z: quiet from 21:00 to 08:00 in Europe/Paris",
        "2026-03-02T06:59:59Z, until 2026-03-02T07:00:00Z: quiet from 21:00 to 08:00 in Europe/Paris",
        "2026-03-02T07:00:00Z, allowed",
        // the night the clocks go forward, and the one they go back
        "2026-03-28T22:00:00Z, until 2026-03-29T06:00:00Z: quiet from 21:00 to 08:00 in Europe/Paris",
        "2026-10-24T22:00:00Z, until 2026-10-25T07:00:00Z: quiet from 21:00 to 08:00 in Europe/Paris"
    })
    void quiet_hours_go_by_the_customers_clock(String at, String expected) {
        ContactPolicy policy = ContactPolicy.builder()
                .quietHours(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)))
                .build();

        assertThat(decide(policy, sent(), OFFER, at)).isEqualTo(expected);
    }

    @Test
    void transactional_messages_always_pass_and_are_counted() {
        ContactPolicy policy =
                ContactPolicy.builder().cap(ContactCap.of(1, Window.day())).build();
        ContactHistory confirmed = ContactHistory.of(List.of(
                new PastContact(Channel.EMAIL, MessageClass.TRANSACTIONAL, Instant.parse("2026-03-01T09:00:00Z"))));

        assertThat(decide(
                        policy,
                        sent("2026-03-01T09:00:00Z"),
                        Message.of(Channel.EMAIL, MessageClass.TRANSACTIONAL),
                        "2026-03-01T09:00:00Z"))
                .isEqualTo("allowed");
        assertThat(decide(policy, confirmed, OFFER, "2026-03-01T10:00:00Z"))
                .isEqualTo("until 2026-03-01T23:00:00Z: at most 1 in a calendar day");
    }

    @Test
    void messages_of_high_priority_may_exceed_a_cap_that_exempts_them() {
        ContactPolicy policy = ContactPolicy.builder()
                .cap(ContactCap.of(1, Window.day()).exempting(5))
                .build();
        Message urgent = new Message(Channel.EMAIL, MessageClass.MARKETING, 5);

        assertThat(decide(policy, sent("2026-03-01T09:00:00Z"), urgent, "2026-03-01T09:01:00Z"))
                .isEqualTo("allowed");
    }

    @Test
    void planned_messages_leave_no_room_before_them_either() {
        ContactPolicy policy =
                ContactPolicy.builder().minimumGap(Duration.ofHours(24)).build();

        assertThat(decide(policy, sent("2026-03-02T09:00:00Z"), OFFER, "2026-03-01T12:00:00Z"))
                .isEqualTo("until 2026-03-03T09:00:00Z: at most 1 in any PT24H");
        assertThat(decide(policy, sent("2026-03-02T09:00:00Z"), OFFER, "2026-03-01T09:00:00Z"))
                .isEqualTo("allowed");
    }
}
