package org.modestcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {
    // Winkler, "String Comparator Metrics and Enhanced Decision Rules", 1990, table 1
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "MARTHA, MARHTA, 0.961",
        "DIXON, DICKSONX, 0.813",
        "DWAYNE, DUANE, 0.840",
        "same, same, 1.0",
        "abc, xyz, 0.0",
        "'', '', 1.0",
        "a, '', 0.0"
    })
    void jaro_and_winkler_give_their_published_figures(String a, String b, double expected) {
        assertThat(Similarity.jaroWinkler(a, b)).isCloseTo(expected, within(0.001));
        assertThat(Similarity.jaroWinkler(b, a)).isCloseTo(expected, within(0.001));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "kitten, sitting, 3",
        "ca, abc, 3", // optimal string alignment: no part is edited twice
        "smith, smiht, 1",
        "same, same, 0",
        "'', abc, 3",
        "'', '', 0"
    })
    void a_distance_counts_the_fewest_edits(String a, String b, int expected) {
        assertThat(Similarity.editDistance(a, b)).isEqualTo(expected);
        assertThat(Similarity.editDistance(b, a)).isEqualTo(expected);
    }

    @Test
    void a_distance_above_the_limit_stays_above_it() {
        assertThat(Similarity.editDistance("aaaaaaaa", "bbbbbbbb", 2)).isGreaterThan(2);
        assertThat(Similarity.editDistance("martin", "matrin", 1)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"night, nacht, 0.5", "same, same, 1.0", "ab, xy, 0.0", "'', '', 1.0"})
    void pieces_are_two_letters_with_the_edges(String a, String b, double expected) {
        // night: ^n ni ig gh ht t$, nacht: ^n na ac ch ht t$; three of six in common
        assertThat(Similarity.bigramSimilarity(a, b)).isEqualTo(expected);
    }

    @Test
    void similarities_of_words_and_edits_run_from_nought_to_one() {
        assertThat(Similarity.tokenSimilarity(List.of("de", "la", "tour"), List.of("tour")))
                .isEqualTo(0.5);
        assertThat(Similarity.tokenSimilarity(List.of("a"), List.of("b"))).isZero();
        assertThat(Similarity.tokenSimilarity(List.of("a", "b"), List.of("b", "a")))
                .isEqualTo(1);
        assertThat(Similarity.editSimilarity("martin", "marten")).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(Similarity.editSimilarity("", "")).isEqualTo(1);
        assertThat(Similarity.editSimilarity("abc", "xyz")).isZero();
    }
}
