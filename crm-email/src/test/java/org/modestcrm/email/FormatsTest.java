package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.customer.PostalAddress;

class FormatsTest {
    /** The forms of CLDR, "Language Plural Rules", cardinal, whole numbers. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "en, 1, one", "en, 0, other", "en, 2, other", "fr, 0, one", "fr, 2, other", "ja, 1, other", "ar, 0, zero",
        "ar, 1, one", "ar, 2, two", "ar, 3, few", "ar, 110, few", "ar, 11, many", "ar, 199, many", "ar, 100, other",
        "ar, 102, other", "pl, 1, one", "pl, 22, few", "pl, 12, many", "pl, 5, many", "ru, 21, one", "ru, 11, many",
        "ru, 3, few", "cs, 4, few", "cs, 5, other"
    })
    void numbers_take_the_form_of_the_language(String language, int count, String form) {
        assertThat(PluralForm.of(count, Locale.forLanguageTag(language))).isEqualTo(form);
    }

    private static PostalAddress address(String country) {
        return PostalAddress.builder()
                .line("Line 1")
                .postcode("12345")
                .city("City")
                .region("Region")
                .country(country)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '=',
            value = {
                "FR = Ann/Line 1/12345 City/Region/France",
                "GB = Ann/Line 1/City/Region/12345/United Kingdom",
                "US = Ann/Line 1/City Region 12345/United States",
                "IT = Ann/Line 1/12345 City Region/Italy",
                "JP = Ann/〒12345/Region City/Line 1/Japan",
                "BR = Ann/Line 1/City - Region/12345/Brazil"
            })
    void an_address_is_written_as_its_country_does(String country, String lines) {
        assertThat(String.join("/", AddressLines.of("Ann", address(country), Locale.ENGLISH)))
                .isEqualTo(lines);
    }

    @Test
    void missing_parts_leave_no_marks_behind() {
        PostalAddress brazil =
                PostalAddress.builder().city("City").country("BR").build();
        PostalAddress japan = PostalAddress.builder().city("City").country("JP").build();
        PostalAddress odd =
                PostalAddress.builder().line("region $1").city("postcode").build();

        assertThat(AddressLines.of("", brazil, Locale.FRENCH)).containsExactly("City", "Brésil");
        assertThat(AddressLines.of("", japan, Locale.ENGLISH)).containsExactly("City", "Japan");
        assertThat(AddressLines.of("", odd, Locale.ENGLISH)).containsExactly("region $1", "postcode");
    }
}
