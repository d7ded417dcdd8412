package org.modestcrm.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
 * <p>Good records of a document are taken even when others are refused. A document that breaks off, or has a problem that
 * makes an end of it, is refused as a whole: nothing of it is taken. Immutable; safe for one import of a partner at a time.
 */
public final class ProfileImport {
    private final ExchangeJournal journal;
    private final ProfileTarget target;
    private final Clock clock;
    private final ReadLimits limits;

    private ProfileImport(Builder from) {
        this.journal = from.journal;
        this.target = from.target;
        this.clock = from.clock;
        this.limits = from.limits;
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
        Intake intake = new Intake(journal, target, partner, received.message());
        ReadReport second = reader.read(file, intake);
        if (!second.sha256().equals(report.sha256())) {
            throw new ExchangeException(file.getFileName()
                    + ": changed while it was read (expected: a file nobody writes to); import it again");
        }
        return answer(partner, received, intake.receipt(received, clock.instant(), second));
    }

    private ImportResult answer(String partner, Receipt.ReceivedBytes received, Receipt receipt) {
        ReceivedMessage kept = journal.record(
                new ReceivedMessage(partner, received.message(), received.sha256(), receipt.at(), receipt.toXml()));
        return kept.sha256().equals(received.sha256()) ? new ImportResult(receipt, false) : again(kept, received);
    }

    private ImportResult again(ReceivedMessage known, Receipt.ReceivedBytes received) {
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
         * The import.
         *
         * @return never null
         */
        public ProfileImport build() {
            return new ProfileImport(this);
        }
    }
}
