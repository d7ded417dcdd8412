package org.modestcrm.identity;

import java.util.List;
import java.util.Locale;

/**
 * Why two records are held to be one person, or two. The weights of the steps add up to the weight of the pair, to within
 * 1e-9.
 *
 * @param pair the two records, their weight and status
 * @param steps what was compared, in a fixed order; what one of the records does not say is no step
 * @param household the probability that they are of one household, be it one person or two
 * @param modelVersion which model weighed
 */
public record MatchExplanation(MatchPair pair, List<WeightStep> steps, double household, String modelVersion) {
    /**
     * Copies the list.
     *
     * @param pair the pair
     * @param steps what was compared
     * @param household the probability of one household
     * @param modelVersion which model
     */
    public MatchExplanation {
        steps = List.copyOf(steps);
    }

    /**
     * The explanation as sentences for staff, without values of the records.
     *
     * @param language French for French, English for any other
     * @return the verdict first, then a sentence for each step
     */
    public List<String> sentences(Locale language) {
        return Sentences.of(this, language);
    }
}
