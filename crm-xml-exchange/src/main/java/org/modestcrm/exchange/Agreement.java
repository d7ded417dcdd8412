package org.modestcrm.exchange;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Purpose;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.internal.Problems;

/**
 * What two sites may tell each other: which fields, for which purposes, in which direction, on which consents, signed with
 * which keys. What it does not name stays at home. Both keep the same document. Immutable.
 *
 * <pre>{@code
 * Agreement.builder("flowers-garden", 1)
 *     .validity(from, to)
 *     .party("flowers", List.of(new PartyKey("f1", publicKey, from, to))).party("garden", List.of())
 *     .share("flowers", Purpose.OFFERS, EnumSet.of(ProfileField.NAME, ProfileField.EMAIL))
 *     .require(Purpose.PARTNER_SHARING)
 *     .build();
 * }</pre>
 */
public final class Agreement {
    private final String id;
    private final long revision;
    private final Instant fromInclusive;
    private final Instant toExclusive;
    private final Map<String, List<PartyKey>> parties;
    private final Set<Share> shares;
    private final Set<Purpose> required;
    private final Limits limits;

    private Agreement(Builder from, Instant fromInclusive, Instant toExclusive) {
        this.id = from.id;
        this.revision = from.revision;
        this.fromInclusive = fromInclusive;
        this.toExclusive = toExclusive;
        this.parties = new LinkedHashMap<>(from.parties);
        this.shares = new LinkedHashSet<>(from.shares);
        this.required = new LinkedHashSet<>(from.required);
        this.limits = from.limits;
    }

    /**
     * One field for one purpose in one direction.
     *
     * @param from the party that tells
     * @param field what it tells
     * @param purpose what the other may use it for
     */
    public record Share(String from, ProfileField field, Purpose purpose) {}

    /**
     * How much one message may have, and how long what it told may be kept.
     *
     * @param bytes of all parts together, as they are sent
     * @param records of all parts together
     * @param retentionDays after which the receiver deletes what was not told again
     */
    public record Limits(long bytes, long records, int retentionDays) {
        /**
         * Checks the numbers.
         *
         * @param bytes of all parts
         * @param records of all parts
         * @param retentionDays days
         * @throws IllegalArgumentException when one is below 1
         */
        public Limits {
            if (bytes < 1 || records < 1 || retentionDays < 1) {
                throw new IllegalArgumentException("limits: " + bytes + " bytes, " + records + " records, "
                        + retentionDays + " days (expected: 1 or more of each)");
            }
        }
    }

    /**
     * Begins an agreement.
     *
     * @param id its id: 1 to 100 letters, digits, {@code .}, {@code _}, {@code :} and {@code -}
     * @param revision its revision, 0 or more
     * @return a builder that still needs validity, two parties, shares and a consent
     */
    public static Builder builder(String id, long revision) {
        return new Builder(ProfileId.of(id).value(), revision);
    }

    /**
     * Reads an {@code agreement} document.
     *
     * @param in the document; it is not closed
     * @param name how problems call it
     * @return the agreement, or what is wrong with the document
     * @throws ExchangeException when the stream fails
     */
    public static ParsedDocument<Agreement> read(InputStream in, String name) {
        return AgreementDocument.read(in, name);
    }

    /**
     * The {@code agreement} document. The same agreement gives the same text.
     *
     * @return XML
     */
    public String toXml() {
        return new String(AgreementDocument.write(this), StandardCharsets.UTF_8);
    }

    /**
     * Its id.
     *
     * @return never blank
     */
    public String id() {
        return id;
    }

    /**
     * Its revision.
     *
     * @return 0 or more
     */
    public long revision() {
        return revision;
    }

    /**
     * From when on it holds.
     *
     * @return never null
     */
    public Instant fromInclusive() {
        return fromInclusive;
    }

    /**
     * Until when it holds.
     *
     * @return never null
     */
    public Instant toExclusive() {
        return toExclusive;
    }

    /**
     * The ids of the parties.
     *
     * @return two
     */
    public List<String> parties() {
        return List.copyOf(parties.keySet());
    }

    /**
     * The keys of a party.
     *
     * @param party its id
     * @return empty when it signs nothing or is no party
     */
    public List<PartyKey> keys(String party) {
        return parties.getOrDefault(party, List.of());
    }

