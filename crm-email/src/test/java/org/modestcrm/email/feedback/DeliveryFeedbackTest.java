package org.modestcrm.email.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.Crm;
import org.modestcrm.contact.InMemorySuppressionList;
import org.modestcrm.contact.Suppression;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxMail;

class DeliveryFeedbackTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final EmailAddress ALICE = EmailAddress.of("alice@example.org");
    private static final CustomerId ID = CustomerId.of("c-1");

    private final Outbox outbox = new InMemoryOutbox();
    private final SuppressionList suppressions = new InMemorySuppressionList();
    private final Crm crm = Crm.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
    private final DeliveryFeedback feedback = new DeliveryFeedback(outbox, suppressions, crm);

    @BeforeEach
    void an_order_whose_mail_was_sent() {
        crm.record(Customer.builder(ID).email(ALICE).build());
        crm.record(Order.builder(OrderNumber.of("17"), Money.currencyOf("EUR"))
                .customer(ID)
                .placedAt(NOW)
                .email(ALICE)
                .line(new OrderLine("A", "Mug", 1, Money.of("1", "EUR")))
                .build());
        outbox.putIfAbsent(new OutboxMail(
                new MailKey("order-confirmation", OrderNumber.of("17"), 1),
                EmailAddress.of("orders@shop.example"),
                ALICE,
                "Message-ID: <abc@shop.example>\r\n\r\nHello".getBytes(StandardCharsets.US_ASCII)));
    }

    private DeliveryEvent bounced(String reply, Instant at) {
        return new DeliveryEvent(DeliveryEvent.Type.BOUNCED, ALICE, "<abc@shop.example>", Diagnosis.ofReply(reply), at);
    }

    private DeliveryState state() {
        return crm.customers().find(ID).orElseThrow().contactPoints().stream()
                .map(ContactPoint::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_bounce_suppresses_the_address_marks_it_and_stands_on_the_timeline() {
        IncomingReport report = new BounceReader()
                .read(new ByteArrayInputStream(
                        BounceReaderTest.DSN.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));

        report.events(NOW).forEach(feedback::accept);
        report.events(NOW).forEach(feedback::accept);

        assertThat(suppressions.find(Channel.EMAIL, ALICE.value()))
                .contains(new Suppression(
                        Channel.EMAIL, ALICE.value(), Suppression.Reason.HARD_BOUNCE, "NO_SUCH_MAILBOX 5.1.1", NOW));
        assertThat(state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(crm.interactions().of(ID))
                .extracting(Interaction::type, Interaction::subject)
                .containsExactly(tuple("mail-bounced", "NO_SUCH_MAILBOX 5.1.1"));
    }

    @ParameterizedTest(name = "{0}: suppressed {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.7.1 Message rejected as spam | false | OK",
                "550 5.7.1 Client host blocked using Spamhaus | false | OK",
                "550 5.7.26 DMARC check failed | false | OK",
                "550 5.7.1 rejected by local policy | false | OK",
                "554 5.7.1 Relay access denied | false | OK",
                "450 4.1.1 User unknown in table | false | DOUBTFUL",
                "552 5.2.2 Mailbox full | false | DOUBTFUL",
                "550 5.1.1 No such user | true | BOUNCED"
            })
    void only_what_speaks_of_the_address_suppresses_it(String reply, boolean suppressed, DeliveryState state) {
        feedback.accept(bounced(reply, NOW));

        assertThat(suppressions.find(Channel.EMAIL, ALICE.value()).isPresent()).isEqualTo(suppressed);
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void a_mailbox_full_three_times_in_two_weeks_is_left_alone() {
        feedback.accept(bounced("552 5.2.2 Mailbox full", NOW));
        feedback.accept(bounced("552 5.2.2 Mailbox full", NOW.plus(Duration.ofDays(20))));
        feedback.accept(bounced("552 5.2.2 Mailbox full", NOW.plus(Duration.ofDays(22))));
        assertThat(suppressions.find(Channel.EMAIL, ALICE.value())).isEmpty();

        feedback.accept(bounced("552 5.2.2 Mailbox full", NOW.plus(Duration.ofDays(24))));

        assertThat(suppressions.find(Channel.EMAIL, ALICE.value()))
                .map(Suppression::reason)
                .contains(Suppression.Reason.MAILBOX_UNUSABLE);
    }

    @Test
    void a_complaint_does_not_weaken_what_is_known() {
        feedback.accept(bounced("550 5.1.1 No such user", NOW));
        feedback.accept(new DeliveryEvent(
                DeliveryEvent.Type.COMPLAINED,
                ALICE,
                "<abc@shop.example>",
                new Diagnosis(Reason.COMPLAINT, "", "abuse"),
                NOW));

        assertThat(suppressions.find(Channel.EMAIL, ALICE.value()))
                .map(Suppression::reason)
                .contains(Suppression.Reason.HARD_BOUNCE);
    }

    @Test
    void news_of_a_mail_we_never_sent_is_ignored() {
        DeliveryEvent forged = new DeliveryEvent(
                DeliveryEvent.Type.BOUNCED,
                ALICE,
                "<guess@shop.example>",
                Diagnosis.ofReply("550 5.1.1 unknown user"),
                NOW);

        assertThat(feedback.accept(forged)).isFalse();
        assertThat(suppressions.find(Channel.EMAIL, ALICE.value())).isEmpty();
        assertThat(crm.interactions().of(ID)).isEmpty();
    }
}
