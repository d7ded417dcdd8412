package org.modestcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.source.InMemoryRecordLinks;
import org.modestcrm.source.InMemorySourceRecords;
import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.RecordPair;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.source.Survivorship;
import org.modestcrm.source.UnifiedCustomer;
import org.modestcrm.source.UnifiedCustomers;
import org.modestcrm.source.UnifiedCustomers.Decision;

class RecordMatcherTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final InMemorySourceRecords records = new InMemorySourceRecords();
    private final InMemoryRecordLinks links = new InMemoryRecordLinks();
    private final UnifiedCustomers customers = new UnifiedCustomers(records, links, Survivorship.lastUpdated());
    private final RecordMatcher matcher = matcher();

    private RecordMatcher matcher() {
        return RecordMatcher.of(
                IdentityResolver.of(MatchModel.shipped(), IdentitySettings.standard()),
                links,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SourceRecord said(String source, String id, String given) {
        Customer customer = Customer.builder(CustomerId.of(source + id))
                .name(PersonName.of(given, "Lamontagne"))
                .email(EmailAddress.of("jean.lamontagne@example.org"))
                .address(PostalAddress.builder()
                        .line("12 rue Pasteur")
                        .postcode("69003")
                        .city("Lyon")
                        .country("FR")
                        .build())
                .build();
        return SourceRecord.of(RecordKey.of(source, id), customer, NOW);
    }

    private List<RecordLink> take(SourceRecord record) {
        records.record(record);
        return matcher.match(record);
    }

    @Test
    void what_is_found_is_recorded_as_a_link_with_its_reason() {
        take(said("shop", "1", "Jean"));

        List<RecordLink> found = take(said("till", "1", "Jean"));

        assertThat(found).singleElement().satisfies(link -> {
            assertThat(link.status()).isEqualTo(LinkStatus.AUTO);
            assertThat(link.by()).isEqualTo("crm-identity");
            assertThat(link.at()).isEqualTo(NOW);
            assertThat(link.evidence().modelVersion()).isEqualTo("shipped-1");
            assertThat(link.evidence().explanation()).startsWith("One person: probability 99.4 %");
        });
        assertThat(customers.find(CustomerId.of("till1")).orElseThrow().ids())
                .containsExactlyInAnyOrder(CustomerId.of("shop1"), CustomerId.of("till1"));
    }

    @Test
    void the_weight_of_a_link_is_the_sum_of_its_explanation() {
        IdentityResolver resolver = IdentityResolver.of(MatchModel.shipped(), IdentitySettings.standard());
        RecordMatcher own = RecordMatcher.of(resolver, links, Clock.fixed(NOW, ZoneOffset.UTC));
        own.match(said("shop", "1", "Jean"));

        RecordLink link = own.match(said("till", "1", "Jean")).get(0);

        double sum = resolver.explain(link.pair()).steps().stream()
                .mapToDouble(WeightStep::weight)
                .sum();
        assertThat(link.evidence().weight()).isCloseTo(sum, within(1e-4));
    }

    @Test
    void a_person_is_held_together_by_one_link_less_than_it_has_records() {
        for (String source : List.of("shop", "till", "news", "chat")) {
            take(said(source, "1", "Jean"));
        }

        long joining = records.all()
                .flatMap(record -> links.of(record.key()).stream())
                .filter(link -> link.status().joins())
                .distinct()
                .count();
        assertThat(joining).isEqualTo(3);
        assertThat(customers.find(CustomerId.of("shop1")).orElseThrow().records())
                .hasSize(4);
    }

    @Test
    void taking_a_merge_back_restores_both_sides_and_is_not_done_again() {
        take(said("shop", "1", "Jean"));
        UnifiedCustomer before = customers.find(CustomerId.of("shop1")).orElseThrow();
        take(said("till", "1", "Jean"));

        customers.unmerge(CustomerId.of("shop1"), CustomerId.of("till1"), Decision.by("claire", "father and son", NOW));

        assertThat(customers.find(CustomerId.of("shop1"))).contains(before);
        take(said("till", "1", "Jean"));
        assertThat(customers.find(CustomerId.of("shop1"))).contains(before);
        assertThat(links.find(RecordPair.of(RecordKey.of("shop", "1"), RecordKey.of("till", "1"))))
                .map(RecordLink::status)
                .contains(LinkStatus.FORBIDDEN);
    }

    @Test
    void a_link_whose_records_no_longer_agree_is_left_to_staff() {
        take(said("shop", "1", "Jean"));
        take(said("till", "1", "Jean"));
        SourceRecord old = records.find(RecordKey.of("till", "1")).orElseThrow();
        Customer other = Customer.builder(CustomerId.of("till1"))
                .name(PersonName.of("Pilar", "Zamora"))
                .email(EmailAddress.of("pilar@example.net"))
                .build();

        List<RecordLink> now = take(old.changed(other, NOW));

        assertThat(now).extracting(RecordLink::status).containsExactly(LinkStatus.REVIEW);
        assertThat(customers.find(CustomerId.of("till1")).orElseThrow().records())
                .hasSize(1);
    }

    @Test
    void a_matcher_started_anew_heeds_what_was_decided() {
        take(said("shop", "1", "Jean"));
        take(said("till", "1", "Jean"));
        customers.unmerge(CustomerId.of("shop1"), CustomerId.of("till1"), Decision.by("claire", "two", NOW));

        RecordMatcher fresh = matcher();
        fresh.load(records);
        fresh.match(said("news", "1", "Pilar"));

        assertThat(customers.find(CustomerId.of("shop1")).orElseThrow().records())
                .hasSize(1);
    }
}
