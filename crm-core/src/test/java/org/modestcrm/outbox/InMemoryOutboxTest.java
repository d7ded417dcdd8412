package org.modestcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.order.OrderNumber;

class InMemoryOutboxTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Outbox outbox = new InMemoryOutbox();

    private static OutboxMail mail(String order) {
        String content = "Subject: x\r\nMessage-Id: <" + order + "@shop.example>\r\n\r\nMessage-ID: <body@x>\r\n";
        EmailAddress shop = EmailAddress.of("orders@shop.example");
        return new OutboxMail(
                new MailKey("order-confirmation", OrderNumber.of(order), 1),
                shop,
                EmailAddress.of("alice@example.org"),
                content.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void the_first_mail_of_a_key_stays() {
        outbox.putIfAbsent(mail("1"));
        OutboxMail other =
                new OutboxMail(mail("1").key(), mail("1").sender(), mail("1").recipient(), new byte[0]);

        assertThat(outbox.putIfAbsent(other).mail()).isEqualTo(mail("1"));
    }

    @Test
    void a_claimed_mail_is_left_alone_until_its_lease_ends_and_is_doubtful_then() {
        outbox.putIfAbsent(mail("1"));

        assertThat(outbox.claim(NOW, LEASE, 9))
                .extracting(OutboxEntry::state)
                .containsExactly(new MailState.Sending(NOW.plus(LEASE), false));
        assertThat(outbox.claim(NOW.plus(LEASE).minusNanos(1), LEASE, 9)).isEmpty();
        assertThat(outbox.claim(NOW.plus(LEASE), LEASE, 9))
                .extracting(OutboxEntry::state)
                .containsExactly(new MailState.Sending(NOW.plus(LEASE).plus(LEASE), true));
    }

    @Test
    void the_oldest_due_mails_come_first_and_ended_ones_never() {
        outbox.putIfAbsent(mail("1"));
        outbox.putIfAbsent(mail("2"));
        outbox.putIfAbsent(mail("3"));
        outbox.update(mail("1").key(), new MailState.Expired(NOW));
        outbox.update(mail("2").key(), new MailState.Retry(NOW.plusSeconds(60), 1, "421"));

        assertThat(outbox.claim(NOW, LEASE, 9)).extracting(OutboxEntry::mail).containsExactly(mail("3"));
        assertThat(outbox.claim(NOW.plusSeconds(60), LEASE, 9))
                .extracting(OutboxEntry::mail)
                .containsExactly(mail("2"));
    }

    @Test
    void a_bounce_finds_its_mail_by_the_id_of_the_header() {
        outbox.putIfAbsent(mail("1"));

        assertThat(outbox.findByMessageId("<1@shop.example>"))
                .map(OutboxEntry::mail)
                .contains(mail("1"));
        assertThat(outbox.findByMessageId("<body@x>")).isEmpty();
    }

    @Test
    void an_unknown_mail_cannot_be_updated() {
        assertThatThrownBy(() -> outbox.update(mail("9").key(), new MailState.Queued()))
                .hasMessage("order-confirmation of order 9 revision 1 is not in the outbox"
                        + " (expected: a mail that was claimed)");
    }

    @Test
    void a_key_names_its_part() {
        assertThat(new MailKey("shipped", OrderNumber.of("7"), 1, "P-2"))
                .hasToString("shipped of order 7 revision 1 part P-2");
    }
}
