package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.interaction.Visit;
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
                .message("<812@shop.example>")
                .messageClass("SERVICE")
                .outcome("clicked")
                .visit(new Visit("/mug?é=\ud83d\ude00", Duration.ofMillis(1234), "MUG-1"))
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
    void a_contact_handed_in_again_is_kept_once() {
        InteractionLog log = emptyLog();
        log.record(complete());

        assertThat(log.record(complete())).isEqualTo(Recorded.UNCHANGED);
        assertThat(log.of(ALICE)).containsExactly(complete());
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

    @Test
    void another_contact_of_a_known_id_is_refused_and_nothing_is_written() {
        InteractionLog log = emptyLog();
        Interaction first = visit("webshop", "1", "2026-02-01T00:00:00Z").build();
        Interaction other =
                visit("webshop", "1", "2026-02-01T00:00:00Z").customer(BOB).build();
        log.record(first);

        assertThatThrownBy(() -> log.record(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interaction 1 of webshop");
        assertThat(log.of(ALICE)).containsExactly(first);
        assertThat(log.of(BOB)).isEmpty();
    }

    @Test
    void many_contacts_are_kept_and_each_is_answered() {
        InteractionLog log = emptyLog();
        Interaction known = visit("webshop", "1", "2026-02-01T00:00:00Z").build();
        log.record(known);

        List<Recorded> answers = log.recordAll(List.of(complete(), known, complete()));

        assertThat(answers).containsExactly(Recorded.NEW, Recorded.UNCHANGED, Recorded.UNCHANGED);
        assertThat(log.of(ALICE)).containsExactly(complete(), known);
    }

    @Test
    void of_many_none_is_kept_when_one_is_refused() {
        InteractionLog log = emptyLog();
        Interaction one = visit("webshop", "1", "2026-02-01T00:00:00Z").build();
        Interaction other = visit("webshop", "1", "2026-03-01T00:00:00Z").build();

        assertThatThrownBy(() -> log.recordAll(List.of(complete(), one, other)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.of(ALICE)).isEmpty();
    }

    @Test
    void a_contact_is_found_by_source_and_id() {
        InteractionLog log = emptyLog();
        log.record(complete());

        assertThat(log.find(complete().source(), complete().externalId())).contains(complete());
        assertThat(log.find("webshop", complete().externalId())).isEmpty();
        assertThat(log.find(complete().source(), "1")).isEmpty();
    }

    @Test
    void a_page_tells_the_newest_contacts_of_all_ids_first() {
        InteractionLog log = emptyLog();
        Instant february = Instant.parse("2026-02-01T00:00:00Z");
        Interaction old = visit("a", "1", "2026-01-01T00:00:00Z").build();
        Interaction first = visit("a", "2", "2026-02-01T00:00:00Z").build();
        Interaction second =
                visit("b", "1", "2026-02-01T00:00:00Z").customer(BOB).build();
        Interaction late = visit("a", "3", "2026-03-01T00:00:00Z").build();
        List.of(old, first, second, late).forEach(log::record);
        List<CustomerId> both = List.of(ALICE, BOB);

        assertThat(log.page(both, Before.atOrBefore(february), 10)).containsExactly(second, first, old);
        assertThat(log.page(both, Before.atOrBefore(february), 2)).containsExactly(second, first);
        assertThat(log.page(both, Before.thing(february, "b/1"), 10)).containsExactly(first, old);
        assertThat(log.page(both, Before.strictly(february), 10)).containsExactly(old);
        assertThat(log.page(List.of(BOB), Before.atOrBefore(february), 10)).containsExactly(second);
    }

    @Test
    void messages_are_those_that_press_on_the_customer() {
        InteractionLog log = emptyLog();
        Interaction early = visit("mail", "1", "2026-01-01T00:00:00Z")
                .customer(BOB)
                .direction(Direction.OUTBOUND)
                .messageClass("MARKETING")
                .build();
        log.record(complete());
        log.record(early);
        log.record(visit("webshop", "2", "2026-02-01T00:00:00Z").build());

        assertThat(log.messages(List.of(ALICE, BOB))).containsExactly(early, complete());
        assertThat(log.messages(List.of(BOB))).containsExactly(early);
    }

    @Test
    void what_was_taken_out_is_gone_and_may_come_again() {
        InteractionLog log = emptyLog();
        Interaction others =
                visit("webshop", "2", "2026-02-01T00:00:00Z").customer(BOB).build();
        log.record(complete());
        log.record(others);

        log.remove(List.of(ALICE, CustomerId.of("nobody")));

        assertThat(log.of(ALICE)).isEmpty();
        assertThat(log.find(complete().source(), complete().externalId())).isEmpty();
        assertThat(log.of(BOB)).containsExactly(others);
        assertThat(log.record(complete())).isEqualTo(Recorded.NEW);
    }
}
