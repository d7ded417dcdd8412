package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modestcrm.testkit.Fixtures.aCustomer;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.Recorded;
import org.modestcrm.source.Field;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.source.SourceRecords;

/** What every {@link SourceRecords} must do. Extend it, return yours from {@link #emptyRecords()}, run it. */
public abstract class SourceRecordsContract {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00.654321Z");
    private static final RecordKey KEY = RecordKey.of("webshop", "Ω \"17\"");
    private static final Customer ALICE = aCustomer()
            .from("FR")
            .speaking("fr")
            .inZone("Europe/Paris")
            .bornOn("1980-02-29")
            .whoseMail(DeliveryState.BOUNCED)
            .answering("+33 1 23 45")
            .build();

    /** For subclasses. */
    protected SourceRecordsContract() {}

    /**
     * Records to test.
     *
     * @return a store that holds none
     */
    protected abstract SourceRecords emptyRecords();

    private static SourceRecord complete() {
        return SourceRecord.builder(KEY, ALICE)
                .firstSeenAt(JANUARY)
                .changedAt(FEBRUARY)
                .age(Field.LANGUAGE, JANUARY)
                .pin(Field.NAME)
                .pin(Field.attribute("tier"))
                .build();
    }

    @Test
    void an_unknown_key_or_id_finds_no_record() {
        SourceRecords records = emptyRecords();
        records.record(complete());

        assertThat(records.find(RecordKey.of("till", "1"))).isEmpty();
        assertThat(records.findByOwnId(CustomerId.of("bob-stone"))).isEmpty();
    }

    @Test
    void a_record_comes_back_with_every_part() {
        SourceRecords records = emptyRecords();

        assertThat(records.record(complete())).isEqualTo(Recorded.NEW);

        assertThat(records.find(KEY)).contains(complete());
        assertThat(records.findByOwnId(ALICE.id())).contains(complete());
        assertThat(records.all()).containsExactly(complete());
    }

    @Test
    void the_same_record_again_changes_nothing() {
        SourceRecords records = emptyRecords();
        records.record(complete());

        assertThat(records.record(complete())).isEqualTo(Recorded.UNCHANGED);
        assertThat(records.all()).hasSize(1);
    }

    @Test
    void a_record_that_changed_replaces_the_old_one() {
        SourceRecords records = emptyRecords();
        SourceRecord first = SourceRecord.of(KEY, ALICE, JANUARY);
        records.record(first);
        SourceRecord changed = first.changed(aCustomer().from("BE").build(), FEBRUARY);

        assertThat(records.record(changed)).isEqualTo(Recorded.CHANGED);

        assertThat(records.find(KEY)).contains(changed);
        assertThat(records.findByOwnId(ALICE.id())).contains(changed);
        assertThat(records.all()).containsExactly(changed);
    }

    @Test
    void a_record_that_differs_in_what_it_pins_has_changed() {
        SourceRecords records = emptyRecords();
        records.record(complete());
        SourceRecord pinning = complete().pinning(Field.LANGUAGE);

        assertThat(records.record(pinning)).isEqualTo(Recorded.CHANGED);
        assertThat(records.find(KEY)).contains(pinning);
    }

    @Test
    void two_records_cannot_have_one_own_id() {
        SourceRecords records = emptyRecords();
        records.record(complete());
        RecordKey other = RecordKey.of("till", "1");

        assertThatThrownBy(() -> records.record(SourceRecord.of(other, ALICE, JANUARY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alice-martin");
        assertThat(records.find(other)).isEmpty();
        assertThat(records.findByOwnId(ALICE.id())).contains(complete());
    }

    @Test
    void all_records_come_by_ascending_key() {
        SourceRecords records = emptyRecords();
        List<RecordKey> keys = List.of(
                RecordKey.of("webshop", "a"),
                RecordKey.of("till", "b"),
                RecordKey.of("till", "B"),
                RecordKey.of("webshop", "1"));
        keys.forEach(key -> records.record(
                SourceRecord.of(key, aCustomer().withId("id of " + key).build(), JANUARY)));

        try (Stream<SourceRecord> all = records.all()) {
            assertThat(all)
                    .extracting(SourceRecord::key)
                    .containsExactlyElementsOf(keys.stream().sorted().toList());
        }
    }

    @Test
    void a_record_handed_in_by_many_threads_is_new_once() {
        SourceRecords records = emptyRecords();

        List<Recorded> answers = Together.run(() -> records.record(complete()));

        assertThat(answers).containsOnlyOnce(Recorded.NEW).contains(Recorded.UNCHANGED);
    }

    @Test
    void many_records_are_kept_and_each_is_answered() {
        SourceRecords records = emptyRecords();
        SourceRecord bob = SourceRecord.of(
                RecordKey.of("till", "1"), aCustomer().called("Bob Stone").build(), JANUARY);
        records.record(bob);

        assertThat(records.recordAll(List.of(complete(), bob))).containsExactly(Recorded.NEW, Recorded.UNCHANGED);
        assertThat(records.all()).containsExactly(bob, complete());
    }

    @Test
    void of_many_none_is_kept_when_an_own_id_is_taken() {
        SourceRecords records = emptyRecords();
        SourceRecord bob = SourceRecord.of(
                RecordKey.of("till", "1"), aCustomer().called("Bob Stone").build(), JANUARY);
        SourceRecord thief = SourceRecord.of(RecordKey.of("till", "2"), ALICE, JANUARY);
        records.record(complete());

        assertThatThrownBy(() -> records.recordAll(List.of(bob, thief)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alice-martin");
        assertThat(records.find(bob.key())).isEmpty();
    }

    @Test
    void a_record_that_was_taken_out_is_gone_and_leaves_its_id_free() {
        SourceRecords records = emptyRecords();
        records.record(complete());

        records.remove(KEY);
        records.remove(RecordKey.of("till", "nobody"));

        assertThat(records.find(KEY)).isEmpty();
        assertThat(records.findByOwnId(ALICE.id())).isEmpty();
        assertThat(records.all()).isEmpty();
        assertThat(records.record(SourceRecord.of(RecordKey.of("till", "2"), ALICE, JANUARY)))
                .isEqualTo(Recorded.NEW);
    }
}
