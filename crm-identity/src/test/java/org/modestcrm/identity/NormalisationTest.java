package org.modestcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.source.RecordKey;

class NormalisationTest {
    private static PersonRecord.Builder record() {
        return PersonRecord.builder(RecordKey.of("shop", "1"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Köln, Koeln",
        "Müller, MUELLER",
        "Straße, STRASSE",
        "Noémie, noemie",
        "Œuvrard, Oeuvrard",
        "Søren, Soeren",
        "Łukasz, lukasz",
        "RenÃ©, René"
    })
    void spellings_of_one_word_fold_to_one_form(String a, String b) {
        assertThat(Fold.words(a)).isEqualTo(Fold.words(b)).hasSize(1);
    }

    @Test
    void mojibake_is_read_rightly_and_flagged() {
        assertThat(Fold.mojibake("RenÃ©")).isTrue();
        assertThat(Fold.mojibake("René")).isFalse();
        assertThat(Fold.mojibake("Ångström")).isFalse();
    }

    @ParameterizedTest(name = "{0}: given {1}, family {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DUPONT, Jean | jean | dupont",
                "DUPONT Jean | jean | dupont",
                "Jean DUPONT | jean | dupont",
                "M. Jean Dupont | jean | dupont",
                "Frau Ingrid von der Tann | ingrid | tann",
                "Jan van den Heuvel | jan | heuvel",
                "Anne-Marie de La Fontaine | annemarie | fontaine",
                "María José | maria | jose",
                "Siobhán O'Brien | siobhan | brien",
                "Jeanne | jeanne | ''"
            })
    void a_whole_name_is_told_apart(String full, String given, String family) {
        NormalisedName name =
                NormalisedName.of(record().value(PersonField.FULL_NAME, full).build());

        assertThat(name.given()).isEqualTo(given);
        assertThat(name.family()).isEqualTo(family);
    }

    @ParameterizedTest(name = "{0} of {1}: +{2} {3}, {4}")
    @CsvSource({
        "06 12 98 34 76, FR, 33, 612983476, MOBILE",
        "+33 (0)612983476, '', 33, 612983476, MOBILE",
        "0033612983476, DE, 33, 612983476, MOBILE",
        "(02) 35983476, FR, 33, 235983476, FIXED",
        "0170 1298347, DE, 49, 1701298347, MOBILE",
        "612983476, ES, 34, 612983476, MOBILE"
    })
    void a_number_is_brought_to_its_international_form(
            String given, String region, int country, long number, NormalisedPhone.Line line) {
        NormalisedPhone phone = NormalisedPhone.of(given, region).orElseThrow();

        assertThat(phone.country()).isEqualTo(country);
        assertThat(phone.line()).isEqualTo(line);
        assertThat(phone.number()).isEqualTo(number);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"0000000000", "0123456789", "+33 1 00 00 00 00", "9876543210", "12", "call me", ""})
    void a_made_up_number_is_none(String given) {
        assertThat(NormalisedPhone.of(given, "FR")).isEmpty();
    }

    @Test
    void a_number_without_country_is_the_same_as_one_with() {
        NormalisedPhone with = NormalisedPhone.of("+33612983476", "").orElseThrow();
        NormalisedPhone without = NormalisedPhone.of("612983476", "").orElseThrow();

        assertThat(without.same(with)).isTrue();
        assertThat(without.country()).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "' Jean.Dupont+shop@Example.ORG ', jean.dupont@example.org, PERSONAL",
        "j.e.a.n@googlemail.com, jean@gmail.com, PERSONAL",
        "info@example.org, info@example.org, SHARED",
        "noemail@example.org, noemail@example.org, SHARED",
        "3fc547@relay.marketplace.example, 3fc547@relay.marketplace.example, RELAY",
        "a@bücher.example, a@xn--bcher-kva.example, PERSONAL"
    })
    void a_mailbox_is_brought_to_one_form_and_kind(String given, String address, NormalisedEmail.Kind kind) {
        NormalisedEmail email = NormalisedEmail.of(given).orElseThrow();

        assertThat(email.address()).isEqualTo(address);
        assertThat(email.kind()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"n/a", "", "@example.org", "jean@", "jean dupont@example.org"})
    void what_is_no_mailbox_is_none(String given) {
        assertThat(NormalisedEmail.of(given)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}-{2}-{3}")
    @CsvSource({
        "1980-02-29, 1980, 2, 29",
        "29/02/1980, 1980, 2, 29",
        "29.02.80, 1980, 2, 29",
        "19800229, 1980, 2, 29",
        "02/29/1980, 1980, 2, 29",
        "1980-02-29T00:00:00, 1980, 2, 29",
        "1980-01-01, 1980, 0, 0",
        "1980, 1980, 0, 0",
        "1980-05, 1980, 5, 0"
    })
    void a_birth_date_is_read_in_any_usual_form(String given, int year, int month, int day) {
        assertThat(NormalisedBirth.of(given)).contains(new NormalisedBirth(year, month, day));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"1900-01-01", "01/01/1970", "31/02/1980", "1980-13-01", "unknown", "", "-1", "12"})
    void a_placeholder_or_impossible_date_is_none(String given) {
        assertThat(NormalisedBirth.of(given)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "46, rue de la République, 3º B | 46 rue de la Republique",
                "97 all. des Acacias | 97, allée des Acacias",
                "Schulstr. 64, Bât. C | Schulstraße 64",
                "C/ de Alcalá 28, 3º B | Calle Alcala 28",
                "3 rue du Faubourg St-Antoine | 3, rue du Fbg Saint Antoine",
                "Kerkstraat 79 hs, 2. OG | Kerkstraat 79",
                "Am Mühlbach 128-2 | Am Muehlbach 128"
            })
    void ways_to_write_an_address_are_one_street_and_number(String one, String other) {
        NormalisedAddress a = NormalisedAddress.of(
                        record().value(PersonField.STREET, one).build())
                .get(0);
        NormalisedAddress b = NormalisedAddress.of(
                        record().value(PersonField.STREET, other).build())
                .get(0);

        assertThat(a.number()).isEqualTo(b.number()).isPositive();
        assertThat(AddressComparison.street(a, b)).isLessThanOrEqualTo(1);
    }

    @Test
    void normal_forms_show_no_value_in_logs() {
        PersonRecord record = record().value(PersonField.EMAIL, "jean@example.org")
                .value(PersonField.PHONE, "0612983476")
                .value(PersonField.BIRTH_DATE, "1980-02-29")
                .build();

        assertThat(NormalisedEmail.of("jean@example.org").orElseThrow())
                .hasToString("PERSONAL address of 16 characters");
        assertThat(NormalisedPhone.of("0612983476", "FR").orElseThrow()).hasToString("MOBILE number in +33");
        assertThat(NormalisedBirth.of("1980-02-29").orElseThrow()).hasToString("birth date");
        assertThat(record).hasToString("record shop/1");
    }
}
