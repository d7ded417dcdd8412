package org.modestcrm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.money.Money;

class CustomerTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Attribute<String> LEVEL = Attribute.choice("level", "gold", "silver");
    private static final Attribute<List<BigDecimal>> SIZES = Attribute.listOf(Attribute.number("sizes"));

    private static Customer.Builder customer() {
        return Customer.builder(CustomerId.of("17"));
    }

    @Test
    void everything_known_survives_a_copy() {
        Customer customer = customer()
                .kind(CustomerKind.ORGANISATION)
                .organisation("Byron & Daughter")
                .name(PersonName.full("Ada"))
                .identifier(
                        Identifier.of(IdentifierType.LOYALTY_CARD, "till", "1").verified(NINE))
                .email(EmailAddress.of("ada@example.org"))
                .address(PostalAddress.ofCountry("GB"), AddressUse.BILLING)
                .language(Locale.forLanguageTag("en-GB"))
                .zone(ZoneId.of("Europe/London"))
                .birthDate(BirthDate.parse("--12-10"))
                .preference(Preference.stated("size", List.of("M"), "page", NINE))
                .attribute(LEVEL, "gold")
                .referredBy(PartnerId.of("shoes.example"))
                .build();

        Customer copy = customer.toBuilder().build();

        assertThat(copy).isEqualTo(customer).hasSameHashCodeAs(customer);
        assertThat(copy.toBuilder().referredBy(PartnerId.of("hats.example")).build())
                .isNotEqualTo(customer);
        assertThat(customer).hasToString("customer 17");
    }

    @Test
    void an_address_given_twice_is_one_address_with_both_uses() {
        PostalAddress home =
                PostalAddress.builder().line("1 rue des Lilas").country("FR").build();

        Customer customer = customer()
                .address(home, AddressUse.HOME)
                .address(PostalAddress.ofCountry("BE"))
                .address(home, AddressUse.of("shipping"))
                .build();

        assertThat(customer.addresses()).hasSize(2);
        assertThat(customer.addressBook().get(0).uses()).isEqualTo(Set.of(AddressUse.HOME, AddressUse.SHIPPING));
        assertThat(customer.address(AddressUse.SHIPPING)).contains(home);
        assertThat(customer.address(AddressUse.BILLING)).isEmpty();
    }

    @Test
    void what_was_stated_counts_before_what_was_inferred_and_the_later_before_the_earlier() {
        Preference model = Preference.inferred("size", List.of("L"), "model", NINE.plusSeconds(9));
        Preference form = Preference.stated("size", List.of("M"), "form", NINE);
        Preference page = Preference.stated("size", List.of("S"), "page", NINE.plusSeconds(1));
        Preference changed = Preference.stated("size", List.of("XS", "S"), "page", NINE.plusSeconds(2));

        Customer customer =
                customer().preferences(List.of(model, form, page, changed)).build();

        assertThat(customer.preferences()).containsExactly(model, form, changed);
        assertThat(customer.preference("size")).contains(changed);
        assertThat(changed).hasToString("STATED preference size of page");
    }

    @Test
    void channels_are_preferred_in_the_order_given() {
        Preference likes = Preference.channels(
                List.of(Channel.SMS, Channel.of("lounge")), Preference.Kind.STATED, "account", NINE);

        assertThat(customer().preference(likes).build().preferredChannels())
                .containsExactly(Channel.SMS, Channel.of("LOUNGE"));
        assertThat(customer().build().preferredChannels()).isEmpty();
    }

    @Test
    void attributes_of_every_type_are_read_as_they_were_written() {
        Customer customer = customer()
                .attribute(Attribute.text("note"), "")
                .attribute(Attribute.number("height"), new BigDecimal("1.80"))
                .attribute(Attribute.money("credit"), Money.of("5.00", "EUR"))
                .attribute(Attribute.date("since"), LocalDate.of(2020, 2, 29))
                .attribute(Attribute.instant("seen"), NINE)
                .attribute(Attribute.flag("vip"), false)
                .attribute(LEVEL, "silver")
                .attribute(SIZES, List.of(BigDecimal.TEN, BigDecimal.ONE))
                .build();

        assertThat(customer.attribute(Attribute.text("note"))).contains("");
        assertThat(customer.attribute(Attribute.number("height"))).contains(new BigDecimal("1.8"));
        assertThat(customer.attribute(Attribute.money("credit"))).contains(Money.of("5", "EUR"));
        assertThat(customer.attribute(Attribute.date("since"))).contains(LocalDate.of(2020, 2, 29));
        assertThat(customer.attribute(Attribute.instant("seen"))).contains(NINE);
        assertThat(customer.attribute(Attribute.flag("vip"))).contains(false);
        assertThat(customer.attribute(LEVEL)).contains("silver");
        assertThat(customer.attribute(SIZES)).contains(List.of(BigDecimal.TEN, BigDecimal.ONE));
        assertThat(customer.attribute(Attribute.number("note"))).isEmpty();
        assertThat(customer.attributes().get("note")).hasToString("TEXT");
    }

    @Test
    void a_word_that_is_no_choice_is_refused_without_being_shown() {
        assertThatThrownBy(() -> customer().attribute(LEVEL, "secret"))
                .hasMessage("attribute level: none of the choices (expected: one of [gold, silver])");
        assertThatThrownBy(() -> Attributes.of(LEVEL, Attribute.text("level")))
                .hasMessage("attribute level is declared twice (expected: once)");
        assertThatThrownBy(() -> Attribute.listOf(SIZES))
                .hasMessage("attribute sizes: a list of lists (expected: one list)");
        assertThatThrownBy(() -> Attributes.of(LEVEL)
                        .check(customer()
                                .attribute(Attribute.flag("level"), true)
                                .build()))
                .hasMessage("customer 17: attribute level: BOOLEAN (expected: ENUM)");
        assertThatThrownBy(() ->
                        new AttributeValue.Items(List.of(new AttributeValue.Flag(true), new AttributeValue.Text("a"))))
                .hasMessage("attribute list of [TEXT, BOOLEAN] (expected: values of one type, no lists)");
    }

    @Test
    void an_identifier_given_again_verified_is_verified() {
        Identifier card = Identifier.of(IdentifierType.LOYALTY_CARD, "till", "1");

        assertThat(customer()
                        .identifier(card)
                        .identifier(card.verified(NINE))
                        .identifier(card)
                        .build()
                        .identifiers())
                .containsExactly(card.verified(NINE));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "+33 (0)1 23.45-67/89, +33123456789",
        "0033 1 23 45 67 89, +33123456789",
        "01 23 45 67 89, 0123456789",
        "112, 112"
    })
    void a_telephone_number_is_compared_without_punctuation(String given, String compared) {
        assertThat(PhoneNumber.of(given).normalised()).isEqualTo(compared);
        assertThat(ContactPoint.phone(given).normalised()).isEqualTo(compared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "+1234567890123456789", "33+1234", ""})
    void what_is_no_telephone_number_is_refused_without_being_shown(String text) {
        assertThatThrownBy(() -> ContactPoint.phone(text))
                .hasMessage("phone number of " + text.length() + " characters, "
                        + text.chars().filter(Character::isDigit).count()
                        + " of them digits (expected: 3 to 17 digits, a + before them, blanks and ( ) . - / between"
                        + " them)");
    }

    @Test
    void a_region_belongs_to_its_country() {
        assertThat(PostalAddress.builder()
                        .country("US")
                        .subdivision("US-CA")
                        .build()
                        .subdivision())
                .contains("US-CA");
        assertThatThrownBy(() -> PostalAddress.builder()
                        .country("FR")
                        .subdivision("US-CA")
                        .build())
                .hasMessage("postal address: subdivision: US-CA (expected: one of country FR)");
        assertThatThrownBy(() -> PostalAddress.builder().subdivision("California"))
                .hasMessage("subdivision of 10 characters (expected: an ISO 3166-2 code such as US-CA)");
        assertThatThrownBy(() -> PostalAddress.ofCountry("XX"))
                .hasMessage("country \"XX\" is unknown (expected: an ISO 3166-1 code of two upper-case letters such as"
                        + " FR)");
    }

    @Test
    void too_long_values_control_characters_and_bad_addresses_are_refused_without_being_shown() {
        assertThatThrownBy(() -> customer().organisation("x".repeat(401)))
                .hasMessage("organisation: 401 characters (expected: at most 400)");
        assertThatThrownBy(() -> customer().organisation("a\nb"))
                .hasMessage("organisation: control character U+000A at position 2 (expected: none)");
        assertThatThrownBy(() -> EmailAddress.of("nobody"))
                .hasMessage("email address of 6 characters (expected: local-part@domain, at most 254)");
        assertThatThrownBy(() -> Preference.stated("size", List.of(), "page", NINE))
                .hasMessage("preference size: 0 values (expected: 1 to 100)");
        assertThatThrownBy(() -> customer()
                        .identifier(
                                Identifier.of(IdentifierType.EMAIL, "a", "b").verified(Instant.MAX)))
                .hasMessage("EMAIL, verified at: " + Instant.MAX + " (expected: a year from 1 to 9999)");
    }
}
