package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.email.SendResult;
import org.modestcrm.email.Transport;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

/**
 * What every {@link Transport} must do. Extend it, return yours from {@link #transport()} and {@link #brokenTransport()},
 * tell what arrived in {@link #arrived()}, run it. Needs crm-email on the class path.
 */
@SuppressWarnings("exports") // crm-email is there where it is used
public abstract class TransportContract {
    private static final String BODY = "Hello Alice,\r\n.\r\n..two dots\r\n\r\n.end\r\n" + "x".repeat(900) + "\r\n";

    /** For subclasses. */
    protected TransportContract() {}

    /**
     * A transport to test.
     *
     * @return one that reaches a server
     */
    protected abstract Transport transport();

    /**
     * A transport whose mails cannot leave for now.
     *
     * @return one that reaches no server
     */
    protected abstract Transport brokenTransport();

    /**
     * What the server of {@link #transport()} was given.
     *
     * @return whole messages, oldest first; lines a server adds to the top are allowed
     */
    protected abstract List<byte[]> arrived();

    private static OutboxMail mail(String order, String body) {
        String content = "From: orders@shop.example\r\nTo: alice@example.org\r\nSubject: order " + order
                + "\r\nMessage-ID: <" + order + "@shop.example>\r\n\r\n" + body;
        return new OutboxMail(
                new MailKey("order-confirmation", OrderNumber.of(order), 1),
                EmailAddress.of("orders@shop.example"),
                EmailAddress.of("alice@example.org"),
                content.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> arrivedTexts() {
        return arrived().stream()
                .map(message -> new String(message, StandardCharsets.US_ASCII))
                .toList();
    }

    @Test
    void a_mail_that_is_taken_arrives_as_it_was_made() {
        Transport transport = transport();

        SendResult result = transport.send(mail("1", BODY));

        assertThat(result).isInstanceOf(SendResult.Accepted.class);
        assertThat(arrivedTexts())
                .singleElement()
                .satisfies(text -> assertThat(text.stripTrailing())
                        .contains("Message-ID: <1@shop.example>")
                        .endsWith(BODY.stripTrailing()));
    }

    @Test
    void the_server_is_quoted() {
        SendResult result = transport().send(mail("1", BODY));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SendResult.Accepted.class,
                        accepted -> assertThat(accepted.reply()).isNotBlank());
    }

    @Test
    void two_mails_arrive_in_turn() {
        Transport transport = transport();

        transport.send(mail("1", BODY));
        transport.send(mail("2", BODY));

        assertThat(arrivedTexts()).hasSize(2);
        assertThat(arrivedTexts().get(0)).contains("Subject: order 1");
        assertThat(arrivedTexts().get(1)).contains("Subject: order 2");
    }

    @Test
    void a_mail_that_cannot_leave_now_is_told_to_come_back_later() {
        SendResult result = brokenTransport().send(mail("1", BODY));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SendResult.Later.class,
                        later -> assertThat(later.why()).isNotBlank().doesNotContain("alice@"));
    }

    @Test
    void mails_of_many_threads_all_arrive() {
        Transport transport = transport();

        List<SendResult> results =
                Together.run(() -> transport.send(mail(Thread.currentThread().getName(), BODY)));

        assertThat(results).hasSize(Together.THREADS).allMatch(SendResult.Accepted.class::isInstance);
        assertThat(arrived()).hasSize(Together.THREADS);
    }
}
