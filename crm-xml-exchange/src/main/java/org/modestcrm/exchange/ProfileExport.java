package org.modestcrm.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Recipient;
import org.modestcrm.internal.Problems;

/**
 * Hands the profiles of customers to a partner: those who consented, and of them what the policy names. Who got what is
 * kept in the journal.
 *
 * <pre>{@code
 * ProfileExport export = ProfileExport.builder(crm, journal)
 *     .partner("garden-shop", PairKey.of("k1", secret))
 *     .policy(SharePolicy.of(Purpose.PARTNER_SHARING, EnumSet.of(ProfileField.NAME, ProfileField.EMAIL)))
 *     .build();
 * ExportReport report = export.write(loyal.stream(), "2026-11-05.1", now, Path.of("profiles.xml"));
 * }</pre>
 *
 * <p>The same customers as of the same moment give the same bytes. Immutable; safe for one export at a time.
 */
public final class ProfileExport {
    private final Crm crm;
    private final ExchangeJournal journal;
    private final String partner;
    private final PairKey key;
    private final SharePolicy policy;
    private final ProfileMaker maker;

    private ProfileExport(Builder from) {
        this.crm = from.crm;
        this.journal = from.journal;
        this.partner = from.partner;
        this.key = Objects.requireNonNull(from.key);
        this.policy = Objects.requireNonNull(from.policy);
        this.maker = new ProfileMaker(crm, key, from.segments);
    }

    /**
     * Begins an export.
     *
     * @param crm whose customers they are
     * @param journal keeps who got what
     * @return a builder that still needs partner and policy
     */
    public static Builder builder(Crm crm, ExchangeJournal journal) {
        return new Builder(crm, journal);
    }

    /**
     * Writes a {@code records} document into a file, which is there only once it is complete.
     *
     * @param customers whose profiles; ids nobody has are passed over
     * @param message the id of the message
     * @param asOf as of which moment
     * @param file where it goes; replaced when it is there
     * @return what was written and what was not
     * @throws ExchangeException when the file cannot be written
     */
    public ExportReport write(Stream<CustomerId> customers, String message, Instant asOf, Path file) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            ExportReport report;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                report = write(customers, message, asOf, out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } catch (IOException e) {
            throw new ExchangeException(file.getFileName() + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Writes a {@code records} document to a stream, which is not closed.
     *
     * @param customers whose profiles; ids nobody has are passed over
     * @param message the id of the message
     * @param asOf as of which moment
     * @param out where it goes
     * @return what was written and what was not
     * @throws ExchangeException when the stream fails
     */
    public ExportReport write(Stream<CustomerId> customers, String message, Instant asOf, OutputStream out) {
        ProfileWriter writer = ProfileWriter.begin(out, message, 1);
        List<ExchangeProblem> problems = new ArrayList<>();
        long withheld = 0;
        for (Iterator<CustomerId> all = customers.iterator(); all.hasNext(); ) {
            Optional<Customer> customer = crm.customers().find(all.next());
            if (customer.isPresent()
                    && !policy.isAllowed(maker.consents(customer.get().id(), asOf), asOf)) {
                withheld++;
            } else if (customer.isPresent()) {
                write(writer, customer.get(), asOf).ifPresent(problems::add);
            }
        }
        writer.end();
        return new ExportReport(writer.profiles(), withheld, problems);
    }

    private Optional<ExchangeProblem> write(ProfileWriter writer, Customer customer, Instant asOf) {
        try {
            Profile profile = policy.reduce(maker.profile(customer, asOf), asOf);
            writer.write(profile);
            journal.record(customer.id(), new Recipient(partner, profile.id(), profile.revision(), asOf));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            Place place = new Place("", 0, 0, key.profileId(customer.id()).value(), "");
            return Optional.of(new ExchangeProblem(
                    ProblemCode.PX_UNWRITABLE, place, "customer " + customer.id() + ": " + e.getMessage()));
        }
    }

    /** Collects the parts of an export. For one thread. */
    public static final class Builder {
        private final Crm crm;
        private final ExchangeJournal journal;
        private String partner = "";
        private @Nullable PairKey key;
        private @Nullable SharePolicy policy;
        private Function<CustomerId, ? extends Collection<String>> segments = customer -> List.of();

        private Builder(Crm crm, ExchangeJournal journal) {
            this.crm = crm;
            this.journal = journal;
        }

        /**
         * Sets who gets it.
         *
         * @param id the partner's id, as in the agreement
         * @param pairKey the key shared with this partner and nobody else
         * @return this
         */
        public Builder partner(String id, PairKey pairKey) {
            partner = id;
            key = pairKey;
            return this;
        }

        /**
         * Sets what may go.
         *
         * @param value the policy
         * @return this
         */
        public Builder policy(SharePolicy value) {
            policy = value;
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
         * @throws IllegalArgumentException naming every part that is missing
         */
        public ProfileExport build() {
            Problems problems = new Problems();
            problems.require("partner", key);
            problems.require("policy", policy);
            problems.orThrow("profile export");
            return new ProfileExport(this);
        }
    }
}
