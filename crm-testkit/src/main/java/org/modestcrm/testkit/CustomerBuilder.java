package org.modestcrm.testkit;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.Crm;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Attribute;
import org.modestcrm.customer.AttributeValue;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerKind;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.customer.Preference;

/**
 * A customer for a test, and what she allowed. Begin with {@link Fixtures#aCustomer()}.
 *
 * <p>Id and e-mail address follow from the name: who is {@linkplain #called called} Bob Stone is {@code bob-stone} and
 * reads {@code bob-stone@example.org}. So a test with two customers names them, and messages tell who is meant. For one
 * thread.
 */
public final class CustomerBuilder {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T12:00:00Z");

    private PersonName name = PersonName.of("Alice", "Martin");
    private @Nullable CustomerId id;
    private @Nullable EmailAddress email;
    private DeliveryState emailState = DeliveryState.OK;
    private @Nullable Locale language;
    private @Nullable ZoneId zone;
    private @Nullable BirthDate birthDate;
    private boolean reachable = true;
    private final List<ContactPoint> contactPoints = new ArrayList<>();
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<PostalAddress> addresses = new ArrayList<>();
    private final List<Preference> preferences = new ArrayList<>();
    private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    private String organisation = "";
    private @Nullable PartnerId partner;
    private final List<Statement> statements = new ArrayList<>();
    private int sinceFrom;

    CustomerBuilder() {}

    /**
     * Sets the name, and with it id and e-mail address unless they are set.
     *
     * @param fullName such as {@code Bob Stone}; the first word is taken for the given name
     * @return this
     */
    public CustomerBuilder called(String fullName) {
        int blank = fullName.indexOf(' ');
        name = blank < 0
                ? PersonName.full(fullName)
                : PersonName.of(fullName.substring(0, blank), fullName.substring(blank + 1));
        return this;
    }

    /**
     * Sets the shop's id.
     *
     * @param value the id
     * @return this
     */
    public CustomerBuilder withId(String value) {
        id = CustomerId.of(value);
        return this;
    }

    /**
     * Adds an address of which the country is known.
     *
     * @param country ISO 3166-1 alpha-2, such as {@code FR}
     * @return this
     */
    public CustomerBuilder from(String country) {
        return livingAt(PostalAddress.ofCountry(country));
    }

    /**
     * Adds an address.
     *
     * @param address the address
     * @return this
     */
    public CustomerBuilder livingAt(PostalAddress address) {
        addresses.add(address);
        return this;
    }

    /**
     * Sets the language.
     *
     * @param languageTag by BCP 47, such as {@code fr} or {@code fr-BE}
     * @return this
     */
    public CustomerBuilder speaking(String languageTag) {
        language = Locale.forLanguageTag(languageTag);
        return this;
    }

