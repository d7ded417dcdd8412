package org.modestcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.email.SendResult;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

class RecordingTransportTest {
    private static final SendResult BUSY = new SendResult.Later("421 busy");
    private static final SendResult NO_REPLY = new SendResult.Unknown("no reply");

    private static OutboxMail mail(String order) {
        return new OutboxMail(
                new MailKey("order-confirmation", OrderNumber.of(order), 1),
                EmailAddress.of("orders@shop.example"),
                EmailAddress.of("alice@example.org"),
                "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void it_accepts_until_told_otherwise_and_remembers() {
        RecordingTransport transport = new RecordingTransport();

        assertThat(transport.send(mail("1"))).isEqualTo(new SendResult.Accepted("250 recorded"));
        assertThat(transport.send(mail("2"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(transport.sent()).containsExactly(mail("1"), mail("2"));
    }

    @Test
    void answers_are_given_in_turn_and_refused_mails_are_attempts_only() {
        RecordingTransport transport =
                new RecordingTransport().answering(BUSY, NO_REPLY).answeringLike(mail -> new SendResult.Refused("550"));

        assertThat(transport.send(mail("1"))).isEqualTo(BUSY);
        assertThat(transport.send(mail("2"))).isEqualTo(NO_REPLY);
        assertThat(transport.send(mail("3"))).isEqualTo(new SendResult.Refused("550"));
        assertThat(transport.send(mail("4"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(transport.sent()).containsExactly(mail("2"), mail("4"));
        assertThat(transport.attempts()).containsExactly(mail("1"), mail("2"), mail("3"), mail("4"));
    }

    @Test
    void a_server_may_be_down_for_good() {
        RecordingTransport transport = new RecordingTransport().usually(mail -> BUSY);

        assertThat(transport.send(mail("1"))).isEqualTo(BUSY);
        assertThat(transport.send(mail("1"))).isEqualTo(BUSY);
        assertThat(transport.sent()).isEmpty();
    }
}
