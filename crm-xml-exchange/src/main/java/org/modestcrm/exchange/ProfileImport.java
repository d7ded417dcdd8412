package org.modestcrm.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.ReceivedMessage;

/**
 * Takes in what a partner sends, once. The journal remembers each message and the revision of each profile, so that the
 * same file again changes nothing, an older one undoes nothing, and an erased profile never comes back.
 *
 * <pre>{@code
 * ProfileImport imports = ProfileImport.builder(journal, ProfileTarget.into(crm)).build();
 * ImportResult result = imports.takeUnsigned("flower-shop", Path.of("profiles.xml"));
 * Files.writeString(Path.of("receipt.xml"), result.receipt().toXml());
 * }</pre>
 *
 * <p>A signed message is taken with {@link #take}, under an agreement given to the builder.
 *
 * <p>Good records of a document are taken even when others are refused. A document that breaks off, or has a problem that
 * makes an end of it, is refused as a whole: nothing of it is taken. Immutable; safe for one import of a partner at a time.
 */
public final class ProfileImport {
    private final ExchangeJournal journal;
    private final ProfileTarget target;
    private final Clock clock;
    private final ReadLimits limits;
    private final String site;
    private final Map<String, Agreement> agreements;
    private final Consumer<Runnable> transaction;

    private ProfileImport(Builder from) {
        this.journal = from.journal;
        this.target = from.target;
        this.clock = from.clock;
        this.limits = from.limits;
        this.site = from.site;
        this.agreements = Map.copyOf(from.agreements);
        this.transaction = from.transaction;
    }

    /**
     * Begins an import.
     *
     * @param journal remembers what came in
     * @param target takes the profiles
     * @return a builder that needs nothing more
     */
    public static Builder builder(ExchangeJournal journal, ProfileTarget target) {
        return new Builder(journal, target);
    }

    /**
     * Takes in a bare {@code records} document that nobody signed: the caller vouches for it. It is read twice, first to
     * see that it is whole.
     *
     * @param partner who it comes from
     * @param file plain or gzipped
     * @return the answer
     * @throws ExchangeException when there is no such file, it is a directory, it cannot be read, or it changes while it is
     *     read
     */
    public ImportResult takeUnsigned(String partner, Path file) {
        ProfileReader reader = ProfileReader.withLimits(limits);
        ReadReport report = reader.read(file, Intake.NOWHERE);
        Receipt.ReceivedBytes received = new Receipt.ReceivedBytes(
                report.message().isEmpty() ? Receipt.UNREADABLE : report.message(), report.sha256());
        if (!report.isComplete()) {
            return new ImportResult(Receipt.refused(received, clock.instant(), report.problems()), false);
        }
        Optional<ReceivedMessage> known = journal.received(partner, received.message());
        if (known.isPresent()) {
            return again(known.get(), received);
        }
        Intake intake = new Intake(journal, target, new Intake.Origin(partner, received.message(), null));
        ReadReport second = reader.read(file, intake);
        if (!second.sha256().equals(report.sha256())) {
            throw new ExchangeException(file.getFileName()
                    + ": changed while it was read (expected: a file nobody writes to); import it again");
        }
        return answer(partner, received, intake.receipt(received, clock.instant(), second));
    }

    /**
     * Takes in a signed message: verifies its manifest, then the digests of its parts, then reads them, and only then takes
     * their records, part by part. Called again after a crash it goes on with the part it was in and comes to the same
     * receipt.
     *
     * @param manifest the manifest; its parts lie beside it, and so does its signature with {@code .sig} behind the name
     *     where it is not inside
     * @return the answer
     * @throws ExchangeException when the manifest cannot be read, or a part changes while it is read
     */
    public ImportResult take(Path manifest) {
        String name = String.valueOf(manifest.getFileName());
        byte[] bytes = bytes(manifest, name);
        Path signature = manifest.resolveSibling(name + ".sig");
        byte[] detached = Files.exists(signature) ? bytes(signature, name + ".sig") : null;
        Receipt.ReceivedBytes unknown = new Receipt.ReceivedBytes(
                Receipt.UNREADABLE, Digest.hex(Digest.sha256().digest(bytes)));
        try {
            VerifiedMessage message = new MessageCheck(site, agreements, clock.instant()).verify(bytes, detached, name);
            return new MessageIntake(this, message, manifest).run();
        } catch (Fault fault) {
            return new ImportResult(Receipt.refused(unknown, clock.instant(), List.of(fault.problem())), false);
        }
    }

    private static byte[] bytes(Path file, String name) {
        try (InputStream in = ProfileReader.open(file)) {
            return SmallDocument.bytes(in, name);
        } catch (IOException e) {
            throw ParserFailure.unreadable(name, e);
        }
    }

    ExchangeJournal journal() {
        return journal;
    }

    ProfileTarget target() {
        return target;
    }

    Clock clock() {
        return clock;
    }

    ReadLimits limits() {
        return limits;
    }

    void inTransaction(Runnable work) {
        transaction.accept(work);
    }

    private ImportResult answer(String partner, Receipt.ReceivedBytes received, Receipt receipt) {
        ReceivedMessage kept = journal.record(
                new ReceivedMessage(partner, received.message(), received.sha256(), receipt.at(), receipt.toXml()));
        return kept.sha256().equals(received.sha256()) ? new ImportResult(receipt, false) : again(kept, received);
    }

    ImportResult again(ReceivedMessage known, Receipt.ReceivedBytes received) {
        if (known.sha256().equals(received.sha256())) {
            InputStream stored = new ByteArrayInputStream(known.receipt().getBytes(StandardCharsets.UTF_8));
            return new ImportResult(Receipt.read(stored, "stored receipt").orThrow(), true);
        }
        ExchangeProblem forged = new ExchangeProblem(
                ProblemCode.PX_FORGED,
                Place.WHOLE,
                "message " + received.message() + ": came with other content at " + known.at()
                        + " (expected: the same bytes, or another id)");
        return new ImportResult(Receipt.refused(received, clock.instant(), List.of(forged)), false);
    }

    /** Collects the settings of an import. For one thread. */
    public static final class Builder {
        private final ExchangeJournal journal;
        private final ProfileTarget target;
        private Clock clock = Clock.systemUTC();
        private ReadLimits limits = ReadLimits.standard();
        private String site = "";
        private final Map<String, Agreement> agreements = new HashMap<>();
        private Consumer<Runnable> transaction = Runnable::run;

        private Builder(ExchangeJournal journal, ProfileTarget target) {
            this.journal = journal;
            this.target = target;
        }

        /**
         * Sets the clock that tells when messages are taken in.
         *
         * @param value {@link Clock#systemUTC()} unless set
         * @return this
         */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Sets how much is taken.
         *
         * @param value {@link ReadLimits#standard()} unless set
         * @return this
         */
        public Builder limits(ReadLimits value) {
            limits = value;
            return this;
        }

        /**
         * Adds an agreement under which signed messages are taken.
         *
         * @param ownId the id this site has in it
         * @param agreement the agreement; it replaces one of the same id
         * @return this
         */
        public Builder agreement(String ownId, Agreement agreement) {
            site = ownId;
            agreements.put(agreement.id(), agreement);
            return this;
        }

        /**
         * Sets what makes one unit of several writes to journal and target.
         *
         * @param runner runs what it is given in a transaction of the host; runs it as it is unless set
         * @return this
         */
        public Builder transaction(Consumer<Runnable> runner) {
            transaction = runner;
            return this;
        }

        /**
         * The import.
         *
         * @return never null
         */
        public ProfileImport build() {
            return new ProfileImport(this);
        }
    }
}
