package org.modestcrm.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PersonName;

/** What a test may ask of a customer. Messages show the customer in full, for it is somebody of a test. */
public final class CustomerAssert extends AbstractAssert<CustomerAssert, Customer> {
    CustomerAssert(Customer actual) {
        super(actual, CustomerAssert.class);
    }

    /**
     * Expects a name.
     *
     * @param fullName as the customer writes it
     * @return this
     */
    public CustomerAssert isCalled(String fullName) {
        isNotNull();
        String found = actual.name().map(PersonName::full).orElse("nobody");
        return expect(found.equals(fullName), "to be called \"" + fullName + "\"", "\"" + found + "\"");
    }

    /**
     * Expects a country.
     *
     * @param country ISO 3166-1 alpha-2
     * @return this
     */
    public CustomerAssert isFrom(String country) {
        isNotNull();
        String found = actual.country().orElse("nowhere");
        return expect(found.equals(country), "to be from " + country, "from " + found);
    }

    /**
     * Expects a language.
     *
     * @param languageTag by BCP 47; {@code fr} is spoken by who speaks {@code fr-BE} too
     * @return this
     */
    public CustomerAssert speaks(String languageTag) {
        isNotNull();
        Optional<Locale> found = actual.language();
        return expect(
                found.filter(language -> Languages.covers(languageTag, language))
                        .isPresent(),
                "to speak " + languageTag,
                found.map(Locale::toLanguageTag).orElse("no language"));
    }

    /**
     * Expects an address that mail can still be sent to first.
     *
     * @param address the address
     * @return this
     */
    public CustomerAssert canBeWrittenToAt(String address) {
        isNotNull();
        boolean met = actual.email().equals(Optional.of(EmailAddress.of(address)));
        return expect(met, "to be written to at " + address, contactPoints());
    }

    /**
     * Expects that there is no address mail can be sent to: none known, or all bounced or blocked.
     *
     * @return this
     */
    public CustomerAssert cannotBeWrittenTo() {
        isNotNull();
        return expect(actual.email().isEmpty(), "to have no address that takes mail", contactPoints());
    }

    /**
     * Expects an identifier, from any source and in any spelling.
     *
     * @param type its kind
     * @param value its value
     * @return this
     */
    public CustomerAssert isKnownBy(IdentifierType type, String value) {
        isNotNull();
        String normalised = Identifier.of(type, "any", value).normalised();
        boolean met = actual.identifiers().stream()
                .anyMatch(one -> one.type().equals(type) && one.normalised().equals(normalised));
        List<String> found = actual.identifiers().stream()
                .map(one -> one.type() + " " + one.value())
                .toList();
        return expect(met, "to be known by " + type + " " + value, found.isEmpty() ? "nothing" : found.toString());
    }

    private String contactPoints() {
        List<String> points = actual.contactPoints().stream()
                .map((ContactPoint point) -> point.channel() + " " + point.address() + " " + point.state())
                .toList();
        return points.isEmpty() ? "no address" : points.toString();
    }

    private CustomerAssert expect(boolean met, String expectation, String found) {
        if (!met) {
            failWithMessage("Expecting %s%n  %s%nbut found%n  %s", actual, expectation, found);
        }
        return this;
    }
}
