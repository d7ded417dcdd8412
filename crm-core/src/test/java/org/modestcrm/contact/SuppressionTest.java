package org.modestcrm.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.customer.EmailAddress;

class SuppressionTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");
    private static final EmailAddress ADDRESS = EmailAddress.of("alice@example.org");

    private static Suppression suppression(SuppressionReason reason) {
        return new Suppression(ADDRESS, reason, SINCE, "550 5.1.1");
    }

    @ParameterizedTest(name = "{0}, {1}, after {2} days: {3}")
    @CsvSource({
        "NO_SUCH_ADDRESS,  TRANSACTIONAL, 0,    true",
        "NO_SUCH_ADDRESS,  MARKETING,     3650, true",
        "MAILBOX_UNUSABLE, TRANSACTIONAL, 29,   true",
        "MAILBOX_UNUSABLE, TRANSACTIONAL, 30,   false",
        "COMPLAINT,        TRANSACTIONAL, 1,    false",
        "COMPLAINT,        SERVICE,       1,    true",
        "COMPLAINT,        MARKETING,     3650, true",
        "BLOCKED,          TRANSACTIONAL, 3650, true"
    })
    void a_reason_keeps_back_what_it_speaks_of(
            SuppressionReason reason, String messageClass, long days, boolean blocked) {
        assertThat(suppression(reason).blocks(MessageClass.of(messageClass), SINCE.plus(Duration.ofDays(days))))
                .isEqualTo(blocked);
    }

    @Test
    void what_was_sent_before_is_not_judged_by_it() {
        assertThat(suppression(SuppressionReason.BLOCKED).blocks(MessageClass.MARKETING, SINCE.minusNanos(1)))
                .isFalse();
    }

    @Test
    void its_words_name_no_address() {
        assertThat(suppression(SuppressionReason.NO_SUCH_ADDRESS))
                .hasToString("NO_SUCH_ADDRESS since 2026-03-01T09:00:00Z (550 5.1.1)");
    }

    @Test
    void a_list_keeps_the_latest_and_forgets_when_told() {
        SuppressionList list = new InMemorySuppressionList();
        list.put(suppression(SuppressionReason.COMPLAINT));
        list.put(suppression(SuppressionReason.BLOCKED));

        assertThat(list.find(ADDRESS)).contains(suppression(SuppressionReason.BLOCKED));
        assertThat(list.find(EmailAddress.of("bob@example.org"))).isEmpty();
        list.remove(ADDRESS);
        assertThat(list.find(ADDRESS)).isEmpty();
    }
}
