package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
    private static final Colour DARK = Colour.parse("ground", "#1d232a");

    @ParameterizedTest(name = "{0} on white: {1}")
    @CsvSource({"#000000, 21.00", "#777777, 4.48", "#767676, 4.54", "#ff0000, 4.00", "#0000ff, 8.59"})
    void contrast_is_that_of_the_norm(String colour, double published) {
        assertThat(Colour.parse("accent", colour).contrastTo(Colour.WHITE)).isCloseTo(published, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#0b6e63", "#000080", "#7a0019", "#5b2a86", "#555555", "#111111"})
    void any_accent_becomes_readable_on_dark_ground(String accent) {
        assertThat(Colour.parse("accent", accent).readableOn(DARK, 6.5).contrastTo(DARK))
                .isGreaterThanOrEqualTo(6.5);
    }

    @Test
    void a_colour_that_is_readable_already_stays() {
        assertThat(Colour.parse("accent", "#ffcc00").readableOn(DARK, 4.5)).hasToString("#ffcc00");
    }

    @Test
    void other_notations_are_refused() {
        assertThatThrownBy(() -> Colour.parse("accent", "teal"))
                .hasMessage("accent: not a colour (expected: # and six hexadecimal digits, such as #0b6e63)");
    }
}
