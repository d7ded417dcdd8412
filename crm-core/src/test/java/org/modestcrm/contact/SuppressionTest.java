package org.modestcrm.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.contact.Suppression.Reason;
import org.modestcrm.customer.Channel;

class SuppressionTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");

    private static Suppression suppression(Reason reason) {
        return new Suppression(Channel.EMAIL, "alice@example.org", reason, "550 5.1.1", SINCE);
    }

    @ParameterizedTest(name = "{0}, {1}, after {2} days: {3}")
    @CsvSource({
        "HARD_BOUNCE,  TRANSACTIONAL, 0,    true",
        "HARD_BOUNCE,  MARKETING,     3650, true",
        "MAILBOX_UNUSABLE, TRANSACTIONAL, 29,   true",
        "MAILBOX_UNUSABLE, TRANSACTIONAL, 30,   false",
        "COMPLAINT,        TRANSACTIONAL, 1,    false",
        "COMPLAINT,        SERVICE,       1,    true",
        "COMPLAINT,        MARKETING,     3650, true",
        "OBJECTION,        TRANSACTIONAL, 1,    false",
        "OBJECTION,        MARKETING,     3650, true",
        "SHOP,             TRANSACTIONAL, 3650, true"
    })
    void a_reason_keeps_back_what_it_speaks_of(Reason reason, String messageClass, long days, boolean blocked) {
        assertThat(suppression(reason).blocks(MessageClass.of(messageClass), SINCE.plus(Duration.ofDays(days))))
                .isEqualTo(blocked);
    }

    @Test
    void what_was_sent_before_is_not_judged_by_it() {
        assertThat(suppression(Reason.SHOP).blocks(MessageClass.MARKETING, SINCE.minusNanos(1)))
                .isFalse();
    }

    @Test
    void its_words_name_no_address() {
        assertThat(suppression(Reason.HARD_BOUNCE))
                .hasToString("suppression on EMAIL for HARD_BOUNCE since 2026-03-01T09:00:00Z");
    }
}
