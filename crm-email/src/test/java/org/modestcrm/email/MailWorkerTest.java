package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modestcrm.contact.InMemorySuppressionList;
import org.modestcrm.contact.Suppression;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.email.feedback.DeliveryEvent;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.MailState;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxEntry;
import org.modestcrm.outbox.OutboxMail;

class MailWorkerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final EmailAddress ALICE = EmailAddress.of("alice@example.org");

    private final Outbox outbox = new InMemoryOutbox();
    private final RecordingTransport transport = new RecordingTransport();
    private final SuppressionList suppressions = new InMemorySuppressionList();
    private final List<MailProblem> problems = new ArrayList<>();
    private final List<DeliveryEvent> events = new ArrayList<>();
    private final Moving clock = new Moving();
    private final MailWorker.Builder settings = MailWorker.builder(outbox, transport)
            .clock(clock)
            .suppressions(suppressions)
            .problems(problems::add)
            .events(events::add);

    private static final class Moving extends Clock {
        private Instant now = NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static OutboxMail mail(int number) {
        MailKey key = new MailKey("order-confirmation", OrderNumber.of(Integer.toString(number)), 1);
        byte[] content = ("Message-ID: <" + number + "@shop.example>\r\n\r\nHello").getBytes(StandardCharsets.US_ASCII);
        return new OutboxMail(
                key, EmailAddress.of("orders@shop.example"), ALICE, content, NOW.plus(Duration.ofDays(3)));
    }

    private MailState state(int number) {
        return outbox.find(mail(number).key()).map(OutboxEntry::state).orElseThrow();
    }

    @Test
    void a_mail_refused_for_now_waits_longer_each_time() {
        MailWorker worker = settings.build();
        outbox.putIfAbsent(mail(1));
        List<Duration> pauses = new ArrayList<>();

        for (int i = 0; i < 4; i++) {
            transport.answering(new SendResult.Later("451 4.7.1 greylisted"));
            worker.deliver();
            Duration pause = Duration.between(clock.instant(), ((MailState.Retry) state(1)).at());
            pauses.add(pause);
            clock.pass(pause);
        }
        worker.deliver();

        assertThat(pauses.get(0)).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(75));
        assertThat(pauses.get(1)).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(375));
        assertThat(pauses.get(2)).isBetween(Duration.ofMinutes(15), Duration.ofSeconds(1125));
        assertThat(pauses.get(3)).isBetween(Duration.ofHours(1), Duration.ofMinutes(75));
        assertThat(state(1)).isEqualTo(new MailState.Sent(clock.instant(), "250 recorded"));
        assertThat(transport.sent()).containsExactly(mail(1));
    }

    @Test
    void a_mail_is_given_up_when_the_next_attempt_would_be_too_late() {
        MailWorker worker = settings.build();
        outbox.putIfAbsent(mail(1));
        IntStream.range(0, 99).forEach(i -> transport.answering(new SendResult.Later("451 later")));

        while (state(1) instanceof MailState.Queued || state(1) instanceof MailState.Retry) {
            worker.deliver();
            clock.pass(Duration.ofMinutes(10));
        }

        assertThat(state(1)).isInstanceOf(MailState.Failed.class);
        assertThat(problems).extracting(MailProblem::code).containsExactly(MailProblem.Code.MAIL_NOT_SENT);
        assertThat(problems.get(0).text()).startsWith("given up after ").endsWith(" attempts: 451 later");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void old_mails_never_flood_out() {
        outbox.putIfAbsent(mail(1));
        clock.pass(Duration.ofDays(3));

        assertThat(settings.build().deliver()).isEqualTo(new OrderMails.Delivery(0, 0, 0, 0, 1));
        assertThat(state(1)).isEqualTo(new MailState.Expired(clock.instant()));
        assertThat(problems.get(0).text()).isEqualTo("too old since 2026-03-04T09:00:00Z");
    }

    @Test
    void a_suppressed_address_is_left_alone_and_the_reason_told() {
        suppressions.record(
                new Suppression(Channel.EMAIL, ALICE.value(), Suppression.Reason.HARD_BOUNCE, "550 5.1.1", NOW));
        outbox.putIfAbsent(mail(1));

        settings.build().deliver();

        assertThat(state(1))
                .isEqualTo(new MailState.Suppressed(
                        NOW, "suppression on EMAIL for HARD_BOUNCE since 2026-03-01T09:00:00Z"));
        assertThat(problems.get(0).text()).isEqualTo("suppression on EMAIL for HARD_BOUNCE since 2026-03-01T09:00:00Z");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void a_complaint_does_not_keep_order_mails_back() {
        suppressions.record(new Suppression(Channel.EMAIL, ALICE.value(), Suppression.Reason.COMPLAINT, "abuse", NOW));
        outbox.putIfAbsent(mail(1));

        assertThat(settings.build().deliver().sent()).isEqualTo(1);
    }

    @Test
    void a_refused_mail_is_not_tried_again_and_told() {
        transport.answering(new SendResult.Refused("550 5.1.1 no such user"));
        outbox.putIfAbsent(mail(1));
        settings.build().deliver();
        clock.pass(Duration.ofDays(1));

        assertThat(settings.build().deliver()).isEqualTo(OrderMails.Delivery.NONE);
        assertThat(state(1)).isEqualTo(new MailState.Failed(NOW, "550 5.1.1 no such user"));
        assertThat(events).extracting(DeliveryEvent::type).containsExactly(DeliveryEvent.Type.BOUNCED);
        assertThat(events.get(0)).hasToString("BOUNCED <1@shop.example> NO_SUCH_MAILBOX 5.1.1");
    }

    @ParameterizedTest
    @EnumSource
    void a_doubtful_mail_goes_out_again_or_is_held(WhenUnknown policy) {
        MailWorker worker = settings.whenUnknown(policy).build();
        transport.answering(new SendResult.Unknown("no reply"));
        outbox.putIfAbsent(mail(1));
        outbox.putIfAbsent(mail(2));
        outbox.claim(NOW.minus(Duration.ofHours(1)), Duration.ofMinutes(10), 2);

        worker.deliver();
        clock.pass(Duration.ofHours(1));
        worker.deliver();

        boolean again = policy == WhenUnknown.SEND_AGAIN;
        assertThat(transport.sent()).hasSize(again ? 3 : 0);
        assertThat(problems)
                .extracting(MailProblem::code)
                .hasSize(again ? 0 : 2)
                .containsOnly(again ? new MailProblem.Code[0] : new MailProblem.Code[] {MailProblem.Code.MAIL_HELD});
        assertThat(state(2)).isInstanceOf(again ? MailState.Sent.class : MailState.Unknown.class);
    }

    @Test
    void a_server_that_is_down_is_left_in_peace_and_no_mail_is_lost() {
        MailWorker worker = settings.build();
        IntStream.rangeClosed(1, 60).forEach(i -> outbox.putIfAbsent(mail(i)));
        transport.answering(new SendResult.Later("nothing listens on smtp:587"));

        assertThat(worker.deliver().retried()).isEqualTo(50);
        assertThat(worker.deliver()).isEqualTo(OrderMails.Delivery.NONE);
        assertThat(transport.sent()).isEmpty();
        clock.pass(Duration.ofSeconds(30));
        worker.deliver();
        clock.pass(Duration.ofMinutes(2));
        worker.deliver();
        assertThat(transport.sent()).hasSize(60);
    }

    @Test
    void mails_to_one_domain_go_out_evenly() {
        MailWorker worker = settings.perDomainAndMinute(6).build();
        IntStream.rangeClosed(1, 9).forEach(i -> outbox.putIfAbsent(mail(i)));
        List<Integer> sent = new ArrayList<>();

        for (int i = 0; i < 9; i++) {
            worker.deliver();
            sent.add(transport.sent().size());
            clock.pass(Duration.ofSeconds(10));
        }

        assertThat(sent).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void a_worker_that_is_stopped_leaves_the_rest_to_others() {
        IntStream.rangeClosed(1, 5).forEach(i -> outbox.putIfAbsent(mail(i)));
        List<MailWorker> self = new ArrayList<>();
        List<OutboxMail> taken = new ArrayList<>();
        self.add(MailWorker.builder(outbox, mail -> {
                    taken.add(mail);
                    self.get(0).stop();
                    return new SendResult.Accepted("250");
                })
                .clock(clock)
                .build());

        self.get(0).run();

        assertThat(taken).hasSize(1);
        assertThat(settings.build().deliver().sent()).isEqualTo(4);
    }

    @Test
    void a_transport_that_throws_loses_no_mail() {
        outbox.putIfAbsent(mail(1));
        MailWorker broken = MailWorker.builder(outbox, mail -> {
                    throw new IllegalStateException("boom");
                })
                .clock(clock)
                .build();

        broken.deliver();
        clock.pass(Duration.ofMinutes(2));

        assertThat(settings.build().deliver().sent()).isEqualTo(1);
    }
}
