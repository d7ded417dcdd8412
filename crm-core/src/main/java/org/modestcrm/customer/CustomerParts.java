package org.modestcrm.customer;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;

/** What {@link Customer.Builder} collects. */
abstract class CustomerParts {
    final CustomerId id;
    long version;
    CustomerKind kind = CustomerKind.PERSON;

    @Nullable PersonName name;

    String organisation = "";
    final List<Identifier> identifiers = new ArrayList<>();
    final List<ContactPoint> contactPoints = new ArrayList<>();
    final List<AddressEntry> addressBook = new ArrayList<>();

    @Nullable Locale language;

    @Nullable ZoneId zone;

    @Nullable BirthDate birthDate;

    final List<Preference> preferences = new ArrayList<>();
    final Map<String, AttributeValue> attributes = new TreeMap<>();

    @Nullable PartnerId referredBy;

    CustomerParts(CustomerId id) {
        this.id = id;
    }

    abstract Customer.Builder self();

    /**
     * Sets whether it is a person or an organisation.
     *
     * @param value {@link CustomerKind#PERSON} unless set
     * @return this
     */
    public Customer.Builder kind(CustomerKind value) {
        kind = value;
        return self();
    }

    /**
     * Sets the name.
     *
     * @param value the name
     * @return this
     */
    public Customer.Builder name(PersonName value) {
        name = value;
        return self();
    }

    /**
     * Sets the organisation the customer is, or buys for.
     *
     * @param value at most 400 characters
     * @return this
     */
    public Customer.Builder organisation(String value) {
        organisation = Texts.optional("organisation", value, 400);
        return self();
    }

    /**
     * Adds an identifier; one that is already there is not added twice, but verified if this one is.
     *
     * @param value the identifier
     * @return this
     */
    public Customer.Builder identifier(Identifier value) {
        for (int i = 0; i < identifiers.size(); i++) {
            if (identifiers.get(i).isSameAs(value)) {
                identifiers.set(i, value.verifiedAt().isPresent() ? value : identifiers.get(i));
                return self();
            }
        }
        identifiers.add(value);
        return self();
    }

    /**
     * Replaces all identifiers.
     *
     * @param values in the order to keep
     * @return this
     */
    public Customer.Builder identifiers(List<Identifier> values) {
        identifiers.clear();
        values.forEach(this::identifier);
        return self();
    }

    /**
     * Adds a place to reach the customer. The same address on the same channel is replaced.
     *
     * @param value the contact point
     * @return this
     */
    public Customer.Builder contactPoint(ContactPoint value) {
        for (int i = 0; i < contactPoints.size(); i++) {
            ContactPoint known = contactPoints.get(i);
            if (known.channel().equals(value.channel()) && known.address().equals(value.address())) {
                contactPoints.set(i, value);
                return self();
            }
        }
        contactPoints.add(value);
        return self();
    }

    /**
     * Replaces all places to reach the customer.
     *
     * @param values best first
     * @return this
     */
    public Customer.Builder contactPoints(List<ContactPoint> values) {
        contactPoints.clear();
        values.forEach(this::contactPoint);
        return self();
    }

    /**
     * Adds an e-mail address.
     *
     * @param address the address
     * @return this
     */
    public Customer.Builder email(EmailAddress address) {
        return contactPoint(ContactPoint.email(address));
    }

    /**
     * Adds a postal address; one that is already there is not added twice, but used for that too.
     *
     * @param value the address
     * @param uses what it is used for, none when not known
     * @return this
     */
    public Customer.Builder address(PostalAddress value, AddressUse... uses) {
        return address(new AddressEntry(value, Set.of(uses)));
    }

    /**
     * Adds an entry of the address book; an address that is already there is not added twice, but used for that too.
     *
     * @param value address and uses
     * @return this
     */
    public Customer.Builder address(AddressEntry value) {
        for (int i = 0; i < addressBook.size(); i++) {
            if (addressBook.get(i).address().equals(value.address())) {
                addressBook.set(i, addressBook.get(i).usedFor(value.uses()));
                return self();
            }
        }
        addressBook.add(value);
        return self();
    }

    /**
     * Replaces all postal addresses; one that was there before keeps its uses.
     *
     * @param values best first
     * @return this
     */
    public Customer.Builder addresses(List<PostalAddress> values) {
        Map<PostalAddress, AddressEntry> known = new LinkedHashMap<>();
        addressBook.forEach(entry -> known.put(entry.address(), entry));
        addressBook.clear();
        values.forEach(value -> address(known.getOrDefault(value, new AddressEntry(value, Set.of()))));
        return self();
    }

    /**
     * Replaces the whole address book.
     *
     * @param values best first
     * @return this
     */
    public Customer.Builder addressBook(List<AddressEntry> values) {
        addressBook.clear();
        values.forEach(this::address);
        return self();
    }

    /**
     * Sets the language.
     *
     * @param value a locale with a language (BCP 47)
     * @return this
     */
    public Customer.Builder language(Locale value) {
        language = value;
        return self();
    }

    /**
     * Sets the zone of the customer's clock.
     *
     * @param value the zone
     * @return this
     */
    public Customer.Builder zone(ZoneId value) {
        zone = value;
        return self();
    }

    /**
     * Sets the birth date.
     *
     * @param value the date
     * @return this
     */
    public Customer.Builder birthDate(BirthDate value) {
        birthDate = value;
        return self();
    }

    /**
     * Adds what the customer likes; what the same source said or concluded of the same name before is replaced.
     *
     * @param value the preference
     * @return this
     */
    public Customer.Builder preference(Preference value) {
        preferences.removeIf(value::replaces);
        preferences.add(value);
        return self();
    }

    /**
     * Replaces all preferences.
     *
     * @param values in the order to keep
     * @return this
     */
    public Customer.Builder preferences(List<Preference> values) {
        preferences.clear();
        values.forEach(this::preference);
        return self();
    }

    /**
     * Sets an attribute the shop declared.
     *
     * @param attribute its declaration
     * @param value its value
     * @param <T> what it holds
     * @return this
     * @throws IllegalArgumentException when the value is none of the declared choices
     */
    public <T> Customer.Builder attribute(Attribute<T> attribute, T value) {
        return attribute(attribute.name(), attribute.wrap(value));
    }

    /**
     * Sets an attribute by its name.
     *
     * @param attribute its name
     * @param value its value
     * @return this
     */
    public Customer.Builder attribute(String attribute, AttributeValue value) {
        attributes.put(Texts.code("attribute", attribute), value);
        return self();
    }

    /**
     * Takes an attribute away.
     *
     * @param attribute its name; one that is not there is no mistake
     * @return this
     */
    public Customer.Builder withoutAttribute(String attribute) {
        attributes.remove(attribute);
        return self();
    }

    /**
     * Sets the partner who sent the customer.
     *
     * @param value the partner
     * @return this
     */
    public Customer.Builder referredBy(PartnerId value) {
        referredBy = value;
        return self();
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
        atMost200(problems, identifiers.size(), "identifiers");
        atMost200(problems, contactPoints.size(), "contact points");
        atMost200(problems, addressBook.size(), "addresses");
        atMost200(problems, preferences.size(), "preferences");
        atMost200(problems, attributes.size(), "attributes");
        problems.orThrow("customer " + id);
        return new Customer(this, version);
    }

    private static void atMost200(Problems problems, int size, String what) {
        problems.when(size > 200, size + " " + what + " (expected: at most 200)");
    }
}
