package org.modestcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordPair;

class IdentityResolverTest {
    private static final RecordKey SHOP = RecordKey.of("shop", "1");
    private static final RecordKey TILL = RecordKey.of("till", "1");

    private final IdentityResolver resolver = IdentityResolver.of(MatchModel.shipped(), IdentitySettings.standard());

    private static PersonRecord.Builder named(RecordKey key, String given, String family) {
        return PersonRecord.builder(key)
                .value(PersonField.GIVEN_NAME, given)
                .value(PersonField.FAMILY_NAME, family)
                .value(PersonField.COUNTRY, "FR");
    }

    private static PersonRecord.Builder atHome(RecordKey key, String given, String family) {
        return named(key, given, family)
                .value(PersonField.STREET, "12 rue Pasteur")
                .value(PersonField.POSTCODE, "69003")
                .value(PersonField.CITY, "Lyon");
    }

    private void jean_twice() {
        resolver.resolve(atHome(SHOP, "Jean", "Lamontagne")
                .value(PersonField.EMAIL, "jean.lamontagne@example.org")
                .build());
        resolver.resolve(atHome(TILL, "Jean", "LAMONTAGNE")
                .value(PersonField.EMAIL, "Jean.Lamontagne@example.org")
                .build());
    }

    @Test
    void two_records_that_agree_are_one_person_under_the_least_key() {
        jean_twice();

        assertThat(resolver.persons()).containsExactly(new ResolvedPerson(SHOP, List.of(SHOP, TILL), SHOP));
        assertThat(resolver.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.status()).isEqualTo(LinkStatus.AUTO);
            assertThat(pair.probability()).isGreaterThan(0.99);
        });
    }

    @Test
    void a_couple_with_one_home_line_and_mailbox_is_two_persons_and_one_household() {
        for (RecordKey key : List.of(SHOP, TILL)) {
            resolver.resolve(atHome(key, key.equals(SHOP) ? "Louis" : "Nathalie", "Belville")
                    .value(PersonField.TITLE, key.equals(SHOP) ? "M." : "Mme")
                    .value(PersonField.EMAIL, "nathalie.belville@example.org")
                    .value(PersonField.PHONE, "04 78 25 36 91")
                    .build());
        }

        assertThat(resolver.persons())
                .containsExactly(
                        new ResolvedPerson(SHOP, List.of(SHOP), SHOP), new ResolvedPerson(TILL, List.of(TILL), SHOP));
    }

    @Test
    void a_father_and_a_son_of_one_name_are_told_apart_by_what_never_agrees() {
        resolver.resolve(atHome(SHOP, "Henk", "Peeters")
                .value(PersonField.BIRTH_DATE, "1944-03-12")
                .value(PersonField.EMAIL, "hpeeters44@example.org")
                .build());
        resolver.resolve(atHome(TILL, "Henk", "Peeters")
                .value(PersonField.BIRTH_DATE, "1974-09-30")
                .value(PersonField.EMAIL, "henk.peeters@mail.test")
                .build());

        assertThat(resolver.persons()).hasSize(2);
        assertThat(resolver.person(TILL).orElseThrow().household()).isEqualTo(SHOP);
    }

    @Test
    void records_that_say_nothing_are_persons_of_their_own() {
        for (int i = 0; i < 50; i++) {
            resolver.resolve(PersonRecord.builder(RecordKey.of("shop", "e" + i)).build());
        }

        assertThat(resolver.report().comparisons()).isZero();
        assertThat(resolver.persons()).hasSize(50);
    }

    @Test
    void junk_that_strangers_share_makes_no_pair() {
        String[] names = {"Anne Valbourg", "Karl Neubauer", "Sanne Visser", "Pilar Zamora", "Mark Kingham"};
        for (String name : names) {
            resolver.resolve(PersonRecord.builder(RecordKey.of("shop", name.substring(0, 4)))
                    .value(PersonField.FULL_NAME, name)
                    .value(PersonField.EMAIL, "info@example.org")
                    .value(PersonField.PHONE, "0000000000")
                    .value(PersonField.BIRTH_DATE, "1900-01-01")
                    .build());
        }

        assertThat(resolver.pairs()).isEmpty();
    }

    @Test
    void an_explanation_adds_up_to_the_weight_and_speaks_two_languages() {
        jean_twice();

        MatchExplanation why = resolver.explain(RecordPair.of(SHOP, TILL));

        double sum = why.steps().stream().mapToDouble(WeightStep::weight).sum();
        assertThat(sum).isCloseTo(why.pair().weight(), within(1e-9));
        assertThat(why.steps())
                .extracting(WeightStep::about)
                .containsExactly("PRIOR", "GIVEN_NAME", "FAMILY_NAME", "EMAIL", "STREET", "PLACE", "HOUSEHOLD");
        assertThat(why.modelVersion()).isEqualTo("shipped-1");
        assertThat(why.sentences(Locale.UK))
                .hasSize(8)
                .anyMatch(line -> line.endsWith("They have an e-mail address in common."));
        assertThat(why.sentences(Locale.CANADA_FRENCH).get(0)).startsWith("Une seule personne : probabilité 99,4 %");
        assertThat(String.join("", why.sentences(Locale.UK))).doesNotContain("Lamontagne", "example.org", "Pasteur");
    }

    @Test
    void every_level_has_a_sentence_in_both_languages() {
        for (Evidence evidence : Evidence.values()) {
            for (int i = 0; i < evidence.levels(); i++) {
                String key = evidence + " " + evidence.level(i).name();
                assertThat(Sentences.text(key, false)).as(key).isNotBlank();
                assertThat(Sentences.text(key, true)).as(key).isNotEqualTo(Sentences.text(key, false));
            }
        }
    }

    @Test
    void an_unknown_record_cannot_be_explained() {
        assertThatThrownBy(() -> resolver.explain(RecordPair.of(SHOP, TILL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record shop/1 is unknown (expected: a record that was resolved)");
    }

    @Test
    void the_word_of_staff_outweighs_the_records() {
        jean_twice();
        RecordPair pair = RecordPair.of(SHOP, TILL);

        resolver.forbid(pair);
        assertThat(resolver.persons()).hasSize(2);
        assertThat(resolver.pairs()).extracting(MatchPair::status).containsExactly(LinkStatus.FORBIDDEN);
        assertThat(resolver.reviewQueue()).isEmpty();

        resolver.release(pair);
        assertThat(resolver.persons()).hasSize(1);
    }

    @Test
    void staff_joins_what_does_not_look_alike() {
        resolver.resolve(named(SHOP, "Jean", "Lamontagne").build());
        resolver.resolve(named(TILL, "Pilar", "Zamora").build());

        resolver.confirm(RecordPair.of(SHOP, TILL));

        assertThat(resolver.persons()).hasSize(1);
        resolver.resolveAgain();
        assertThat(resolver.persons()).hasSize(1);
    }

    @Test
    void a_decision_against_another_is_refused() {
        RecordKey news = RecordKey.of("news", "1");
        resolver.confirm(RecordPair.of(SHOP, TILL));
        resolver.confirm(RecordPair.of(TILL, news));

        assertThatThrownBy(() -> resolver.forbid(RecordPair.of(SHOP, news)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("records news/1 and shop/1: told apart, but confirmed as one through other records"
                        + " (expected: those taken back first)");
    }

    @Test
    void a_confirmation_across_a_forbidden_pair_is_refused() {
        RecordKey news = RecordKey.of("news", "1");
        resolver.confirm(RecordPair.of(SHOP, TILL));
        resolver.forbid(RecordPair.of(SHOP, news));

        assertThatThrownBy(() -> resolver.confirm(RecordPair.of(TILL, news)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("records news/1 and till/1: confirmed as one, but news/1 and shop/1 were told apart"
                        + " (expected: that taken back first)");
    }

    @Test
    void two_values_of_a_unique_number_are_never_one_person() {
        IdentityResolver strict = IdentityResolver.of(
                MatchModel.shipped(),
                IdentitySettings.builder().limit("national_id", 1).build());
        for (RecordKey key : List.of(SHOP, TILL)) {
            strict.resolve(atHome(key, "Jean", "Lamontagne")
                    .value(PersonField.EMAIL, "jean.lamontagne@example.org")
                    .value(PersonField.PHONE, "06 12 98 34 76")
                    .identifier("national_id", key.equals(SHOP) ? "180036912345" : "194117523456")
                    .build());
        }

        assertThat(strict.persons()).hasSize(2);
        assertThat(strict.reviewQueue()).hasSize(1);
    }

    @Test
    void a_changed_record_leaves_the_person_it_no_longer_fits() {
        jean_twice();

        Resolution now = resolver.resolve(named(TILL, "Pilar", "Zamora")
                .value(PersonField.EMAIL, "pilar@example.org")
                .build());

        assertThat(now.person().records()).containsExactly(TILL);
        assertThat(resolver.persons()).hasSize(2);
        assertThat(resolver.report().records()).isEqualTo(2);
    }

    @Test
    void a_removed_record_is_gone() {
        jean_twice();

        assertThat(resolver.remove(SHOP)).isTrue();
        assertThat(resolver.remove(SHOP)).isFalse();
        assertThat(resolver.persons()).containsExactly(new ResolvedPerson(TILL, List.of(TILL), TILL));
        assertThat(resolver.person(SHOP)).isEmpty();
    }

    @Test
    void a_record_there_twice_is_refused_and_nothing_is_taken_in() {
        PersonRecord record = named(SHOP, "Jean", "Lamontagne").build();

        assertThatThrownBy(() -> resolver.resolveAll(List.of(record, record)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record shop/1: there twice (expected: each record of a source once)");
        assertThat(resolver.persons()).isEmpty();
    }

    @Test
    void values_of_ten_megabytes_are_cut_before_they_are_looked_at() {
        String huge = "a b".repeat(3_500_000);
        PersonRecord.Builder record = PersonRecord.builder(SHOP);
        for (PersonField field : PersonField.values()) {
            record.value(field, huge);
        }

        Resolution answer = resolver.resolve(record.identifier("card", huge).build());

        assertThat(answer.person().records()).containsExactly(SHOP);
    }

    @Test
    void more_values_of_a_field_than_a_person_has_are_refused() {
        PersonRecord.Builder record = PersonRecord.builder(SHOP);
        for (int i = 0; i < 50; i++) {
            record.value(PersonField.EMAIL, "jean" + i + "@example.org");
        }

        assertThatThrownBy(() -> record.value(PersonField.EMAIL, "one.more@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record shop/1, EMAIL: more than 50 values (expected: at most 50)");
    }

    @Test
    void settings_report_every_value_out_of_range() {
        assertThatThrownBy(() -> IdentitySettings.builder()
                        .autoProbability(1)
                        .reviewProbability(0)
                        .blockCap(1)
                        .largestPerson(1)
                        .homeCountry("France")
                        .limit("card", 0)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("identity settings: autoProbability: 1.0 (expected: 0.5 to below 1);"
                        + " reviewProbability: 0.0 (expected: 0.01 to autoProbability);"
                        + " blockCap: 1 (expected: 10 to 100000); largestPerson: 1 (expected: 2 to 1000);"
                        + " homeCountry: 6 characters (expected: a code of two letters such as FR);"
                        + " limit of card: 0 (expected: 1 or more)");
    }

    @Test
    void a_block_above_the_cap_is_split_and_still_finds_the_person() {
        IdentityResolver small = IdentityResolver.of(
                MatchModel.shipped(), IdentitySettings.builder().blockCap(10).build());
        for (int i = 0; i < 40; i++) {
            small.resolve(named(
                            RecordKey.of("shop", "n" + i),
                            Crowd.of(60, i).records().get(0).value(PersonField.GIVEN_NAME, 0),
                            "Martin")
                    .value(PersonField.POSTCODE, Integer.toString(10_000 + i * 13))
                    .build());
        }
        small.resolve(atHome(SHOP, "Zoltan", "Martin").build());

        Resolution answer = small.resolve(atHome(TILL, "Zoltan", "Martin").build());

        assertThat(answer.person().records()).containsExactly(SHOP, TILL);
        assertThat(small.report().blocks().split()).isPositive();
    }
}
