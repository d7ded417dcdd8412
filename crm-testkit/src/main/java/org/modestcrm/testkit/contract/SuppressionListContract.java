package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.contact.Suppression;
import org.modestcrm.contact.Suppression.Reason;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.customer.Channel;

/** What every {@link SuppressionList} must do. Extend it, return yours from {@link #emptyList()}, run it. */
public abstract class SuppressionListContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final String ALICE = "alice@example.org";

    /** For subclasses. */
    protected SuppressionListContract() {}

    /**
     * A list to test.
     *
     * @return one without addresses
     */
    protected abstract SuppressionList emptyList();

    private static Suppression suppression(Channel channel, String address, Reason reason) {
        return new Suppression(channel, address, reason, "5.1.1 \"é\" \ud83d\ude00", NOW);
    }

    @Test
    void an_address_nobody_suppressed_may_be_written_to() {
        SuppressionList list = emptyList();
        list.record(suppression(Channel.EMAIL, ALICE, Reason.COMPLAINT));

        assertThat(list.find(Channel.EMAIL, "bob@example.org")).isEmpty();
        assertThat(list.find(Channel.of("LOUNGE"), ALICE)).isEmpty();
    }

    @Test
    void a_suppression_comes_back_with_every_part() {
        SuppressionList list = emptyList();
        Suppression given = suppression(Channel.EMAIL, ALICE, Reason.HARD_BOUNCE);

        assertThat(list.record(given)).isEqualTo(given);
        assertThat(list.find(Channel.EMAIL, ALICE)).contains(given);
        assertThat(list.all()).containsExactly(given);
    }

    @Test
    void an_address_is_found_in_any_spelling() {
        SuppressionList list = emptyList();
        Suppression mail = list.record(suppression(Channel.EMAIL, "Alice@Example.org", Reason.OBJECTION));
        Suppression phone = list.record(suppression(Channel.SMS, "+33 1 23-45", Reason.SHOP));

        assertThat(list.find(Channel.EMAIL, "aLICE@example.ORG")).contains(mail);
        assertThat(list.find(Channel.SMS, "+33 (1) 2345")).contains(phone);
    }

    @Test
    void the_first_suppression_of_an_address_stands() {
        SuppressionList list = emptyList();
        Suppression first = list.record(suppression(Channel.EMAIL, ALICE, Reason.HARD_BOUNCE));

        assertThat(list.record(suppression(Channel.EMAIL, "ALICE@example.org", Reason.COMPLAINT)))
                .isEqualTo(first);
        assertThat(list.find(Channel.EMAIL, ALICE)).contains(first);
        assertThat(list.all()).hasSize(1);
    }

    @Test
    void an_address_taken_out_in_any_spelling_may_be_written_to_again() {
        SuppressionList list = emptyList();
        Suppression other = list.record(suppression(Channel.EMAIL, "bob@example.org", Reason.SHOP));
        list.record(suppression(Channel.EMAIL, ALICE, Reason.SHOP));

        list.remove(Channel.EMAIL, "ALICE@example.org");
        list.remove(Channel.EMAIL, "nobody@example.org");

        assertThat(list.find(Channel.EMAIL, ALICE)).isEmpty();
        assertThat(list.all()).containsExactly(other);
    }

    @Test
    void an_address_suppressed_by_many_threads_is_suppressed_once() {
        SuppressionList list = emptyList();

        List<Suppression> answers = Together.run(() -> list.record(new Suppression(
                Channel.EMAIL, ALICE, Reason.SHOP, Thread.currentThread().getName(), NOW)));

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(list.all()).hasSize(1);
    }
}
