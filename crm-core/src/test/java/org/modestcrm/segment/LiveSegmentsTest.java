package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modestcrm.segment.SegmentChange.Cause;
import org.modestcrm.segment.SegmentChange.Kind;

class LiveSegmentsTest {
    private static final Instant MARCH = Instant.parse("2026-03-15T12:00:00Z");
    private static final EvaluationContext PARIS = EvaluationContext.at(MARCH, ZoneId.of("Europe/Paris"));

    private static LiveSegments<CustomerHistory> recentBuyers() {
        return LiveSegments.of(
                Segments.of(CustomerHistory.facts(), Segment.of("recent", "orders(placed IN LAST 90 DAYS).count > 0")),
                PARIS);
    }

    @Test
    void who_bought_is_in_at_once_and_out_at_the_very_instant_the_window_has_passed() {
        LiveSegments<CustomerHistory> live = recentBuyers();
        CustomerHistory alice = ExplanationTest.alice();
        Instant passed = Instant.parse("2026-04-10T22:00:00Z");

        assertThat(live.recorded(alice, MARCH))
                .containsExactly(new SegmentChange("c-81", "recent", Kind.ENTERED, Cause.FACT, MARCH));
        assertThat(live.nextDue()).contains(passed);
        assertThat(live.due(passed.minusNanos(1), 10, key -> Optional.of(alice)))
                .isEmpty();
        assertThat(live.due(passed.plusSeconds(86_400), 10, key -> Optional.of(alice)))
                .containsExactly(new SegmentChange("c-81", "recent", Kind.LEFT, Cause.TIME, passed));
        assertThat(live.members("recent")).isEmpty();
        assertThat(live.nextDue()).isEmpty();
    }

    @Test
    void what_is_known_already_changes_nothing() {
        LiveSegments<CustomerHistory> live = recentBuyers();
        live.recorded(ExplanationTest.alice(), MARCH);

        assertThat(live.recorded(ExplanationTest.alice(), MARCH)).isEmpty();
        assertThat(live.segmentsOf("c-81")).containsExactly("recent");
        assertThat(live.segmentsOf("nobody")).isEmpty();
    }

    @Test
    void whoever_is_gone_is_forgotten() {
        LiveSegments<CustomerHistory> live = recentBuyers();
        live.recorded(ExplanationTest.alice(), MARCH);

        assertThat(live.due(Instant.parse("2027-01-01T00:00:00Z"), 10, key -> Optional.empty()))
                .isEmpty();
        assertThat(live.members("recent")).isEmpty();
        live.recorded(ExplanationTest.alice(), MARCH);
        live.forget("c-81");
        assertThat(live.nextDue()).isEmpty();
    }

    @Test
    void customers_must_be_told_apart() {
        Segments<Shopper> noKey = Segments.of(Shopper.FACTS, Segment.of("s", "country = 'FR'"));

        assertThatThrownBy(() -> LiveSegments.of(noKey, PARIS))
                .hasMessage("customers have no key (expected: FactCatalogue.Builder.key)");
    }
}
