package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.PostalAddress;

class SegmentAnalysisTest {
    private static final EvaluationContext NOW =
            EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);

    private static SegmentEvaluator<CustomerHistory> segments() {
        return Segments.of(
                        CustomerHistory.facts(),
                        Segment.of("french", "country = 'FR'"),
                        Segment.of("french-speaking", "country IN ('FR', 'BE')"),
                        Segment.of("in-paris", "country = 'FR' AND city = 'Paris' OR country = 'US'"))
                .at(NOW);
    }

    private static Stream<CustomerHistory> customers() {
        return Stream.of(
                living("1", "FR", "Paris"),
                living("2", "FR", "Lyon"),
                living("3", "BE", "Mons"),
                living("4", "US", "Paris"));
    }

    private static CustomerHistory living(String id, String country, String city) {
        Customer customer = Customer.builder(CustomerId.of(id))
                .address(PostalAddress.builder()
                        .line("1")
                        .city(city)
                        .country(country)
                        .build())
                .build();
        return new CustomerHistory(customer, List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void an_overlap_counts_every_pair_of_segments() {
        SegmentOverlap overlap = segments().overlap(customers());

        assertThat(overlap.segments()).containsExactly("french", "french-speaking", "in-paris");
        assertThat(overlap.both("french", "french")).isEqualTo(2);
        assertThat(overlap.both("french", "french-speaking")).isEqualTo(2);
        assertThat(overlap.both("in-paris", "french-speaking")).isEqualTo(1);
        assertThat(overlap.only("french-speaking", "french")).isEqualTo(1);
        assertThat(overlap.only("french", "french-speaking")).isZero();
        assertThatThrownBy(() -> overlap.both("french", "frensh"))
                .hasMessage("segment \"frensh\" is unknown (did you mean french?)");
    }

    @Test
    void a_changed_rule_tells_who_would_enter_and_who_would_leave_before_it_is_saved() {
        assertThat(segments().difference("french", "in-paris", customers()))
                .isEqualTo(new SegmentDifference(Set.of("4"), Set.of("2"), 1));
    }

    @Test
    void a_difference_needs_customers_that_can_be_told_apart() {
        SegmentEvaluator<Shopper> noKey =
                Segments.of(Shopper.FACTS, Segment.of("s", "country = 'FR'")).at(NOW);

        assertThatThrownBy(() -> noKey.difference("s", "s", Stream.of(Shopper.of(""))))
                .hasMessage("customers have no key (expected: FactCatalogue.Builder.key)");
    }
}
