package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.order.OrderNumber;

/** What every {@link InteractionLog} must do. Extend it, return yours from {@link #emptyLog()}, run it. */
public abstract class InteractionLogContract {
    private static final CustomerId ALICE = CustomerId.of("alice-martin");
    private static final CustomerId BOB = CustomerId.of("bob-stone");

    /** For subclasses. */
    protected InteractionLogContract() {}

    /**
     * A log to test.
     *
     * @return one that holds nothing
     */
    protected abstract InteractionLog emptyLog();

    private static Interaction.Builder visit(String source, String externalId, String at) {
        return Interaction.builder(source, externalId)
                .customer(ALICE)
                .channel(Channel.WEB)
                .direction(Direction.INBOUND)
                .type("visit")
                .at(Instant.parse(at));
    }

    private static Interaction complete() {
        return Interaction.builder("desk", "Ω \"mail\" 812")
                .customer(ALICE)
                .channel(Channel.of("LOUNGE"))
                .direction(Direction.OUTBOUND)
                .type("mail-sent")
                .at(Instant.parse("2026-01-02T03:04:05.678901Z"))
                .topic("returns")
                .subject("Zoë's mug \ud83d\ude00 arrived broken")
                .order(OrderNumber.of("2026-17"))
                .build();
    }

    @Test
    void nobody_was_in_touch_with_a_stranger() {
        InteractionLog log = emptyLog();
        log.record(complete());

        assertThat(log.of(BOB)).isEmpty();
    }

    @Test
    void a_contact_comes_back_with_every_part() {
        InteractionLog log = emptyLog();

        assertThat(log.record(complete())).isEqualTo(Recorded.NEW);
        assertThat(log.of(ALICE)).containsExactly(complete());
    }

    @Test
    void a_contact_handed_in_again_is_kept_as_it_was_first() {
        InteractionLog log = emptyLog();
        Interaction first = visit("webshop", "1", "2026-02-01T00:00:00Z").build();
        log.record(first);

        assertThat(log.record(first)).isEqualTo(Recorded.UNCHANGED);
        assertThat(log.record(visit("webshop", "1", "2026-03-01T00:00:00Z")
                        .customer(BOB)
                        .build()))
                .isEqualTo(Recorded.UNCHANGED);
        assertThat(log.of(ALICE)).containsExactly(first);
        assertThat(log.of(BOB)).isEmpty();
    }

    @Test
    void one_id_of_two_sources_is_two_contacts() {
        InteractionLog log = emptyLog();

        assertThat(log.record(visit("webshop", "1", "2026-02-01T00:00:00Z").build()))
                .isEqualTo(Recorded.NEW);
        assertThat(log.record(visit("desk", "1", "2026-02-01T00:00:00Z").build()))
                .isEqualTo(Recorded.NEW);
        assertThat(log.record(visit("desk", "a", "2026-02-01T00:00:00Z").build()))
                .isEqualTo(Recorded.NEW);
        assertThat(log.record(visit("desk", "A", "2026-02-01T00:00:00Z").build()))
                .isEqualTo(Recorded.NEW);
        assertThat(log.of(ALICE)).hasSize(4);
    }

    @Test
    void contacts_come_by_time_then_source_then_id() {
        InteractionLog log = emptyLog();
        Interaction late = visit("a", "1", "2026-02-03T00:00:00Z").build();
        Interaction third = visit("b", "1", "2026-02-01T00:00:00Z").build();
        Interaction second = visit("a", "3", "2026-02-01T00:00:00Z").build();
        Interaction first = visit("a", "2", "2026-02-01T00:00:00Z").build();
        List.of(late, third, second, first).forEach(log::record);

        assertThat(log.of(ALICE)).containsExactly(first, second, third, late);
    }

    @Test
    void a_contact_handed_in_by_many_threads_is_new_once() {
        InteractionLog log = emptyLog();

        List<Recorded> answers = Together.run(() -> log.record(complete()));

        assertThat(answers).containsOnlyOnce(Recorded.NEW).contains(Recorded.UNCHANGED);
        assertThat(log.of(ALICE)).hasSize(1);
    }
}
