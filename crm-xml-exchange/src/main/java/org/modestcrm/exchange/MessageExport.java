package org.modestcrm.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.Crm;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.SentMessage;
import org.modestcrm.exchangelog.SentMessages;
import org.modestcrm.exchangelog.Tombstone;
import org.modestcrm.internal.Problems;

/**
 * Makes signed messages for one partner under one agreement: a manifest and parts, in a folder of their own. Each change
 * goes into exactly one message; who withdrew the consent or was erased is told as gone in every message until the partner
 * has acknowledged it with a receipt.
 *
 * <pre>{@code
 * MessageExport export = MessageExport.builder(crm, journal, sent)
 *     .agreement("flowers", agreement)
 *     .keys(PairKey.of("k1", secret), SigningKey.of(privateKey))
 *     .purpose(Purpose.OFFERS)
 *     .build();
 * MadeMessage first = export.full(crm.customers().all().map(Customer::id), now, folder);
 * MadeMessage next = export.delta(changes, later, folder);
 * }</pre>
 *
 * <p>A message that was not made to its end, because the process died, is made again as if it had not been begun.
 * Immutable; safe for one message at a time.
 */
public final class MessageExport {
    private final SentMessages sent;
    private final String site;
    private final String partner;
    private final Agreement agreement;
    private final Set<Purpose> purposes;
    private final SigningKey signingKey;
    private final Duration lifetime;
    private final long partBytes;
    private final Sharing sharing;

    private MessageExport(Builder from) {
        this.sent = from.sent;
        this.site = from.site;
        this.agreement = Objects.requireNonNull(from.agreement);
        this.partner = agreement.parties().stream()
                .filter(party -> !party.equals(site))
                .findFirst()
                .orElseThrow();
        this.purposes = new LinkedHashSet<>(from.purposes);
        this.signingKey = Objects.requireNonNull(from.signingKey);
        this.lifetime = from.lifetime;
        this.partBytes = from.partBytes;
        PairKey key = Objects.requireNonNull(from.pairKey);
        this.sharing = new Sharing(
                from.crm,
                from.journal,
                partner,
                agreement.policy(site, purposes),
                new ProfileMaker(from.crm, key, from.segments));
    }

    /**
     * A change of a customer.
     *
     * @param number its place in the row of the shop's changes; they ascend
     * @param customer who changed: saved, ordered, consented, withdrew, was erased
     */
    public record Change(long number, CustomerId customer) {}

    /**
     * A message that was made.
     *
     * @param manifest its manifest, in the folder of its parts; hand on the whole folder
     * @param id its id
     * @param sequence its place in the row of messages to this partner
     * @param report what is in it
     */
    public record MadeMessage(Path manifest, String id, long sequence, ExportReport report) {}

    /**
     * Begins an export.
     *
     * @param crm whose customers they are
     * @param journal keeps who got what
     * @param sent keeps which messages were made
     * @return a builder that still needs agreement, keys and a purpose
     */
    public static Builder builder(Crm crm, ExchangeJournal journal, SentMessages sent) {
        return new Builder(crm, journal, sent);
    }

    /**
     * The number of the last change that is in a message.
     *
     * @return 0 before the first; the next delta begins behind it
     */
    public long lastChange() {
        return sent.last(partner).map(SentMessage::lastChange).orElse(0L);
    }

    /**
     * Makes a message of everything.
     *
     * @param customers all customers there are, each once
     * @param asOf as of which moment
     * @param lastChange the number of the last change that is in it
     * @param folder the message goes into a folder of its own in this one
     * @return the message
     * @throws ExchangeException when it cannot be written
     */
    public MadeMessage full(Stream<CustomerId> customers, Instant asOf, long lastChange, Path folder) {
        return make(Manifest.Mode.FULL, customers.iterator(), new Until(asOf, lastChange), folder);
    }

    /**
     * Makes a message of what changed.
     *
     * @param changes those behind {@link #lastChange()}, ascending; earlier ones are passed over
     * @param asOf as of which moment
     * @param folder the message goes into a folder of its own in this one
     * @return the message; it may have no records
     * @throws IllegalStateException when no full message was made before
     * @throws ExchangeException when it cannot be written
     */
    public MadeMessage delta(Collection<Change> changes, Instant asOf, Path folder) {
        if (sent.last(partner).isEmpty()) {
            throw new IllegalStateException(
                    "delta for " + partner + ": no message before it (expected: a full one first)");
        }
        long from = lastChange();
        Set<CustomerId> customers = new LinkedHashSet<>();
        long last = from;
        for (Change change : changes) {
            if (change.number() > from) {
                customers.add(change.customer());
                last = Math.max(last, change.number());
            }
        }
        return make(Manifest.Mode.DELTA, customers.iterator(), new Until(asOf, last), folder);
    }