    /**
     * Sets the zone of the customer's clock.
     *
     * @param zoneId such as {@code Europe/Paris}
     * @return this
     */
    public CustomerBuilder inZone(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    /**
     * Sets the birth date.
     *
     * @param text {@code 1980-02-29}, or {@code --02-29} without year
     * @return this
     */
    public CustomerBuilder bornOn(String text) {
        birthDate = BirthDate.parse(text);
        return this;
    }

    /**
     * Sets the e-mail address.
     *
     * @param address instead of the one that follows from the name
     * @return this
     */
    public CustomerBuilder reading(String address) {
        email = EmailAddress.of(address);
        reachable = true;
        return this;
    }

    /**
     * Leaves out the e-mail address.
     *
     * @return this
     */
    public CustomerBuilder withoutEmail() {
        reachable = false;
        return this;
    }

    /**
     * Sets what became of mails to the address.
     *
     * @param state such as {@link DeliveryState#BOUNCED}
     * @return this
     */
    public CustomerBuilder whoseMail(DeliveryState state) {
        emailState = state;
        return this;
    }

    /**
     * Adds a telephone number.
     *
     * @param number the number
     * @return this
     */
    public CustomerBuilder answering(String number) {
        contactPoints.add(ContactPoint.phone(number));
        return this;
    }

    /**
     * Adds an identifier the web shop gave.
     *
     * @param type the kind
     * @param value the value
     * @return this
     */
    public CustomerBuilder knownBy(IdentifierType type, String value) {
        identifiers.add(Identifier.of(type, "webshop", value));
        return this;
    }

    /**
     * Makes the customer an organisation, in which she is the one to talk to.
     *
     * @param name what the organisation is called
     * @return this
     */
    public CustomerBuilder buyingFor(String name) {
        organisation = name;
        return this;
    }

    /**
     * Has the customer say what she likes, long before the test.
     *
     * @param preference a code such as {@code size}
     * @param values most liked first
     * @return this
     */
    public CustomerBuilder liking(String preference, String... values) {
        preferences.add(Preference.stated(preference, List.of(values), "account-page", LONG_AGO));
        return this;
    }

    /**
     * Has the customer say on which channels she likes to be contacted, long before the test.
     *
     * @param channels most liked first
     * @return this
     */
    public CustomerBuilder preferring(Channel... channels) {
        return liking(Preference.CHANNEL, Stream.of(channels).map(Channel::code).toArray(String[]::new));
    }

    /**
     * Sets an attribute the shop has declared.
     *
     * @param attribute the attribute
     * @param value its value
     * @param <T> the type of its values
     * @return this
     */
    public <T> CustomerBuilder having(Attribute<T> attribute, T value) {
        attributes.put(attribute.name(), attribute.wrap(value));
        return this;
    }

    /**
     * Sets which partner handed the customer on.
     *
     * @param code the partner's code
     * @return this
     */
    public CustomerBuilder referredBy(String code) {
        partner = PartnerId.of(code);
        return this;
    }

    /**
     * Has the customer allow something, long before the test unless {@link #since} follows.
     *
     * @param channel on which channel
     * @param purposes for what
     * @return this
     */
    public CustomerBuilder consentingTo(Channel channel, Purpose... purposes) {
        return stating(ConsentStatus.GRANTED, channel, purposes);
    }

    /**
     * Has the customer take back what she allowed, long before the test unless {@link #since} follows.
     *
     * @param channel on which channel
     * @param purposes for what
     * @return this
     */
    public CustomerBuilder withdrawing(Channel channel, Purpose... purposes) {
        return stating(ConsentStatus.WITHDRAWN, channel, purposes);
    }

    /**
     * Has the customer say something about being contacted, long before the test unless {@link #since} follows.
     *
     * @param status what she says
     * @param channel on which channel
     * @param purposes for what
     * @return this
     */
    public CustomerBuilder stating(ConsentStatus status, Channel channel, Purpose... purposes) {
        sinceFrom = statements.size();
        for (Purpose purpose : purposes) {
            statements.add(new Statement(status, channel, purpose, LONG_AGO));
        }
        return this;
    }

    /**
     * Dates what was stated last.
     *
     * @param time a date such as {@code 2026-02-01}, or an instant such as {@code 2026-02-01T09:00Z}
     * @return this
     * @throws IllegalStateException when nothing was stated
     */
    public CustomerBuilder since(String time) {
        if (statements.isEmpty()) {
            throw new IllegalStateException(
                    "since " + time + ": nothing was stated before (expected: consentingTo, withdrawing or stating)");
        }
        Instant at = Moments.parse(time);
        statements.subList(sinceFrom, statements.size()).replaceAll(statement -> statement.dated(at));
        return this;
    }

    /**
     * The customer, stored nowhere.
     *
     * @return version 0
     * @throws IllegalArgumentException naming every part that cannot stay as it is
     */
    public Customer build() {
        Customer.Builder customer = Customer.builder(id()).name(name);
        if (reachable) {
            customer.contactPoint(ContactPoint.email(email()).withState(emailState));
        }
        contactPoints.forEach(customer::contactPoint);
        identifiers.forEach(customer::identifier);
        addresses.forEach(customer::address);
        preferences.forEach(customer::preference);
        attributes.forEach(customer::attribute);
        set(customer);
        return customer.build();
    }

    private void set(Customer.Builder customer) {
        if (language != null) {
            customer.language(language);
        }
        if (zone != null) {
            customer.zone(zone);
        }
        if (birthDate != null) {
            customer.birthDate(birthDate);
        }
        if (partner != null) {
            customer.referredBy(partner);
        }
        if (!organisation.isEmpty()) {
            customer.kind(CustomerKind.ORGANISATION).organisation(organisation);
        }
    }

    /**
     * What the customer stated.
     *
     * @return in the order stated; may be empty
     */
    public List<Consent> consents() {
        return statements.stream().map(statement -> statement.of(id())).toList();
    }

    /**
     * Records the customer and what she stated.
     *
     * @param crm where
     * @return the customer as stored
     * @throws org.modestcrm.customer.ConflictException when a customer of this id is there: two customers of one test
     *     need two names
     */
    public Customer recordedIn(Crm crm) {
        Customer stored = crm.record(build());
        consents().forEach(crm::record);
        return stored;
    }

    private CustomerId id() {
        return id == null ? CustomerId.of(slug()) : id;
    }

    private EmailAddress email() {
        return Objects.requireNonNullElseGet(email, () -> EmailAddress.of(slug() + "@example.org"));
    }

    private String slug() {
        String plain = Normalizer.normalize(name.full(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty()
                ? "customer-" + Integer.toHexString(name.full().hashCode())
                : plain.substring(0, Math.min(60, plain.length()));
    }
}
