package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.MailState;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxEntry;
import org.modestcrm.outbox.OutboxMail;

/** What every {@link Outbox} must do. Extend it, return yours from {@link #emptyOutbox()}, run it. */
public abstract class OutboxContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** For subclasses. */
    protected OutboxContract() {}

    /**
     * An outbox to test.
     *
     * @return one that holds no mail
     */
    protected abstract Outbox emptyOutbox();

    private static MailKey key(String order) {
        return new MailKey("order-confirmation", OrderNumber.of(order), 1);
    }

    private static OutboxMail mail(String order) {
        return mail(key(order), 1000);
    }

    private static OutboxMail mail(MailKey key, int bytes) {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) i;
        }
        return new OutboxMail(
                key, EmailAddress.of("orders@shop.example"), EmailAddress.of("Alice@example.org"), content);
    }

    private static List<String> orders(List<OutboxEntry> entries) {
        return entries.stream().map(entry -> entry.mail().key().order().value()).toList();
    }

    private static List<OutboxEntry> all(Outbox outbox) {
        try (var all = outbox.all()) {
            return all.toList();
        }
    }

    @Test
    void an_unknown_key_finds_no_mail() {
        Outbox outbox = emptyOutbox();
        outbox.putIfAbsent(mail("1"));

        assertThat(outbox.find(key("2"))).isEmpty();
        assertThat(outbox.find(new MailKey("order-confirmation", OrderNumber.of("1"), 2)))
                .isEmpty();
        assertThat(outbox.find(new MailKey("shipping-notice", OrderNumber.of("1"), 1)))
                .isEmpty();
    }

    @Test
    void a_mail_comes_back_byte_for_byte_and_waits() {
        Outbox outbox = emptyOutbox();
        OutboxMail large = mail(key("1"), 300_000);

        OutboxEntry entry = outbox.putIfAbsent(large);

        assertThat(entry).isEqualTo(new OutboxEntry(large, new MailState.Queued(), 0));
        assertThat(outbox.find(key("1"))).contains(entry);
        assertThat(all(outbox)).containsExactly(entry);
    }

    @Test
    void the_first_mail_of_a_key_stands() {
        Outbox outbox = emptyOutbox();
        outbox.putIfAbsent(mail("1"));
        outbox.update(key("1"), new MailState.Sent(NOW, "250 ok"));

        OutboxEntry entry = outbox.putIfAbsent(mail(key("1"), 2000));

        assertThat(entry).isEqualTo(new OutboxEntry(mail("1"), new MailState.Sent(NOW, "250 ok"), 0));
        assertThat(all(outbox)).containsExactly(entry);
    }

    @Test
    void a_mail_put_by_many_threads_is_one_mail() {
        Outbox outbox = emptyOutbox();

        List<OutboxEntry> entries = Together.run(() -> outbox.putIfAbsent(mail("1")));

        assertThat(entries).allMatch(entry -> entry.mail().equals(mail("1")));
        assertThat(all(outbox)).hasSize(1);
    }

    @Test
    void a_claimed_mail_is_leased_and_its_attempt_counted() {
        Outbox outbox = emptyOutbox();
        outbox.putIfAbsent(mail("1"));
        OutboxEntry leased = new OutboxEntry(mail("1"), new MailState.Sending(NOW.plus(LEASE), false), 1);

        assertThat(outbox.claim(NOW, LEASE, 10)).containsExactly(leased);
        assertThat(outbox.find(key("1"))).contains(leased);
    }

    @Test
    void the_oldest_mails_are_claimed_first_and_no_more_than_asked() {
        Outbox outbox = emptyOutbox();
        List.of("3", "1", "2").forEach(order -> outbox.putIfAbsent(mail(order)));

        assertThat(orders(outbox.claim(NOW, LEASE, 2))).containsExactly("3", "1");
        assertThat(orders(outbox.claim(NOW, LEASE, 2))).containsExactly("2");
        assertThat(outbox.claim(NOW, LEASE, 2)).isEmpty();
    }

    @Test
    void a_mail_whose_worker_died_is_claimed_again_when_the_lease_ends() {
        Outbox outbox = emptyOutbox();
        outbox.putIfAbsent(mail("1"));
        outbox.claim(NOW, LEASE, 1);

        assertThat(outbox.claim(NOW.plus(LEASE).minusMillis(1), LEASE, 1)).isEmpty();
        assertThat(outbox.claim(NOW.plus(LEASE), LEASE, 1))
                .containsExactly(new OutboxEntry(
                        mail("1"), new MailState.Sending(NOW.plus(LEASE).plus(LEASE), true), 2));
    }

    @Test
    void a_mail_to_be_retried_is_claimed_when_its_time_has_come() {
        Outbox outbox = emptyOutbox();
        outbox.putIfAbsent(mail("1"));
        outbox.claim(NOW, LEASE, 1);
        MailState retry = new MailState.Retry(NOW.plusSeconds(60), 1, "421 busy");

        outbox.update(key("1"), retry);

        assertThat(outbox.find(key("1"))).contains(new OutboxEntry(mail("1"), retry, 1));
        assertThat(outbox.claim(NOW.plusSeconds(60).minusMillis(1), LEASE, 1)).isEmpty();
        assertThat(outbox.claim(NOW.plusSeconds(60), LEASE, 1))
                .extracting(OutboxEntry::attempts)
                .containsExactly(2);
    }

    @Test
    void what_is_sent_failed_or_unknown_is_never_claimed_again() {
        for (MailState end : List.of(
                new MailState.Sent(NOW, "250 ok"),
                new MailState.Failed(NOW, "550 no"),
                new MailState.Unknown(NOW, "no reply"))) {
            Outbox outbox = emptyOutbox();
            outbox.putIfAbsent(mail("1"));
            outbox.claim(NOW, LEASE, 1);

            outbox.update(key("1"), end);

            assertThat(outbox.find(key("1"))).contains(new OutboxEntry(mail("1"), end, 1));
            assertThat(outbox.claim(NOW.plus(Duration.ofDays(365)), LEASE, 1)).isEmpty();
        }
    }

    @Test
    void a_mail_that_is_not_there_cannot_be_updated() {
        Outbox outbox = emptyOutbox();

        assertThatThrownBy(() -> outbox.update(key("1"), new MailState.Queued()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order-confirmation of order 1 revision 1");
        assertThat(all(outbox)).isEmpty();
    }

    @Test
    void all_mails_come_oldest_first_whatever_became_of_them() {
        Outbox outbox = emptyOutbox();
        List.of("3", "1", "2").forEach(order -> outbox.putIfAbsent(mail(order)));
        outbox.claim(NOW, LEASE, 1);
        outbox.update(key("3"), new MailState.Sent(NOW, "250 ok"));

        assertThat(orders(all(outbox))).containsExactly("3", "1", "2");
    }

    @Test
    void no_mail_is_claimed_by_two_workers() {
        Outbox outbox = emptyOutbox();
        IntStream.range(0, 100).forEach(i -> outbox.putIfAbsent(mail("" + i)));

        List<List<String>> claimed = Together.run(() -> IntStream.range(0, 40)
                .mapToObj(i -> orders(outbox.claim(NOW, LEASE, 3)))
                .flatMap(List::stream)
                .toList());

        assertThat(claimed.stream().flatMap(List::stream)).hasSize(100).doesNotHaveDuplicates();
    }
}