    /**
     * What is shared.
     *
     * @return in the order given
     */
    public List<Share> shares() {
        return List.copyOf(shares);
    }

    /**
     * The consents without which nothing of a person leaves.
     *
     * @return one or more
     */
    public List<Purpose> required() {
        return List.copyOf(required);
    }

    /**
     * How much a message may have.
     *
     * @return never null
     */
    public Limits limits() {
        return limits;
    }

    /**
     * What a party may tell for some purposes: the fields that are shared for every one of them.
     *
     * @param from who tells
     * @param purposes what for
     * @return a policy that lets nothing through when there is no purpose
     */
    public SharePolicy policy(String from, Set<Purpose> purposes) {
        Set<ProfileField> fields = EnumSet.noneOf(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            if (!purposes.isEmpty()
                    && purposes.stream().allMatch(purpose -> shares.contains(new Share(from, field, purpose)))) {
                fields.add(field);
            }
        }
        return SharePolicy.of(required(), fields);
    }

    boolean holdsAt(Instant moment) {
        return !moment.isBefore(fromInclusive) && moment.isBefore(toExclusive);
    }

    boolean names(String from, Purpose purpose) {
        return shares.stream()
                .anyMatch(share -> share.from().equals(from) && share.purpose().equals(purpose));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Agreement that && toXml().equals(that.toXml());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, revision);
    }

    @Override
    public String toString() {
        return "agreement " + id + " revision " + revision;
    }

    /** Collects the parts of an agreement. For one thread. */
    public static final class Builder {
        private final String id;
        private final long revision;
        private final Map<String, List<PartyKey>> parties = new LinkedHashMap<>();
        private final Set<Share> shares = new LinkedHashSet<>();
        private final Set<Purpose> required = new LinkedHashSet<>();
        private Limits limits = new Limits(4L << 30, 5_000_000, 365);
        private @Nullable Instant fromInclusive;
        private @Nullable Instant toExclusive;

        private Builder(String id, long revision) {
            this.id = id;
            this.revision = revision;
        }

        /**
         * Sets when it holds.
         *
         * @param from from when on
         * @param to until when, the moment itself excluded
         * @return this
         */
        public Builder validity(Instant from, Instant to) {
            fromInclusive = from;
            toExclusive = to;
            return this;
        }

        /**
         * Adds a party.
         *
         * @param party its id, of the shape of an agreement's
         * @param keys the keys it signs with; none when it never sends
         * @return this
         */
        public Builder party(String party, List<PartyKey> keys) {
            parties.put(ProfileId.of(party).value(), List.copyOf(keys));
            return this;
        }

        /**
         * Adds what a party tells for a purpose.
         *
         * @param from the party
         * @param purpose the purpose
         * @param fields the fields
         * @return this
         */
        public Builder share(String from, Purpose purpose, Set<ProfileField> fields) {
            new ArrayList<>(fields).stream().sorted().forEach(field -> shares.add(new Share(from, field, purpose)));
            return this;
        }

        /**
         * Adds a consent without which nothing of a person leaves.
         *
         * @param consent its purpose
         * @return this
         */
        public Builder require(Purpose consent) {
            required.add(consent);
            return this;
        }

        /**
         * Sets how much a message may have.
         *
         * @param value 4 GiB, 5,000,000 records and 365 days unless set
         * @return this
         */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /**
         * The agreement.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that is missing or contradicts another
         */
        public Agreement build() {
            Problems problems = new Problems();
            problems.require("validity", fromInclusive);
            problems.when(
                    fromInclusive != null && toExclusive != null && !toExclusive.isAfter(fromInclusive),
                    "validity to " + toExclusive + " (expected: after " + fromInclusive + ")");
            problems.when(revision < 0, "revision: " + revision + " (expected: 0 or more)");
            problems.when(parties.size() != 2, parties.size() + " parties (expected: 2)");
            problems.when(shares.isEmpty(), "nothing shared (expected: a field for a purpose)");
            problems.when(required.isEmpty(), "no consent required (expected: one or more)");
            for (Share share : shares) {
                problems.when(
                        !parties.containsKey(share.from()),
                        "share from " + share.from() + " (expected: one of the parties)");
            }
            problems.orThrow("agreement " + id);
            return new Agreement(this, Objects.requireNonNull(fromInclusive), Objects.requireNonNull(toExclusive));
        }
    }
}
