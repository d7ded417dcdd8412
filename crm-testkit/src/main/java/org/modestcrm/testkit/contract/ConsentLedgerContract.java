package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modestcrm.consent.ConsentStatus.DENIED;
import static org.modestcrm.consent.ConsentStatus.GRANTED;
import static org.modestcrm.consent.ConsentStatus.PENDING;
import static org.modestcrm.consent.ConsentStatus.WITHDRAWN;
import static org.modestcrm.consent.Purpose.NEWSLETTER;
import static org.modestcrm.consent.Purpose.OFFERS;
import static org.modestcrm.customer.Channel.EMAIL;
import static org.modestcrm.customer.Channel.SMS;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.LegalBasis;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/** What every {@link ConsentLedger} must do. Extend it, return yours from {@link #emptyLedger()}, run it. */
public abstract class ConsentLedgerContract {
    private static final CustomerId ALICE = CustomerId.of("alice-martin");
    private static final CustomerId BOB = CustomerId.of("bob-stone");
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    /** For subclasses. */
    protected ConsentLedgerContract() {}

    /**
     * A ledger to test.
     *
     * @return one in which nobody has said anything
     */
    protected abstract ConsentLedger emptyLedger();

    private static Consent said(ConsentStatus status, Instant at) {
        return consent(EMAIL, NEWSLETTER).status(status).at(at).build();
    }

    private static Consent.Builder consent(Channel channel, Purpose purpose) {
        return Consent.builder(ALICE, channel, purpose);
    }

    private static Consent complete() {
        return Consent.builder(ALICE, SMS, Purpose.of("SURVEY"))
                .address("+33 1 23-45")
                .legalBasis(LegalBasis.LEGITIMATE_INTERESTS)
                .status(GRANTED)
                .at(Instant.parse("2026-01-02T03:04:05.678901Z"))
                .expiresAt(Instant.parse("2027-01-02T03:04:05.678901Z"))
                .method("checkout-box")
                .wording("2026-01 \u00e9\ud83d\ude00")
                .proof("mail:\"812\"")
                .build();
    }

    @Test
    void a_stranger_has_allowed_nothing() {
        ConsentLedger ledger = emptyLedger();
        ledger.record(said(GRANTED, JANUARY));

        assertThat(ledger.history(BOB)).isEmpty();
        assertThat(ledger.state(BOB, EMAIL, NEWSLETTER, MARCH)).isEmpty();
        assertThat(ledger.isGranted(BOB, EMAIL, NEWSLETTER, MARCH)).isFalse();
    }

    @Test
    void a_statement_comes_back_with_every_part() {
        ConsentLedger ledger = emptyLedger();

        assertThat(ledger.record(complete())).isEqualTo(Recorded.NEW);
        assertThat(ledger.history(ALICE)).containsExactly(complete());
    }

    @Test
    void the_very_same_statement_is_kept_once() {
        ConsentLedger ledger = emptyLedger();
        ledger.record(complete());

        assertThat(ledger.record(complete())).isEqualTo(Recorded.UNCHANGED);
        assertThat(ledger.history(ALICE)).hasSize(1);
    }

    @Test
    void a_statement_that_differs_in_one_part_is_another() {
        ConsentLedger ledger = emptyLedger();
        Consent one = consent(EMAIL, NEWSLETTER)
                .status(GRANTED)
                .at(JANUARY)
                .proof("mail:1")
                .build();
        Consent other = consent(EMAIL, NEWSLETTER)
                .status(GRANTED)
                .at(JANUARY)
                .proof("mail:2")
                .build();
        ledger.record(one);

        assertThat(ledger.record(other)).isEqualTo(Recorded.NEW);
        assertThat(ledger.history(ALICE)).containsExactly(one, other);
    }

    @Test
    void the_history_is_told_by_time_then_as_recorded() {
        ConsentLedger ledger = emptyLedger();
        Consent late = said(WITHDRAWN, MARCH);
        Consent first = said(PENDING, JANUARY);
        Consent second = said(GRANTED, JANUARY);
        List.of(late, first, second).forEach(ledger::record);

        assertThat(ledger.history(ALICE)).containsExactly(first, second, late);
    }

    @Test
    void the_last_statement_made_by_a_moment_holds_at_it() {
        ConsentLedger ledger = emptyLedger();
        Consent granted = said(GRANTED, JANUARY);
        Consent withdrawn = said(WITHDRAWN, FEBRUARY);
        ledger.record(withdrawn);
        ledger.record(granted);

        assertThat(ledger.state(ALICE, EMAIL, NEWSLETTER, JANUARY.minusMillis(1)))
                .isEmpty();
        assertThat(ledger.state(ALICE, EMAIL, NEWSLETTER, JANUARY)).contains(granted);
        assertThat(ledger.state(ALICE, EMAIL, NEWSLETTER, FEBRUARY.minusMillis(1)))
                .contains(granted);
        assertThat(ledger.state(ALICE, EMAIL, NEWSLETTER, FEBRUARY)).contains(withdrawn);
        assertThat(ledger.state(ALICE, EMAIL, NEWSLETTER, MARCH)).contains(withdrawn);
    }

