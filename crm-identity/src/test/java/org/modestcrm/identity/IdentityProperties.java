package org.modestcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.PersonName;
import org.modestcrm.source.InMemoryRecordLinks;
import org.modestcrm.source.InMemorySourceRecords;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordPair;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.source.Survivorship;
import org.modestcrm.source.UnifiedCustomer;
import org.modestcrm.source.UnifiedCustomers;
import org.modestcrm.source.UnifiedCustomers.Decision;

class IdentityProperties {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final boolean LONG = Boolean.getBoolean("modestcrm.long");

    static IntStream shuffles() {
        return IntStream.range(0, LONG ? 100 : 2);
    }

    static IntStream histories() {
        return IntStream.range(0, LONG ? 10_000 : 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("shuffles")
    void records_in_any_order_are_the_same_persons(int seed) {
        Crowd crowd = Crowd.of(250, 42);
        MatchModel model = ModelTraining.train(crowd.records(), IdentitySettings.standard());
        IdentityResolver batch = IdentityResolver.of(model, IdentitySettings.standard());
        batch.resolveAll(crowd.records());
        List<PersonRecord> shuffled = new ArrayList<>(crowd.records());
        Collections.shuffle(shuffled, new Random(seed));

        IdentityResolver stream = IdentityResolver.of(model, IdentitySettings.standard());
        shuffled.forEach(stream::resolve);

        assertThat(stream.persons()).isEqualTo(batch.persons());
        assertThat(stream.pairs()).isEqualTo(batch.pairs());
        stream.resolveAgain();
        assertThat(stream.persons()).isEqualTo(batch.persons());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("shuffles")
    void removing_records_is_as_if_they_had_never_come(int seed) {
        Random random = new Random(seed);
        List<PersonRecord> all = Crowd.of(120, seed).records();
        List<PersonRecord> kept =
                all.stream().filter(record -> random.nextInt(3) > 0).toList();
        IdentityResolver expected = IdentityResolver.of(MatchModel.shipped(), IdentitySettings.standard());
        expected.resolveAll(kept);
        IdentityResolver resolver = IdentityResolver.of(MatchModel.shipped(), IdentitySettings.standard());
        resolver.resolveAll(all);

        all.stream().filter(record -> !kept.contains(record)).forEach(record -> resolver.remove(record.key()));

        assertThat(resolver.persons()).isEqualTo(expected.persons());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("shuffles")
    void forbidding_and_releasing_a_pair_changes_nothing_in_the_end(int seed) {
        Random random = new Random(seed);
        List<PersonRecord> all = Crowd.of(80, seed).records();
        IdentityResolver resolver = IdentityResolver.of(MatchModel.shipped(), IdentitySettings.standard());
        resolver.resolveAll(all);
        List<ResolvedPerson> before = resolver.persons();

        for (int i = 0; i < 20; i++) {
            RecordKey one = all.get(random.nextInt(all.size())).key();
            RecordKey other = all.get(random.nextInt(all.size())).key();
            if (!one.equals(other)) {
                resolver.forbid(RecordPair.of(one, other));
                assertThat(resolver.person(one).orElseThrow().records()).doesNotContain(other);
                resolver.release(RecordPair.of(one, other));
            }
        }

        assertThat(resolver.persons()).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("histories")
    void taking_a_merge_back_restores_what_was_there(int seed) {
        Random random = new Random(seed);
        InMemorySourceRecords records = new InMemorySourceRecords();
        UnifiedCustomers customers =
                new UnifiedCustomers(records, new InMemoryRecordLinks(), Survivorship.lastUpdated());
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Customer said = Customer.builder(CustomerId.of("c" + i))
                    .name(PersonName.of("Given" + random.nextInt(3), "Family" + random.nextInt(3)))
                    .build();
            records.record(SourceRecord.of(RecordKey.of("s", "r" + i), said, NOW.plusSeconds(random.nextInt(1000))));
        }
        for (int step = 0; step < 10; step++) {
            CustomerId one = CustomerId.of("c" + random.nextInt(count));
            CustomerId other = CustomerId.of("c" + random.nextInt(count));
            Map<CustomerId, UnifiedCustomer> before = all(customers, count);
            if (before.get(one).ids().contains(other)) {
                continue;
            }
            if (merged(customers, one, other) && random.nextBoolean()) {
                customers.unmerge(one, other, Decision.by("staff", "no", NOW));
                assertThat(all(customers, count)).isEqualTo(before);
            }
        }
    }

    /** False when records of the two were told apart before. */
    private static boolean merged(UnifiedCustomers customers, CustomerId one, CustomerId other) {
        try {
            customers.merge(one, other, Decision.by("staff", "yes", NOW));
            return true;
        } catch (IllegalArgumentException apart) {
            assertThat(apart).hasMessageContaining("were told apart");
            return false;
        }
    }

    private static Map<CustomerId, UnifiedCustomer> all(UnifiedCustomers customers, int count) {
        Map<CustomerId, UnifiedCustomer> all = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            CustomerId id = CustomerId.of("c" + i);
            all.put(id, customers.find(id).orElseThrow());
        }
        return all;
    }
}
