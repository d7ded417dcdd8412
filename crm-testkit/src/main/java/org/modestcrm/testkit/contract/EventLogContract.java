package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modestcrm.testkit.Fixtures.aCustomer;
import static org.modestcrm.testkit.Fixtures.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Customer;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventLog;

/** What every {@link EventLog} must do. Extend it, return yours from {@link #emptyLog()}, run it. */
public abstract class EventLogContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Customer ALICE = aCustomer().build();
    private static final Customer BOB = aCustomer().called("Bob Stone").build();
    private static final String MAILS = "mails";

    /** For subclasses. */
    protected EventLogContract() {}

    /**
     * A log to test.
     *
     * @return one without subscribers and events
     */
    protected abstract EventLog emptyLog();

    private EventLog log() {
        EventLog log = emptyLog();
        log.register(MAILS, Event.class);
        return log;
    }

    private static Event saved(EventLog log, Customer customer) {
        return log.append(customer.id(), id -> new Event.CustomerSaved(id, NOW, customer));
    }

    private static Event ordered(EventLog log, Customer customer) {
        return log.append(
                customer.id(),
                id -> new Event.OrderRecorded(id, NOW, orders().of(customer).one()));
    }

    private static Event ofNobody(EventLog log) {
        return log.append(id -> new Event.OrderRecorded(id, NOW, orders().one()));
    }

    private static List<Event> claim(EventLog log, String subscriber, Instant now, int max) {
        return log.claim(subscriber, now, LEASE, max).stream()
                .map(EventLog.Waiting::event)
                .toList();
    }

    private static List<Event> claim(EventLog log, int max) {
        return claim(log, MAILS, NOW, max);
    }

    @Test
    void an_event_waits_until_it_is_taken() {
        EventLog log = log();
        Event event = saved(log, ALICE);

        assertThat(log.waiting(MAILS)).isEqualTo(1);
        assertThat(claim(log, 10)).containsExactly(event);
        assertThat(log.waiting(MAILS)).isEqualTo(1);
        log.delivered(MAILS, event.id());
        assertThat(log.waiting(MAILS)).isZero();
        assertThat(claim(log, MAILS, NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
    }

    @Test
    void an_event_comes_back_with_every_part() {
        EventLog log = log();
        Event event = ordered(log, aCustomer().from("FR").speaking("fr").build());

        assertThat(claim(log, 1)).containsExactly(event);
    }

    @Test
    void numbers_rise() {
        EventLog log = log();

        List<Event> events = List.of(saved(log, ALICE), saved(log, BOB), ofNobody(log), saved(log, ALICE));

        assertThat(events).isSortedAccordingTo(Comparator.comparing(Event::id));
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void a_subscriber_gets_what_is_appended_after_it_is_known() {
        EventLog log = emptyLog();
        saved(log, ALICE);
        log.register(MAILS, Event.class);
        Event after = saved(log, ALICE);

        assertThat(claim(log, 10)).containsExactly(after);
    }

    @Test
    void a_subscriber_gets_only_the_events_it_takes() {
        EventLog log = emptyLog();
        log.register(MAILS, Event.OrderRecorded.class);
        saved(log, ALICE);
        Event order = ordered(log, ALICE);

        assertThat(log.waiting(MAILS)).isEqualTo(1);
        assertThat(claim(log, 10)).containsExactly(order);
    }

    @Test
    void every_subscriber_gets_every_event() {
        EventLog log = log();
        log.register("segments", Event.class);
        Event event = saved(log, ALICE);
        claim(log, 10);
        log.delivered(MAILS, event.id());

        assertThat(log.waiting("segments")).isEqualTo(1);
        assertThat(claim(log, "segments", NOW, 10)).containsExactly(event);
    }

    @Test
    void a_subscriber_that_is_known_already_keeps_what_waits() {
        EventLog log = log();
        Event event = saved(log, ALICE);

        log.register(MAILS, Event.class);

        assertThat(claim(log, 10)).containsExactly(event);
    }

    @Test
    void a_subscriber_that_was_forgotten_begins_anew() {
        EventLog log = log();
        saved(log, ALICE);

        log.unregister(MAILS);
        log.unregister("nobody");
        log.register(MAILS, Event.class);

        assertThat(log.waiting(MAILS)).isZero();
        assertThat(claim(log, 10)).isEmpty();
    }

    @Test
    void a_lane_is_in_one_hand_and_others_do_not_wait_for_it() {
        EventLog log = log();
        Event first = saved(log, ALICE);
        Event second = saved(log, ALICE);
        assertThat(claim(log, 1)).containsExactly(first);

        Event bobs = saved(log, BOB);
        Event nobodys = ofNobody(log);

        assertThat(claim(log, 10)).containsExactly(bobs, nobodys);
        log.delivered(MAILS, first.id());
        assertThat(claim(log, 10)).containsExactly(second);
    }

    @Test
    void events_come_by_number_and_no_more_than_asked() {
        EventLog log = log();
        List<Event> all = List.of(saved(log, BOB), saved(log, ALICE), ofNobody(log), saved(log, BOB));

        assertThat(claim(log, 10)).isEqualTo(all);

        EventLog other = log();
        saved(other, BOB);
        saved(other, ALICE);
        assertThat(claim(other, 1)).hasSize(1);
        assertThat(claim(other, 1)).hasSize(1);
        assertThat(claim(other, 1)).isEmpty();
    }

    @Test
    void events_whose_worker_died_are_handed_out_again_when_the_lease_ends() {
        EventLog log = log();
        List<Event> both = List.of(saved(log, ALICE), saved(log, ALICE));
        claim(log, 10);

        assertThat(claim(log, MAILS, NOW.plus(LEASE).minusMillis(1), 10)).isEmpty();
        assertThat(claim(log, MAILS, NOW.plus(LEASE), 10)).isEqualTo(both);
    }

    @Test
    void an_event_put_back_holds_up_its_lane_until_its_time() {
        EventLog log = log();
        Event first = saved(log, ALICE);
        Event second = saved(log, ALICE);
        Event bobs = saved(log, BOB);
        claim(log, 10);
        log.delivered(MAILS, bobs.id());

        log.putBack(MAILS, first.id(), NOW.plusSeconds(30));
        Event next = saved(log, BOB);

        assertThat(claim(log, MAILS, NOW.plusSeconds(29), 10)).containsExactly(next);
        assertThat(claim(log, MAILS, NOW.plusSeconds(30), 10)).containsExactly(first, second);
    }

    @Test
    void events_of_who_was_erased_are_gone() {
        EventLog log = log();
        saved(log, ALICE);
        log.append(BOB.id(), id -> new Event.CustomerSaved(id, NOW, ALICE));
        Event kept = ofNobody(log);
        saved(log, BOB);

        log.remove(List.of(ALICE.id(), BOB.id()));

        assertThat(log.waiting(MAILS)).isEqualTo(1);
        assertThat(claim(log, 10)).containsExactly(kept);
    }

    @Test
    void no_event_is_handed_out_twice_and_those_of_a_customer_come_in_order() {
        EventLog log = log();
        List<Event> alices = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            alices.add(saved(log, ALICE));
            saved(log, BOB);
        }
        List<Event> taken = Collections.synchronizedList(new ArrayList<>());

        Together.run(() -> {
            while (log.waiting(MAILS) > 0) {
                for (Event event : claim(log, 3)) {
                    taken.add(event);
                    log.delivered(MAILS, event.id());
                }
            }
            return log;
        });

        assertThat(taken).hasSize(100).doesNotHaveDuplicates().containsSubsequence(alices);
    }
}
