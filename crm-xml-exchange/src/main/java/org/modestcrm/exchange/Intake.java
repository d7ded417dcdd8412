package org.modestcrm.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.ImportedProfile;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Tombstone;

/** Takes the records of one message into journal and target. Run again after a crash it comes to the same counts. */
final class Intake implements RecordSink {
    /** Takes nothing: to see whether a document is whole. */
    static final RecordSink NOWHERE = new RecordSink() {
        @Override
        public void profile(Profile profile, Place place) {}

        @Override
        public void gone(Tombstone tombstone, Place place) {}
    };

    private final ExchangeJournal journal;
    private final ProfileTarget target;
    private final String partner;
    private final String message;
    private final Faults problems = new Faults(1000);
    private long accepted;
    private long unchanged;
    private long refused;
    private long gone;

    Intake(ExchangeJournal journal, ProfileTarget target, String partner, String message) {
        this.journal = journal;
        this.target = target;
        this.partner = partner;
        this.message = message;
    }

    @Override
    public void profile(Profile profile, Place place) {
        Optional<Tombstone> tombstone = journal.tombstone(partner, profile.id());
        if (tombstone.isPresent() && bars(tombstone.get(), profile)) {
            refused++;
            problem(
                    ProblemCode.PX_GONE,
                    place,
                    "profile " + profile.id() + ", revision " + profile.revision() + ": gone since "
                            + tombstone.get().at() + ", "
                            + Words.of(tombstone.get().reason()) + " at revision "
                            + tombstone.get().revision() + " (expected: " + expected(tombstone.get()) + ")");
            return;
        }
        Optional<ImportedProfile> known = journal.imported(partner, profile.id());
        if (known.isEmpty() || known.get().revision() < profile.revision()) {
            take(profile, known);
        } else if (known.get().revision() == profile.revision()
                && known.get().message().equals(message)) {
            accepted++;
        } else {
            unchanged(profile, known.get(), place);
        }
    }

    /** Who was erased stays so; who left may come back with a newer revision. */
    private static boolean bars(Tombstone tombstone, Profile profile) {
        return tombstone.reason() == Tombstone.Reason.ERASED || profile.revision() <= tombstone.revision();
    }

    private static String expected(Tombstone tombstone) {
        return tombstone.reason() == Tombstone.Reason.ERASED ? "never again" : "a higher revision";
    }

    private void take(Profile profile, Optional<ImportedProfile> known) {
        CustomerId customer;
        if (known.isPresent()) {
            customer = known.get().customer();
            target.update(customer, partner, profile);
        } else {
            customer = target.admit(partner, profile);
        }
        journal.record(new ImportedProfile(partner, profile.id(), customer, profile.revision(), message));
        accepted++;
    }

    private void unchanged(Profile profile, ImportedProfile known, Place place) {
        unchanged++;
        if (profile.revision() < known.revision()) {
            problem(
                    ProblemCode.PX_OLDER,
                    place,
                    "profile " + profile.id() + ", revision " + profile.revision()
                            + ": older than what is known (expected: " + known.revision() + " or higher)");
        }
    }

    @Override
    public void gone(Tombstone tombstone, Place place) {
        Optional<ImportedProfile> known = journal.imported(partner, tombstone.id());
        boolean older = known.isPresent()
                && known.get().revision() > tombstone.revision()
                && tombstone.reason() != Tombstone.Reason.ERASED;
        if (older) {
            unchanged++;
            problem(
                    ProblemCode.PX_OLDER,
                    place,
                    "gone " + tombstone.id() + ", revision " + tombstone.revision()
                            + ": older than what is known (expected: "
                            + known.get().revision() + " or higher)");
            return;
        }
        known.ifPresent(imported -> target.forget(imported.customer(), partner, tombstone));
        journal.record(partner, tombstone);
        gone++;
    }

    private void problem(ProblemCode code, Place place, String sentence) {
        problems.add(new ExchangeProblem(code, place, sentence));
    }

    Receipt receipt(Receipt.ReceivedBytes received, Instant at, ReadReport report) {
        long unread = report.counts().refused();
        List<ExchangeProblem> all = new ArrayList<>(report.problems());
        all.addAll(problems.kept());
        Receipt.Counts counts = new Receipt.Counts(
                accepted + unchanged + refused + gone + unread, accepted, unchanged, refused + unread, gone);
        return Receipt.taken(received, at, counts, all);
    }
}
