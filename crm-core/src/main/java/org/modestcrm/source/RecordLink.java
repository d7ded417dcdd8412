package org.modestcrm.source;

import java.time.Instant;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;

/**
 * What is held of two records, since when, by whom and why.
 *
 * @param pair the two records
 * @param status one person, perhaps, or two
 * @param evidence why
 * @param by who says so: a code of a person, a matcher or a proof
 * @param at since when
 */
public record RecordLink(RecordPair pair, LinkStatus status, Evidence evidence, String by, Instant at) {
    /**
     * Why two records are held to be one person or two.
     *
     * @param weight the matcher's weight in bits, 0 where a person decided
     * @param explanation a sentence for staff, at most 2,000 characters
     * @param modelVersion the version of the matcher's model, empty where a person decided
     */
    public record Evidence(double weight, String explanation, String modelVersion) {
        /**
         * Checks the parts.
         *
         * @param weight in bits
         * @param explanation why
         * @param modelVersion of the matcher
         */
        public Evidence {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("weight: " + weight + " (expected: a finite number)");
            }
            Texts.optional("explanation", explanation, 2000);
            Texts.optional("model version", modelVersion, 100);
        }

        /**
         * The word of a person.
         *
         * @param explanation why
         * @return evidence without weight
         */
        public static Evidence stated(String explanation) {
            return new Evidence(0, explanation, "");
        }
    }

    /**
     * Checks who says so.
     *
     * @param pair the two records
     * @param status what is held
     * @param evidence why
     * @param by who says so
     * @param at since when
     */
    public RecordLink {
        Texts.required("by", by, 100);
        at = Times.kept("link of " + pair + ", at", at);
    }

    @Override
    public String toString() {
        return pair + ": " + status + " by " + by + " at " + at;
    }
}
