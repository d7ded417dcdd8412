package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.ImportedProfile;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.exchangelog.ReceivedMessage;
import org.modestcrm.exchangelog.Recipient;
import org.modestcrm.exchangelog.Tombstone;

/** What every {@link ExchangeJournal} must do. Extend it, return yours from {@link #emptyJournal()}, run it. */
public abstract class ExchangeJournalContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final String NORTH = "https://north.example/Ω";
    private static final String SOUTH = "https://south.example";
    private static final ProfileId PROFILE = ProfileId.of("p:1");
    private static final CustomerId ALICE = CustomerId.of("alice-martin");

    /** For subclasses. */
    protected ExchangeJournalContract() {}

    /**
     * A journal to test.
     *
     * @return one in which nothing was exchanged
     */
    protected abstract ExchangeJournal emptyJournal();

    private static ReceivedMessage message(String partner, String id, String receipt) {
        return new ReceivedMessage(partner, id, "ab".repeat(32), NOW, receipt);
    }

    private static ImportedProfile profile(String partner, long revision) {
        return new ImportedProfile(partner, PROFILE, ALICE, revision, "m-1");
    }

    private static Tombstone tombstone(long revision, Tombstone.Reason reason) {
        return new Tombstone(PROFILE, revision, NOW, reason);
    }

    @Test
    void nothing_is_known_before_anything_was_exchanged() {
        ExchangeJournal journal = emptyJournal();

        assertThat(journal.received(NORTH, "m-1")).isEmpty();
        assertThat(journal.imported(NORTH, PROFILE)).isEmpty();
        assertThat(journal.tombstone(NORTH, PROFILE)).isEmpty();
        assertThat(journal.recipients(ALICE)).isEmpty();
    }

    @Test
    void a_message_comes_back_word_for_word() {
        ExchangeJournal journal = emptyJournal();
        ReceivedMessage message = message(NORTH, "m-1", "<receipt>Zoë \ud83d\ude00</receipt>\n".repeat(5000));

        assertThat(journal.record(message)).isEqualTo(message);
        assertThat(journal.received(NORTH, "m-1")).contains(message);
    }

    @Test
    void the_first_answer_to_a_message_stands() {
        ExchangeJournal journal = emptyJournal();
        ReceivedMessage first = message(NORTH, "m-1", "first");
        journal.record(first);

        assertThat(journal.record(message(NORTH, "m-1", "second"))).isEqualTo(first);
        assertThat(journal.received(NORTH, "m-1")).contains(first);
    }

    @Test
    void a_message_recorded_by_many_threads_has_one_answer() {
        ExchangeJournal journal = emptyJournal();

        List<ReceivedMessage> answers = Together.run(() ->
                journal.record(message(NORTH, "m-1", Thread.currentThread().getName())));

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(journal.received(NORTH, "m-1")).contains(answers.get(0));
    }

    @Test
    void an_id_is_of_the_partner_who_gave_it() {
        ExchangeJournal journal = emptyJournal();
        journal.record(message(NORTH, "m-1", "north"));
        journal.record(profile(NORTH, 1));
        journal.record(NORTH, tombstone(1, Tombstone.Reason.LEFT));

        assertThat(journal.received(SOUTH, "m-1")).isEmpty();
        assertThat(journal.received(NORTH, "M-1")).isEmpty();
        assertThat(journal.imported(SOUTH, PROFILE)).isEmpty();
        assertThat(journal.tombstone(SOUTH, PROFILE)).isEmpty();
    }

    @Test
    void where_a_profile_went_last_replaces_where_it_went_before() {
        ExchangeJournal journal = emptyJournal();
        journal.record(profile(NORTH, 1));
        ImportedProfile moved = new ImportedProfile(NORTH, PROFILE, CustomerId.of("bob-stone"), 5_000_000_000L, "m-2");

        journal.record(moved);

        assertThat(journal.imported(NORTH, PROFILE)).contains(moved);
    }

    @Test
    void the_tombstone_of_the_highest_revision_stands() {
        ExchangeJournal journal = emptyJournal();
        Tombstone newest = tombstone(5, Tombstone.Reason.ERASED);
        journal.record(NORTH, tombstone(3, Tombstone.Reason.WITHDRAWN));
        journal.record(NORTH, newest);

        journal.record(NORTH, tombstone(4, Tombstone.Reason.MERGED));

        assertThat(journal.tombstone(NORTH, PROFILE)).contains(newest);
    }

    @Test
    void a_tombstone_of_the_same_revision_replaces_the_one_before() {
        ExchangeJournal journal = emptyJournal();
        journal.record(NORTH, tombstone(3, Tombstone.Reason.WITHDRAWN));
        Tombstone erased = tombstone(3, Tombstone.Reason.ERASED);

        journal.record(NORTH, erased);

        assertThat(journal.tombstone(NORTH, PROFILE)).contains(erased);
    }

    @Test
    void who_was_given_a_profile_comes_by_partner_then_id() {
        ExchangeJournal journal = emptyJournal();
        Recipient south = new Recipient(SOUTH, PROFILE, 1, NOW);
        Recipient northTwo = new Recipient(NORTH, ProfileId.of("p:2"), 1, NOW);
        Recipient northOne = new Recipient(NORTH, PROFILE, 1, NOW);
        List.of(south, northTwo, northOne).forEach(recipient -> journal.record(ALICE, recipient));

        assertThat(journal.recipients(ALICE)).containsExactly(northOne, northTwo, south);
        assertThat(journal.recipients(CustomerId.of("bob-stone"))).isEmpty();
    }

    @Test
    void what_a_partner_was_given_last_replaces_what_it_was_given_before() {
        ExchangeJournal journal = emptyJournal();
        journal.record(ALICE, new Recipient(NORTH, PROFILE, 1, NOW));
        Recipient newer = new Recipient(NORTH, PROFILE, 2, NOW.plusSeconds(1));

        journal.record(ALICE, newer);

        assertThat(journal.recipients(ALICE)).containsExactly(newer);
    }
}
