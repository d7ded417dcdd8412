package org.modestcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.source.RecordKey;

class ComparisonTest {
    private static Features features(String id, PersonField field, String value) {
        return Features.of(
                PersonRecord.builder(RecordKey.of("shop", id))
                        .value(field, value)
                        .build(),
                "FR");
    }

    private static Features named(String id, String given, String family) {
        return Features.of(
                PersonRecord.builder(RecordKey.of("shop", id))
                        .value(PersonField.GIVEN_NAME, given)
                        .value(PersonField.FAMILY_NAME, family)
                        .build(),
                "FR");
    }

    private static String level(Comparison of, Evidence evidence) {
        int level = of.level(evidence);
        return level == Evidence.MISSING ? "missing" : evidence.level(level).name();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "Jean, Jean, exact",
        "Paqui, Francisca, variant",
        "Bill, William, variant",
        "Marie, Marie-Claude, variant",
        "Anne-Marie, Annemarie, exact",
        "Véronique, Veronqiue, near",
        "N., Nathalie, initial",
        "JM, Jean-Marie, initial",
        "Jean, Jeanne, different", // both are names, and none is a slip of the other
        "Peter, Petra, different",
        "Jean, '', missing"
    })
    void given_names_agree_by_degrees(String a, String b, String level) {
        assertThat(level(Comparison.of(named("1", a, ""), named("2", b, "")), Evidence.GIVEN_NAME))
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "van den Heuvel, Heuvel, exact",
        "de La Fontaine, Fontaine, exact",
        "Müller, Mueller, exact",
        "García López, Garcia, part",
        "Dupont-Martin, Martin, part",
        "Lindenstein, Lindnstein, near",
        "Dupont, Martin, different",
        "Dupont, '', missing"
    })
    void family_names_agree_by_degrees(String a, String b, String level) {
        assertThat(level(Comparison.of(named("1", "", a), named("2", "", b)), Evidence.FAMILY_NAME))
                .isEqualTo(level);
    }

    @Test
    void names_in_each_others_field_agree() {
        Comparison swapped = Comparison.of(named("1", "Jean", "Dupont"), named("2", "Dupont", "Jean"));

        assertThat(level(swapped, Evidence.GIVEN_NAME)).isEqualTo("exact");
        assertThat(level(swapped, Evidence.FAMILY_NAME)).isEqualTo("exact");
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "1980-02-29, 29/02/1980, same",
        "1980-02-03, 1980-03-02, near",
        "1932-08-29, 2032-08-29, near",
        "1980-02-13, 1980-02-18, near",
        "1980-02-13, 1980-03-24, close",
        "1980-02-13, 1980, same year",
        "1980-02-13, 1981, different",
        "1980-02-13, 1955-11-28, different",
        "1980-02-13, 1900-01-01, missing"
    })
    void birth_dates_agree_by_degrees(String a, String b, String level) {
        Comparison of =
                Comparison.of(features("1", PersonField.BIRTH_DATE, a), features("2", PersonField.BIRTH_DATE, b));

        assertThat(level(of, Evidence.BIRTH_DATE)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "jean12@example.org, JEAN12@example.org, same",
        "jean12@example.org, jean12@exmple.org, near",
        "jean.dupont12@example.org, jean.dupnot12@example.org, near",
        "jean.dupont12@example.org, jean.dupont21@mail.example, different",
        "jean12@example.org, jean12@mail.test, same local part",
        "jean.dupont@example.org, jean.dupont@mail.test, missing", // but the name again
        "jean@example.org, abc@relay.marketplace.example, missing",
        "info@example.org, info@example.org, missing"
    })
    void mailboxes_agree_by_degrees(String a, String b, String level) {
        Comparison of = Comparison.of(features("1", PersonField.EMAIL, a), features("2", PersonField.EMAIL, b));

        assertThat(level(of, Evidence.EMAIL)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "0612983476, +33 6 12 98 34 76, same mobile",
        "0235983476, 02.35.98.34.76, same line",
        "0612983476, 0612983479, near",
        "0612983476, 0698765401, different mobiles",
        "0612983476, 0298765401, different lines",
        "0612983476, 0000000000, missing"
    })
    void numbers_agree_by_degrees(String a, String b, String level) {
        Comparison of = Comparison.of(features("1", PersonField.PHONE, a), features("2", PersonField.PHONE, b));

        assertThat(level(of, Evidence.PHONE)).isEqualTo(level);
    }

    @Test
    void a_mailbox_may_hold_the_name_and_the_year_that_the_record_lacks() {
        Features news = Features.of(
                PersonRecord.builder(RecordKey.of("news", "1"))
                        .value(PersonField.GIVEN_NAME, "Michel")
                        .value(PersonField.EMAIL, "chevalierm78@example.org")
                        .build(),
                "");
        Features till = Features.of(
                PersonRecord.builder(RecordKey.of("till", "1"))
                        .value(PersonField.GIVEN_NAME, "Michel")
                        .value(PersonField.FAMILY_NAME, "Chevalier")
                        .value(PersonField.BIRTH_DATE, "1978-03-09")
                        .build(),
                "");

        Comparison of = Comparison.of(news, till);

        assertThat(level(of, Evidence.MAILBOX_NAME)).isEqualTo("fits");
        assertThat(level(of, Evidence.BIRTH_YEAR)).isEqualTo("fits");
        assertThat(level(of, Evidence.FAMILY_NAME)).isEqualTo("missing");
    }

    @Test
    void what_one_of_two_does_not_say_is_never_compared() {
        Features empty =
                Features.of(PersonRecord.builder(RecordKey.of("shop", "0")).build(), "");

        Comparison of = Comparison.of(empty, named("1", "Jean", "Dupont"));

        assertThat(of.levels).containsOnly(Evidence.MISSING);
    }

    @Test
    void levels_add_up_to_one_and_better_ones_speak_more_for_one_person() {
        for (Evidence evidence : Evidence.values()) {
            double person = 0;
            double household = 0;
            double strangers = 0;
            for (int i = 0; i < evidence.levels(); i++) {
                person += evidence.level(i).person();
                household += evidence.level(i).household();
                strangers += evidence.level(i).strangers();
            }
            assertThat(new double[] {person, household, strangers})
                    .as(evidence.name())
                    .containsExactly(new double[] {1, 1, 1}, Offset.offset(0.00001));
            Evidence.Level best = evidence.level(0);
            Evidence.Level worst = evidence.level(evidence.worst());
            assertThat(best.person() / best.strangers()).as(evidence.name()).isGreaterThan(1);
            assertThat(worst.person() / worst.strangers()).as(evidence.name()).isLessThan(1);
        }
    }
}
