package org.modestcrm.customer;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modestcrm.internal.Problems;

/**
 * Who buys or may buy: one person or organisation as the shop knows it today.
 *
 * <pre>{@code
 * Customer alice = Customer.builder(CustomerId.of("17"))
 *     .name(PersonName.of("Alice", "Martin"))
 *     .email(EmailAddress.of("alice@example.org"))
 *     .address(PostalAddress.ofCountry("FR"))
 *     .language(Locale.FRENCH)
 *     .build();
 * }</pre>
 *
 * <p>Equality is of all parts but {@link #version()}. Immutable.
 */
public final class Customer {
    private final CustomerId id;
    private final long version;
    private final @Nullable PersonName name;
    private final List<Identifier> identifiers;
    private final List<ContactPoint> contactPoints;
    private final List<PostalAddress> addresses;
    private final @Nullable Locale language;
    private final @Nullable ZoneId zone;
    private final @Nullable BirthDate birthDate;

    private Customer(Builder from, long version) {
        this.id = from.id;
        this.version = version;
        this.name = from.name;
        this.identifiers = List.copyOf(from.identifiers);
        this.contactPoints = List.copyOf(from.contactPoints);
        this.addresses = List.copyOf(from.addresses);
        this.language = from.language;
        this.zone = from.zone;
        this.birthDate = from.birthDate;
    }

    /**
     * Begins a customer.
     *
     * @param id the shop's id
     * @return a builder with nothing but the id
     */
    public static Builder builder(CustomerId id) {
        return new Builder(id);
    }

    /**
     * Begins a changed copy. It keeps the version, so that saving it notices who else saved in between.
     *
     * @return a builder holding all parts
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id);
        builder.version = version;
        builder.name = name;
        builder.identifiers.addAll(identifiers);
        builder.contactPoints.addAll(contactPoints);
        builder.addresses.addAll(addresses);
        builder.language = language;
        builder.zone = zone;
        builder.birthDate = birthDate;
        return builder;
    }

    /**
     * The same customer at another version; for implementations of {@link CustomerStore}.
     *
     * @param newVersion 1 or more once stored, 0 for never stored
     * @return a copy
     */
    public Customer withVersion(long newVersion) {
        return new Customer(toBuilder(), newVersion);
    }

    /**
     * The shop's id.
     *
     * @return never null
     */
    public CustomerId id() {
        return id;
    }

    /**
     * How often it was saved.
     *
     * @return 0 for a customer that was never stored
     */
    public long version() {
        return version;
    }

    /**
     * What the customer is called.
     *
     * @return empty when not known
     */
    public Optional<PersonName> name() {
        return Optional.ofNullable(name);
    }

    /**
     * By what sources know the customer.
     *
     * @return in the order given, may be empty
     */
    public List<Identifier> identifiers() {
        return identifiers;
    }

    /**
     * Where the customer can be reached.
     *
     * @return best first, may be empty
     */
    public List<ContactPoint> contactPoints() {
        return contactPoints;
    }

    /**
     * Postal addresses.
     *
     * @return best first, may be empty
     */
    public List<PostalAddress> addresses() {
        return addresses;
    }

    /**
     * The language to speak and write to the customer in.
     *
     * @return empty when not known
     */
    public Optional<Locale> language() {
        return Optional.ofNullable(language);
    }

    /**
     * The zone of the customer's clock.
     *
     * @return empty when not known
     */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /**
     * The birth date, with or without year.
     *
     * @return empty when not known
     */
    public Optional<BirthDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    /**
     * The first e-mail address that mail can still be sent to.
     *
     * @return empty when there is none, or all are bounced or blocked
     */
    public Optional<EmailAddress> email() {
        return contactPoints.stream()
                .filter(point -> point.channel().equals(Channel.EMAIL))
                .filter(point -> point.state() == DeliveryState.OK || point.state() == DeliveryState.DOUBTFUL)
                .findFirst()
                .map(point -> EmailAddress.of(point.address()));
    }