    /**
     * Takes the partner's answer: what was told as gone in the message it answers need not be told again.
     *
     * @param receipt the answer to the message made last
     * @return how many tombstones are acknowledged; 0 when the message was refused or is another one
     */
    public int acknowledge(Receipt receipt) {
        Optional<SentMessage> answered = sent.last(partner)
                .filter(message -> message.id().equals(receipt.message()))
                .filter(message -> receipt.status() != Receipt.Status.REFUSED);
        List<Tombstone> told = sent.pending(partner).stream()
                .filter(tombstone -> answered.isPresent()
                        && !tombstone.at().isAfter(answered.get().at()))
                .toList();
        told.forEach(tombstone -> sent.settle(partner, tombstone));
        return told.size();
    }

    /**
     * What the partner has not acknowledged yet.
     *
     * @return by profile id; may be empty
     */
    public List<Tombstone> pending() {
        return sent.pending(partner);
    }

    private record Until(Instant asOf, long lastChange) {}

    private MadeMessage make(Manifest.Mode mode, Iterator<CustomerId> customers, Until until, Path folder) {
        Optional<SentMessage> before = sent.last(partner);
        long sequence = before.map(SentMessage::sequence).orElse(0L) + 1;
        String id = partner + "." + sequence;
        try {
            Path own = Files.createDirectories(folder.resolve(id.replace(':', '_')));
            PartFiles parts = new PartFiles(own, id, partBytes);
            ExportReport report = sharing.write(customers, until.asOf(), parts, sent);
            Manifest manifest = new Manifest(
                    id,
                    new Manifest.Validity(until.asOf(), until.asOf().plus(lifetime)),
                    new Manifest.Route(site, partner, agreement.id(), agreement.revision()),
                    new Manifest.Position(
                            mode, sequence, before.map(SentMessage::id).orElse(null)),
                    new Manifest.Contents(purposes, parts.finish()));
            Path file = own.resolve("manifest.xml");
            Path draft = Files.write(
                    own.resolve("manifest.draft"),
                    EnvelopedSignature.sign(ManifestDocument.write(manifest), "manifest", signingKey));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            sent.record(new SentMessage(partner, sequence, id, until.asOf(), until.lastChange()));
            return new MadeMessage(file, id, sequence, report);
        } catch (IOException | UncheckedIOException e) {
            throw new ExchangeException("message " + id + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /** Collects the parts of an export. For one thread. */
    public static final class Builder {
        private final Crm crm;
        private final ExchangeJournal journal;
        private final SentMessages sent;
        private final Set<Purpose> purposes = new LinkedHashSet<>();
        private String site = "";
        private @Nullable Agreement agreement;
        private @Nullable PairKey pairKey;
        private @Nullable SigningKey signingKey;
        private Duration lifetime = Duration.ofDays(30);
        private long partBytes = 16L << 20;
        private Function<CustomerId, ? extends Collection<String>> segments = customer -> List.of();

        private Builder(Crm crm, ExchangeJournal journal, SentMessages sent) {
            this.crm = crm;
            this.journal = journal;
            this.sent = sent;
        }

        /**
         * Sets the agreement; the other party in it is the partner.
         *
         * @param ownId the id this site has in it
         * @param value the agreement
         * @return this
         */
        public Builder agreement(String ownId, Agreement value) {
            site = ownId;
            agreement = value;
            return this;
        }

        /**
         * Sets the keys.
         *
         * @param pair makes the ids only this pair of sites knows
         * @param signing signs the manifests; its public half stands in the agreement
         * @return this
         */
        public Builder keys(PairKey pair, SigningKey signing) {
            pairKey = pair;
            signingKey = signing;
            return this;
        }

        /**
         * Adds what the messages may be used for; only fields that are shared for all purposes leave.
         *
         * @param purpose one the agreement shares for
         * @return this
         */
        public Builder purpose(Purpose purpose) {
            purposes.add(purpose);
            return this;
        }

        /**
         * Sets how long a message may be taken in.
         *
         * @param value 30 days unless set
         * @return this
         */
        public Builder lifetime(Duration value) {
            lifetime = value;
            return this;
        }

        /**
         * Sets from which size on a part is closed and the next one begun.
         *
         * @param bytes 16 MiB unless set
         * @return this
         */
        public Builder partBytes(long bytes) {
            partBytes = bytes;
            return this;
        }

        /**
         * Sets how the segments of a customer are known.
         *
         * @param of gives the ids of the segments a customer is in; none unless set
         * @return this
         */
        public Builder segments(Function<CustomerId, ? extends Collection<String>> of) {
            segments = of;
            return this;
        }

        /**
         * The export.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that is missing or contradicts another
         */
        public MessageExport build() {
            Problems problems = new Problems();
            problems.require("agreement", agreement);
            problems.require("keys", signingKey);
            problems.when(purposes.isEmpty(), "no purpose (expected: one the agreement shares for)");
            if (agreement != null) {
                Agreement given = agreement;
                problems.when(
                        !given.parties().contains(site), "site " + site + " (expected: a party of " + given + ")");
                purposes.forEach(purpose -> problems.when(
                        !given.names(site, purpose),
                        "purpose " + purpose + " (expected: one " + given + " shares for)"));
            }
            problems.orThrow("message export");
            return new MessageExport(this);
        }
    }
}
