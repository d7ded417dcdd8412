package org.modestcrm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @Test
    void honorifics_several_given_names_and_particles_survive() {
        PersonName name = PersonName.builder()
                .honorific("Dr.")
                .given("Anna Maria")
                .particle("van den")
                .family("van den Berg")
                .suffix("MSc")
                .build();

        assertThat(name.full()).isEqualTo("Anna Maria van den Berg");
        assertThat(name.sortedBy()).isEqualTo("Berg");
        assertThat(name.toBuilder().build()).isEqualTo(name);
        assertThat(name).hasToString("name of 23 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Сукарно", "王小明", "محمد", "Nguyễn Văn A", "O'Brien-Łukasz"})
    void a_name_in_any_script_is_kept_as_written(String full) {
        assertThat(PersonName.full(full).full()).isEqualTo(full);
        assertThat(PersonName.full(full).sortedBy()).isEqualTo(full);
    }

    @Test
    void a_name_written_family_first_keeps_its_order() {
        PersonName name =
                PersonName.builder().given("小明").family("王").full("王小明").build();

        assertThat(name.full()).isEqualTo("王小明");
        assertThat(name.sortedBy()).isEqualTo("王");
    }

    @Test
    void a_name_of_nothing_and_a_particle_that_is_elsewhere_are_refused() {
        assertThatThrownBy(() ->
                        PersonName.builder().honorific("Dr.").particle("von").build())
                .hasMessage(
                        "name: full name: blank (expected: a full, given or family name); particle: not the beginning"
                                + " of the family name (expected: so)");
    }
}
