package org.modestcrm.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;

class InMemoryEventLogTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final InMemoryEventLog log = new InMemoryEventLog();

    private void saved(String customer) {
        CustomerId id = CustomerId.of(customer);
        log.append(
                id,
                number -> new Event.CustomerSaved(
                        number, NINE, Customer.builder(id).build()));
    }

    private List<Long> claim(Instant now, int max) {
        return log.claim("mails", now, LEASE, max).stream()
                .map(waiting -> waiting.event().id().value())
                .toList();
    }

    @Test
    void a_lane_is_in_the_hands_of_one_worker_until_its_lease_ends() {
        log.register("mails", Event.class);
        saved("a");
        saved("b");
        saved("a");

        assertThat(claim(NINE, 10)).containsExactly(1L, 2L, 3L);
        assertThat(claim(NINE, 10)).isEmpty();
        assertThat(claim(NINE.plus(LEASE), 10)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_lane_is_free_once_all_that_was_claimed_of_it_is_delivered() {
        log.register("mails", Event.class);
        saved("a");
        saved("a");
        assertThat(claim(NINE, 1)).containsExactly(1L);

        log.delivered("mails", new EventId(1));

        assertThat(claim(NINE, 10)).containsExactly(2L);
        assertThat(log.waiting("mails")).isEqualTo(1);
    }

    @Test
    void what_is_given_back_waits_until_its_moment() {
        log.register("mails", Event.class);
        saved("a");
        claim(NINE, 10);

        log.putBack("mails", new EventId(1), NINE.plusSeconds(5));

        assertThat(claim(NINE.plusSeconds(4), 10)).isEmpty();
        assertThat(claim(NINE.plusSeconds(5), 10)).containsExactly(1L);
    }

    @Test
    void a_subscriber_gets_its_type_from_when_it_is_known() {
        saved("a");
        log.register("mails", Event.OrderRecorded.class);
        saved("a");
        log.register("mails", Event.class);
        saved("a");

        assertThat(claim(NINE, 10)).containsExactly(3L);
        log.unregister("mails");
        assertThatThrownBy(() -> log.waiting("mails"))
                .hasMessage("subscriber \"mails\" is not registered (expected: one of [])");
    }

    @Test
    void an_erased_person_leaves_no_event() {
        log.register("mails", Event.class);
        saved("a");
        saved("b");

        log.remove(List.of(CustomerId.of("a")));

        assertThat(claim(NINE, 10)).containsExactly(2L);
        assertThat(log.waiting("mails")).isEqualTo(1);
    }

    @Test
    void keys_are_kept_until_they_are_forgotten() {
        InMemoryFactKeys keys = new InMemoryFactKeys();
        FactKey key = FactKey.of("k");

        assertThat(keys.putIfAbsent(key, "order 1", NINE)).isEqualTo(new FactKeys.Use("order 1", FactKeys.State.FIRST));
        assertThat(keys.putIfAbsent(key, "order 2", NINE))
                .isEqualTo(new FactKeys.Use("order 1", FactKeys.State.REPEATED));
        assertThat(keys.forget(NINE)).isZero();
        assertThat(keys.forget(NINE.plusSeconds(1))).isEqualTo(1);
        assertThat(keys.putIfAbsent(key, "order 2", NINE).state()).isEqualTo(FactKeys.State.FIRST);
    }
}
