package org.modestcrm.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Optional;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.ReceivedMessage;

/**
 * Takes in one verified message. The journal holds, besides the message, a mark for each part that was taken and for each
 * place in the row of messages; their ids start with {@code #}, which no message id does.
 */
final class MessageIntake {
    private final ProfileImport settings;
    private final ExchangeJournal journal;
    private final VerifiedMessage message;
    private final Path manifest;

    MessageIntake(ProfileImport settings, VerifiedMessage message, Path manifest) {
        this.settings = settings;
        this.journal = settings.journal();
        this.message = message;
        this.manifest = manifest;
    }

    ImportResult run() {
        Optional<ReceivedMessage> known =
                journal.received(message.partner(), message.manifest().id());
        if (known.isPresent()) {
            return settings.again(known.get(), message.received());
        }
        try {
            checkRow();
            for (Manifest.Part part : message.manifest().parts()) {
                checkBytes(part);
            }
            Tally tally = new Tally();
            for (Manifest.Part part : message.manifest().parts()) {
                checkContent(part);
            }
            for (Manifest.Part part : message.manifest().parts()) {
                tally.add(taken(part));
            }
            return commit(tally);
        } catch (Fault fault) {
            return new ImportResult(
                    Receipt.refused(message.received(), settings.clock().instant(), List.of(fault.problem())), false);
        }
    }

    /** A delta follows the message it names; nobody takes a place twice. */
    private void checkRow() throws Fault {
        Manifest said = message.manifest();
        Optional<ReceivedMessage> here = mark(said.sequence());
        if (here.isPresent() && !receipt(here.get()).message().equals(said.id())) {
            throw fault(
                    ProblemCode.PX_SEQUENCE,
                    "sequence " + said.sequence() + ": was message "
                            + receipt(here.get()).message() + " (expected: a place of its own)");
        }
        if (said.mode() == Manifest.Mode.DELTA) {
            Optional<ReceivedMessage> before = mark(said.sequence() - 1);
            boolean follows = before.isPresent()
                    && said.previous().equals(Optional.of(receipt(before.get()).message()));
            if (!follows) {
                throw fault(
                        ProblemCode.PX_SEQUENCE,
                        "delta of sequence " + said.sequence()
                                + ": the message before was not taken in (expected: it first, or a full message)");
            }
        }
    }

    private Optional<ReceivedMessage> mark(long sequence) {
        return journal.received(message.partner(), "#seq." + sequence);
    }

    /** Nothing of a part is parsed before its bytes are the ones that were signed. */
    private void checkBytes(Manifest.Part part) throws Fault {
        Path file = manifest.resolveSibling(part.name());
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Digest.sha256())) {
            long size = Files.size(file) == part.bytes() ? in.transferTo(OutputStream.nullOutputStream()) : -1;
            if (size != part.bytes()
                    || !Digest.hex(in.getMessageDigest().digest()).equals(part.sha256())) {
                throw fault(
                        ProblemCode.PX_PART,
                        "part " + part.name() + ": other bytes than were signed (expected: " + part.bytes()
                                + " bytes of the digest in the manifest)");
            }
        } catch (IOException e) {
            throw fault(
                    ProblemCode.PX_PART,
                    "part " + part.name() + ": cannot be read (expected: a file beside the manifest)");
        }
    }

    /** The part is whole and holds what the manifest says; nothing is taken yet. */
    private void checkContent(Manifest.Part part) throws Fault {
        ReadReport report = read(part, Intake.NOWHERE);
        if (!report.isComplete()) {
            throw new Fault(report.problems().get(report.problems().size() - 1));
        }
        long records = report.counts().profiles()
                + report.counts().gone()
                + report.counts().refused();
        if (!report.message().equals(message.manifest().id()) || records != part.records() + part.gone()) {
            throw fault(
                    ProblemCode.PX_PART,
                    "part " + part.name() + ": of another message or with other counts (expected: "
                            + (part.records() + part.gone()) + " records of message "
                            + message.manifest().id() + ")");
        }
    }

    private ReadReport read(Manifest.Part part, RecordSink sink) {
        try (InputStream in = Files.newInputStream(manifest.resolveSibling(part.name()))) {
            return ProfileReader.withLimits(settings.limits()).read(in, part.name(), sink);
        } catch (IOException e) {
            throw ParserFailure.unreadable(part.name(), e);
        }
    }

    private Receipt taken(Manifest.Part part) {
        String id = "#part." + message.manifest().id() + "." + part.name();
        Optional<ReceivedMessage> known = journal.received(message.partner(), id);
        if (known.isPresent() && known.get().sha256().equals(part.sha256())) {
            return receipt(known.get());
        }
        Receipt[] taken = new Receipt[1];
        settings.inTransaction(() -> {
            taken[0] = take(part);
            record(id, part.sha256(), taken[0]);
        });
        return taken[0];
    }

    private Receipt take(Manifest.Part part) {
        Intake intake = new Intake(
                journal,
                settings.target(),
                new Intake.Origin(message.partner(), message.manifest().id(), message.policy()));
        ReadReport report = read(part, intake);
        if (!report.sha256().equals(part.sha256())) {
            throw new ExchangeException(
                    part.name() + ": changed while it was read (expected: a file nobody writes to); import it again");
        }
        return intake.receipt(message.received(), settings.clock().instant(), report);
    }

    private ImportResult commit(Tally tally) {
        Receipt receipt =
                Receipt.taken(message.received(), settings.clock().instant(), tally.counts(), tally.problems());
        settings.inTransaction(() -> {
            record("#seq." + message.manifest().sequence(), message.sha256(), receipt);
            record(message.manifest().id(), message.sha256(), receipt);
        });
        return new ImportResult(receipt, false);
    }

    private void record(String id, String sha256, Receipt receipt) {
        journal.record(new ReceivedMessage(message.partner(), id, sha256, receipt.at(), receipt.toXml()));
    }

    private static Receipt receipt(ReceivedMessage stored) {
        return Receipt.read(
                        new ByteArrayInputStream(stored.receipt().getBytes(StandardCharsets.UTF_8)), "stored receipt")
                .orThrow();
    }

    private static Fault fault(ProblemCode code, String sentence) {
        return new Fault(new ExchangeProblem(code, Place.WHOLE, sentence));
    }

    /** The sum of the parts. */
    private static final class Tally {
        private final Faults problems = new Faults(1000);
        private Receipt.Counts counts = Receipt.Counts.NONE;

        void add(Receipt part) {
            counts = counts.plus(part.counts());
            part.problems().forEach(problems::add);
        }

        Receipt.Counts counts() {
            return counts;
        }

        List<ExchangeProblem> problems() {
            return problems.kept();
        }
    }
}