    /**
     * The country of the first address that has one.
     *
     * @return ISO 3166-1 alpha-2, empty when not known
     */
    public Optional<String> country() {
        return addresses.stream().flatMap(address -> address.country().stream()).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Customer that
                && id.equals(that.id)
                && Objects.equals(name, that.name)
                && identifiers.equals(that.identifiers)
                && contactPoints.equals(that.contactPoints)
                && addresses.equals(that.addresses)
                && Objects.equals(language, that.language)
                && Objects.equals(zone, that.zone)
                && Objects.equals(birthDate, that.birthDate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, identifiers, contactPoints, addresses, language, zone, birthDate);
    }

    /** The id only: the rest stays out of logs. */
    @Override
    public String toString() {
        return "customer " + id;
    }

    /** Collects the parts of a customer. For one thread. */
    public static final class Builder {
        private final CustomerId id;
        private long version;
        private @Nullable PersonName name;
        private final Set<Identifier> identifiers = new LinkedHashSet<>();
        private final List<ContactPoint> contactPoints = new ArrayList<>();
        private final List<PostalAddress> addresses = new ArrayList<>();
        private @Nullable Locale language;
        private @Nullable ZoneId zone;
        private @Nullable BirthDate birthDate;

        private Builder(CustomerId id) {
            this.id = id;
        }

        /**
         * Sets the name.
         *
         * @param value the name
         * @return this
         */
        public Builder name(PersonName value) {
            name = value;
            return this;
        }

        /**
         * Adds an identifier; one that is already there is not added twice.
         *
         * @param value the identifier
         * @return this
         */
        public Builder identifier(Identifier value) {
            identifiers.add(value);
            return this;
        }

        /**
         * Adds a place to reach the customer. The same address on the same channel is replaced.
         *
         * @param value the contact point
         * @return this
         */
        public Builder contactPoint(ContactPoint value) {
            for (int i = 0; i < contactPoints.size(); i++) {
                ContactPoint known = contactPoints.get(i);
                if (known.channel().equals(value.channel()) && known.address().equals(value.address())) {
                    contactPoints.set(i, value);
                    return this;
                }
            }
            contactPoints.add(value);
            return this;
        }

        /**
         * Adds an e-mail address.
         *
         * @param address the address
         * @return this
         */
        public Builder email(EmailAddress address) {
            return contactPoint(ContactPoint.email(address));
        }

        /**
         * Adds a postal address; one that is already there is not added twice.
         *
         * @param value the address
         * @return this
         */
        public Builder address(PostalAddress value) {
            if (!addresses.contains(value)) {
                addresses.add(value);
            }
            return this;
        }

        /**
         * Replaces all postal addresses.
         *
         * @param values best first
         * @return this
         */
        public Builder addresses(List<PostalAddress> values) {
            addresses.clear();
            values.forEach(this::address);
            return this;
        }

        /**
         * Sets the language.
         *
         * @param value a locale with a language (BCP 47)
         * @return this
         */
        public Builder language(Locale value) {
            language = value;
            return this;
        }

        /**
         * Sets the zone of the customer's clock.
         *
         * @param value the zone
         * @return this
         */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /**
         * Sets the birth date.
         *
         * @param value the date
         * @return this
         */
        public Builder birthDate(BirthDate value) {
            birthDate = value;
            return this;
        }

        /**
         * The customer.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that cannot stay as it is
         */
        public Customer build() {
            Problems problems = new Problems();
            problems.when(
                    language != null && language.getLanguage().isEmpty(),
                    "language: a locale without language (expected: a BCP 47 tag such as fr or fr-BE)");
            problems.when(identifiers.size() > 200, identifiers.size() + " identifiers (expected: at most 200)");
            problems.when(contactPoints.size() > 200, contactPoints.size() + " contact points (expected: at most 200)");
            problems.when(addresses.size() > 200, addresses.size() + " addresses (expected: at most 200)");
            problems.orThrow("customer " + id);
            return new Customer(this, version);
        }
    }
}
