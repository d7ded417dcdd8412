package org.modestcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchModelTest {
    private static MatchModel trained() {
        return ModelTraining.train(Crowd.of(300, 5).records(), IdentitySettings.standard());
    }

    @Test
    void a_model_is_read_as_it_was_kept() {
        MatchModel model = trained();

        assertThat(MatchModel.parse(model.toText())).isEqualTo(model).hasToString("model " + model.version());
        assertThat(MatchModel.parse(MatchModel.shipped().toText())).isEqualTo(MatchModel.shipped());
    }

    @Test
    void the_order_of_records_teaches_nothing() {
        List<PersonRecord> shuffled = new ArrayList<>(Crowd.of(300, 5).records());
        Collections.shuffle(shuffled, new Random(1));

        assertThat(ModelTraining.train(shuffled, IdentitySettings.standard())).isEqualTo(trained());
    }

    @Test
    void few_records_get_the_shipped_model_with_their_names() {
        MatchModel model = ModelTraining.train(Crowd.of(20, 5).records(), IdentitySettings.standard());

        assertThat(model.version()).startsWith("named-");
        assertThat(model.shares().of(LevelShares.PERSON))
                .isDeepEqualTo(LevelShares.shipped().of(LevelShares.PERSON));
    }

    @Test
    void a_number_of_many_families_is_learned_to_be_nobodys() {
        List<PersonRecord> records = new ArrayList<>();
        for (PersonRecord record : Crowd.of(40, 9).records()) {
            records.add(PersonRecord.builder(record.key())
                    .value(PersonField.FAMILY_NAME, record.value(PersonField.FAMILY_NAME, 0))
                    .value(PersonField.PHONE, "+33 800 29 38 47")
                    .build());
        }

        assertThat(ModelTraining.train(records, IdentitySettings.standard()).generic())
                .hasSize(1);
    }

    @Test
    void more_records_make_a_pair_at_random_rarer() {
        assertThat(MatchModel.shipped(1_000_000).prior().person())
                .isLessThan(MatchModel.shipped(1_000).prior().person());
        assertThatThrownBy(() -> MatchModel.shipped(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("records: 1 (expected: 2 or more)");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"level GIVEN_NAME 9 1 1 1", "level NOSUCH 0 1 1 1", "given jean 2", "given", "nonsense"})
    void a_line_that_is_none_of_a_model_is_refused_with_its_number(String line) {
        assertThatThrownBy(() -> MatchModel.parse("modestcrm identity model 1\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2: not a line of a model (expected: what toText() gave)");
    }

    @Test
    void a_text_that_is_no_model_or_part_of_one_is_refused() {
        assertThatThrownBy(() -> MatchModel.parse("id,email"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 1: not the beginning of a model (expected: modestcrm identity model 1)");
        assertThatThrownBy(() -> MatchModel.parse("modestcrm identity model 1\nversion x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("model: 1 of 4 settings and 0 of ");
    }
}
