package org.modestcrm.email.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.customer.EmailAddress;

class BounceReaderTest {
    private static final EmailAddress ALICE = EmailAddress.of("alice@example.org");

    /** In the form of RFC 3464, appendix E. */
    static final String DSN = """
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@mx.example>
            To: bounces@shop.example
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            I could not deliver your message.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; alice@example.org
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <alice@example.org>: Recipient
             address rejected: User unknown

            --b
            Content-Type: message/rfc822

            From: Shop <orders@shop.example>
            To: alice@example.org
            Message-ID: <abc@shop.example>
            Subject: Your order

            Hello
            --b--
            """;

    /** In the form of RFC 5965, appendix B. */
    private static final String COMPLAINT = """
            From: <abuse@provider.example>
            Subject: FW: Your order
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="b"

            --b
            Content-Type: text/plain

            This is an email abuse report.

            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: SomeGenerator/1.0
            Version: 1
            Original-Rcpt-To: <alice@example.org>

            --b
            Content-Type: message/rfc822

            From: Shop <orders@shop.example>
            Message-ID: <abc@shop.example>
            Subject: Your order

            Hello
            --b--
            """;

    private static IncomingReport read(String mail) {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new BounceReader().read(new ByteArrayInputStream(bytes));
    }

    @Test
    void a_report_of_delivery_names_reader_reason_and_mail() {
        IncomingReport report = read(DSN);

        assertThat(report.kind()).isEqualTo(IncomingReport.Kind.BOUNCE);
        assertThat(report.messageId()).isEqualTo("<abc@shop.example>");
        assertThat(report.recipients()).extracting(RecipientReport::recipient).containsExactly(ALICE);
        assertThat(report.recipients().get(0)).hasToString("NO_SUCH_MAILBOX 5.1.1");
        assertThat(report.events(Instant.EPOCH))
                .extracting(DeliveryEvent::type)
                .containsExactly(DeliveryEvent.Type.BOUNCED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "failed, BOUNCE, BOUNCED",
        "delayed, DELAYED, DELAYED",
        "delivered, DELIVERED, DELIVERED",
        "relayed, DELIVERED, DELIVERED"
    })
    void the_action_says_what_became_of_it(String action, IncomingReport.Kind kind, DeliveryEvent.Type event) {
        IncomingReport report = read(DSN.replace("Action: failed", "Action: " + action));

        assertThat(report.kind()).isEqualTo(kind);
        assertThat(report.events(Instant.EPOCH)).extracting(DeliveryEvent::type).containsExactly(event);
    }

    @Test
    void two_readers_have_two_reasons() {
        IncomingReport report = read(DSN.replace("""
                 address rejected: User unknown
                """, """
                 address rejected: User unknown

                Final-Recipient: rfc822; bob@example.org
                Action: failed
                Status: 5.2.2
                Diagnostic-Code: smtp; 552 5.2.2 Mailbox full
                """));

        assertThat(report.recipients())
                .extracting(RecipientReport::toString)
                .containsExactly("NO_SUCH_MAILBOX 5.1.1", "MAILBOX_FULL 5.2.2");
    }

    @Test
    void a_complaint_names_reader_and_mail() {
        IncomingReport report = read(COMPLAINT);

        assertThat(report.kind()).isEqualTo(IncomingReport.Kind.COMPLAINT);
        assertThat(report.messageId()).isEqualTo("<abc@shop.example>");
        assertThat(report.recipients()).extracting(RecipientReport::recipient).containsExactly(ALICE);
    }

    @Test
    void free_text_of_older_servers_is_understood() {
        IncomingReport report = read("""
                From: Mail Delivery System <Mailer-Daemon@mx.example>
                To: bounces@shop.example
                Subject: Mail delivery failed: returning message to sender
                X-Failed-Recipients: alice@example.org

                A message that you sent could not be delivered to one or more of its recipients.

                  alice@example.org
                    SMTP error from remote mail server after RCPT TO:<alice@example.org>:
                    550 5.1.1 unknown user

                ------ This is a copy of your message, including all the headers. ------

                From: Shop <orders@shop.example>
                To: alice@example.org
                Message-ID: <abc@shop.example>

                This mailbox is full of joy.
                """);

        assertThat(report.kind()).isEqualTo(IncomingReport.Kind.BOUNCE);
        assertThat(report.recipients()).extracting(RecipientReport::recipient).containsExactly(ALICE);
        assertThat(report.recipients().get(0)).hasToString("NO_SUCH_MAILBOX 5.1.1");
        assertThat(report.messageId()).isEqualTo("<abc@shop.example>");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | AUTOMATIC",
                "Subject: Out of office: your order | AUTOMATIC",
                "Precedence: bulk | AUTOMATIC",
                "List-Id: <news.example> | AUTOMATIC",
                "Auto-Submitted: no | PERSON",
                "Subject: Where is my order? | PERSON"
            })
    void machines_are_told_from_people(String header, IncomingReport.Kind kind) {
        IncomingReport report =
                read("From: Alice <alice@example.org>\nTo: help@shop.example\n" + header + "\n\nHello, a question.\n");

        assertThat(report.kind()).isEqualTo(kind);
        assertThat(report.events(Instant.EPOCH)).isEmpty();
    }

    @Test
    void no_bytes_make_it_fail() {
        long seed = 20_260_301;
        Random random = new Random(seed);
        byte[] dsn = DSN.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 500; i++) {
            byte[] broken = dsn.clone();
            for (int changes = random.nextInt(1, 40); changes > 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            assertThat(new BounceReader().read(new ByteArrayInputStream(broken)).kind())
                    .as("seed %d, run %d", seed, i)
                    .isNotNull();
        }
    }

    @Test
    void deep_and_large_mails_have_limits() {
        StringBuilder deep = new StringBuilder("From: a@b.example\nMIME-Version: 1.0\n");
        for (int i = 0; i < 500; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(i)
                    .append("\"\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertThat(read(deep + "Content-Type: text/plain\n\nx\n").kind()).isEqualTo(IncomingReport.Kind.PERSON);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> new BounceReader().read(endless))
                .hasMessage("mail of more than 20000000 bytes (expected: a report)");
    }

    @Test
    void a_stream_that_breaks_is_told() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> new BounceReader().read(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("mail: cannot be read (disk)");
    }
}