    @Test
    void of_two_statements_of_one_moment_the_one_recorded_last_holds() {
        ConsentLedger ledger = emptyLedger();
        ledger.record(said(GRANTED, JANUARY));
        ledger.record(said(WITHDRAWN, JANUARY));

        assertThat(ledger.isGranted(ALICE, EMAIL, NEWSLETTER, MARCH)).isFalse();
    }

    @Test
    void a_statement_about_one_channel_and_purpose_says_nothing_of_others() {
        ConsentLedger ledger = emptyLedger();
        Consent newsletter = said(GRANTED, JANUARY);
        ledger.record(newsletter);
        ledger.record(consent(EMAIL, OFFERS).status(WITHDRAWN).at(FEBRUARY).build());
        ledger.record(consent(SMS, NEWSLETTER).status(WITHDRAWN).at(FEBRUARY).build());

        assertThat(ledger.state(ALICE, EMAIL, NEWSLETTER, MARCH)).contains(newsletter);
        assertThat(ledger.state(ALICE, SMS, OFFERS, MARCH)).isEmpty();
    }

    @Test
    void only_what_is_granted_is_allowed() {
        for (ConsentStatus status : ConsentStatus.values()) {
            ConsentLedger ledger = emptyLedger();
            ledger.record(said(status, JANUARY));

            assertThat(ledger.isGranted(ALICE, EMAIL, NEWSLETTER, MARCH))
                    .as("%s", status)
                    .isEqualTo(status == GRANTED);
        }
    }

    @Test
    void what_was_granted_for_a_while_ends() {
        ConsentLedger ledger = emptyLedger();
        ledger.record(consent(EMAIL, NEWSLETTER)
                .status(GRANTED)
                .at(JANUARY)
                .expiresAt(FEBRUARY)
                .build());

        assertThat(ledger.isGranted(ALICE, EMAIL, NEWSLETTER, FEBRUARY.minus(Duration.ofMillis(1))))
                .isTrue();
        assertThat(ledger.isGranted(ALICE, EMAIL, NEWSLETTER, FEBRUARY)).isFalse();
    }

    @Test
    void what_was_denied_does_not_come_back_by_an_older_grant_recorded_late() {
        ConsentLedger ledger = emptyLedger();
        ledger.record(said(DENIED, FEBRUARY));
        ledger.record(said(GRANTED, JANUARY));

        assertThat(ledger.isGranted(ALICE, EMAIL, NEWSLETTER, MARCH)).isFalse();
    }

    @Test
    void statements_of_many_threads_are_all_kept_and_the_same_one_once() {
        ConsentLedger ledger = emptyLedger();

        Together.run(() -> {
            for (int i = 0; i < 25; i++) {
                ledger.record(said(GRANTED, JANUARY.plusSeconds(i)));
            }
            return ledger;
        });

        assertThat(ledger.history(ALICE)).hasSize(25).isSortedAccordingTo(Comparator.comparing(Consent::at));
    }

    @Test
    void many_statements_are_kept_and_each_is_answered() {
        ConsentLedger ledger = emptyLedger();
        Consent known = said(GRANTED, JANUARY);
        ledger.record(known);

        List<Recorded> answers = ledger.recordAll(List.of(complete(), known, complete()));

        assertThat(answers).containsExactly(Recorded.NEW, Recorded.UNCHANGED, Recorded.UNCHANGED);
        assertThat(ledger.history(ALICE)).containsExactly(known, complete());
    }

    @Test
    void the_history_of_several_ids_is_told_by_time_then_id() {
        ConsentLedger ledger = emptyLedger();
        Consent bobs = Consent.builder(BOB, EMAIL, NEWSLETTER)
                .status(GRANTED)
                .at(FEBRUARY)
                .build();
        Consent late = said(WITHDRAWN, MARCH);
        Consent first = said(PENDING, JANUARY);
        Consent same = said(GRANTED, FEBRUARY);
        List.of(bobs, late, first, same).forEach(ledger::record);

        assertThat(ledger.history(List.of(BOB, ALICE))).containsExactly(first, same, bobs, late);
        assertThat(ledger.history(List.of())).isEmpty();
    }

    @Test
    void what_was_taken_out_is_gone_and_nothing_else() {
        ConsentLedger ledger = emptyLedger();
        Consent bobs = Consent.builder(BOB, EMAIL, NEWSLETTER)
                .status(GRANTED)
                .at(FEBRUARY)
                .build();
        ledger.record(complete());
        ledger.record(bobs);

        ledger.remove(List.of(ALICE, CustomerId.of("nobody")));

        assertThat(ledger.history(ALICE)).isEmpty();
        assertThat(ledger.history(BOB)).containsExactly(bobs);
    }
}
