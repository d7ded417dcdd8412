package org.modestcrm.customer;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    private final CustomerKind kind;
    private final @Nullable PersonName name;
    private final String organisation;
    private final List<Identifier> identifiers;
    private final List<ContactPoint> contactPoints;
    private final List<AddressEntry> addressBook;
    private final @Nullable Locale language;
    private final @Nullable ZoneId zone;
    private final @Nullable BirthDate birthDate;
    private final List<Preference> preferences;
    private final Map<String, AttributeValue> attributes;
    private final @Nullable PartnerId referredBy;

    Customer(CustomerParts from, long version) {
        this.id = from.id;
        this.version = version;
        this.kind = from.kind;
        this.name = from.name;
        this.organisation = from.organisation;
        this.identifiers = List.copyOf(from.identifiers);
        this.contactPoints = List.copyOf(from.contactPoints);
        this.addressBook = List.copyOf(from.addressBook);
        this.language = from.language;
        this.zone = from.zone;
        this.birthDate = from.birthDate;
        this.preferences = List.copyOf(from.preferences);
        this.attributes = Collections.unmodifiableMap(new TreeMap<>(from.attributes));
        this.referredBy = from.referredBy;
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
        builder.kind = kind;
        builder.name = name;
        builder.organisation = organisation;
        builder.identifiers.addAll(identifiers);
        builder.contactPoints.addAll(contactPoints);
        builder.addressBook.addAll(addressBook);
        builder.language = language;
        builder.zone = zone;
        builder.birthDate = birthDate;
        builder.preferences.addAll(preferences);
        builder.attributes.putAll(attributes);
        builder.referredBy = referredBy;
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
     * Whether it is a person or an organisation.
     *
     * @return {@link CustomerKind#PERSON} unless set
     */
    public CustomerKind kind() {
        return kind;
    }

    /**
     * The organisation the customer is, or buys for.
     *
     * @return empty text when there is none
     */
    public String organisation() {
        return organisation;
    }

    /**
     * What the person is called; of an organisation, whom to turn to.
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
        return addressBook.stream().map(AddressEntry::address).toList();
    }

    /**
     * Postal addresses with what they are used for.
     *
     * @return best first, may be empty
     */
    public List<AddressEntry> addressBook() {
        return addressBook;
    }

    /**
     * The first address that is used for something.
     *
     * @param use what for
     * @return empty when none is
     */
    public Optional<PostalAddress> address(AddressUse use) {
        return addressBook.stream()
                .filter(entry -> entry.uses().contains(use))
                .map(AddressEntry::address)
                .findFirst();
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
     * What the customer likes, stated or inferred.
     *
     * @return in the order given, may be empty
     */
    public List<Preference> preferences() {
        return preferences;
    }

    /**
     * The preference of a name that counts: what was stated comes before what was inferred, the later before the earlier.
     *
     * @param preference the name
     * @return empty when nobody knows
     */
    public Optional<Preference> preference(String preference) {
        return preferences.stream()
                .filter(known -> known.name().equals(preference))
                .min(Comparator.comparing(Preference::kind)
                        .thenComparing(Preference::at, Comparator.reverseOrder())
                        .thenComparing(Preference::source));
    }

    /**
     * The channels the customer likes to be contacted on.
     *
     * @return most liked first, empty when nobody knows
     */
    public List<Channel> preferredChannels() {
        return preference(Preference.CHANNEL)
                .map(known -> known.values().stream().map(Channel::of).toList())
                .orElse(List.of());
    }

    /**
     * The attributes the shop declared.
     *
     * @return by name, may be empty
     */
    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    /**
     * The value of an attribute.
     *
     * @param attribute its declaration
     * @param <T> what it holds
     * @return empty when the customer has none, or one of another type
     */
    public <T> Optional<T> attribute(Attribute<T> attribute) {
        return Optional.ofNullable(attributes.get(attribute.name())).flatMap(attribute::unwrap);
    }

    /**
     * The partner who sent the customer.
     *
     * @return empty when nobody did, or nobody knows
     */
    public Optional<PartnerId> referredBy() {
        return Optional.ofNullable(referredBy);
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
        return addressBook.stream()
                .flatMap(entry -> entry.address().country().stream())
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Customer that && id.equals(that.id) && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, identifiers, contactPoints);
    }

    private List<Object> parts() {
        return Arrays.asList(
                kind,
                name,
                organisation,
                identifiers,
                contactPoints,
                addressBook,
                language,
                zone,
                birthDate,
                preferences,
                attributes,
                referredBy);
    }

    /** The id only: the rest stays out of logs. */
    @Override
    public String toString() {
        return "customer " + id;
    }

    /** Collects the parts of a customer. For one thread. */
    public static final class Builder extends CustomerParts {
        private Builder(CustomerId id) {
            super(id);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
