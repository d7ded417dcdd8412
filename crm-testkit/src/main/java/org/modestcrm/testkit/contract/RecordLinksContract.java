package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.RecordLinks;
import org.modestcrm.source.RecordPair;

/** What every {@link RecordLinks} must do. Extend it, return yours from {@link #emptyLinks()}, run it. */
public abstract class RecordLinksContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final RecordKey A = RecordKey.of("webshop", "a");
    private static final RecordKey B = RecordKey.of("webshop", "b");
    private static final RecordKey C = RecordKey.of("till", "Ω \"c\"");

    /** For subclasses. */
    protected RecordLinksContract() {}

    /**
     * Links to test.
     *
     * @return a store in which nothing is held of any record
     */
    protected abstract RecordLinks emptyLinks();

    private static RecordLink link(RecordKey one, RecordKey other, LinkStatus status) {
        return new RecordLink(RecordPair.of(one, other), status, RecordLink.Evidence.stated("said so"), "carla", NOW);
    }

    @Test
    void nothing_is_held_of_strangers() {
        RecordLinks links = emptyLinks();
        links.record(link(A, B, LinkStatus.AUTO));

        assertThat(links.find(RecordPair.of(A, C))).isEmpty();
        assertThat(links.of(C)).isEmpty();
        assertThat(links.history(RecordPair.of(A, C))).isEmpty();
    }

    @Test
    void a_link_comes_back_with_every_part() {
        RecordLinks links = emptyLinks();
        RecordLink link = new RecordLink(
                RecordPair.of(C, A),
                LinkStatus.REVIEW,
                new RecordLink.Evidence(-12.3456789, "same phone, \"Zoë\" ~ Zoe \ud83d\ude00", "2026-01"),
                "matcher é",
                NOW);

        links.record(link);

        assertThat(links.find(RecordPair.of(A, C))).contains(link);
        assertThat(links.of(A)).containsExactly(link);
        assertThat(links.of(C)).containsExactly(link);
        assertThat(links.history(RecordPair.of(A, C))).containsExactly(link);
    }

    @Test
    void a_new_link_takes_the_place_of_the_old_one_which_stays_in_the_history() {
        RecordLinks links = emptyLinks();
        RecordLink auto = link(A, B, LinkStatus.AUTO);
        RecordLink forbidden = link(B, A, LinkStatus.FORBIDDEN);
        links.record(auto);

        links.record(forbidden);

        assertThat(links.find(RecordPair.of(A, B))).contains(forbidden);
        assertThat(links.of(A)).containsExactly(forbidden);
        assertThat(links.history(RecordPair.of(A, B))).containsExactly(auto, forbidden);
    }

    @Test
    void what_was_held_twice_is_told_twice() {
        RecordLinks links = emptyLinks();
        RecordLink auto = link(A, B, LinkStatus.AUTO);
        RecordLink forbidden = link(A, B, LinkStatus.FORBIDDEN);
        List.of(auto, forbidden, auto).forEach(links::record);

        assertThat(links.find(RecordPair.of(A, B))).contains(auto);
        assertThat(links.history(RecordPair.of(A, B))).containsExactly(auto, forbidden, auto);
    }

    @Test
    void the_links_of_a_record_come_by_the_key_of_the_other() {
        RecordLinks links = emptyLinks();
        RecordKey before = RecordKey.of("till", "z");
        RecordLink first = link(B, before, LinkStatus.REVIEW);
        RecordLink second = link(B, A, LinkStatus.FORBIDDEN);
        RecordLink third = link(B, RecordKey.of("webshop", "c"), LinkStatus.AUTO);
        List.of(third, first, second).forEach(links::record);

        assertThat(links.of(B)).containsExactly(first, second, third);
        assertThat(links.of(A)).containsExactly(second);
    }

    @Test
    void records_that_differ_in_case_are_different() {
        RecordLinks links = emptyLinks();
        RecordKey upper = RecordKey.of("webshop", "A");
        links.record(link(A, B, LinkStatus.AUTO));

        assertThat(links.find(RecordPair.of(upper, B))).isEmpty();
        links.record(link(A, upper, LinkStatus.FORBIDDEN));
        assertThat(links.of(upper)).hasSize(1);
    }

    @Test
    void links_of_many_threads_are_all_in_the_history() {
        RecordLinks links = emptyLinks();

        Together.run(() -> {
            for (int i = 0; i < 25; i++) {
                links.record(link(A, B, LinkStatus.AUTO));
            }
            return links;
        });

        assertThat(links.history(RecordPair.of(A, B))).hasSize(25 * Together.THREADS);
    }

    @Test
    void what_was_held_of_a_record_that_is_taken_out_is_forgotten() {
        RecordLinks links = emptyLinks();
        RecordLink left = link(B, C, LinkStatus.AUTO);
        links.record(link(A, B, LinkStatus.AUTO));
        links.record(link(A, C, LinkStatus.FORBIDDEN));
        links.record(left);

        links.remove(A);
        links.remove(RecordKey.of("till", "nobody"));

        assertThat(links.of(A)).isEmpty();
        assertThat(links.history(RecordPair.of(A, B))).isEmpty();
        assertThat(links.find(RecordPair.of(A, C))).isEmpty();
        assertThat(links.of(B)).containsExactly(left);
        assertThat(links.of(C)).containsExactly(left);
    }
}
