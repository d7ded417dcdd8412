package org.modestcrm.identity;

import java.util.Map;

/**
 * What a resolver has done so far, for operators.
 *
 * @param records how many records it holds
 * @param persons how many persons they are
 * @param largestPerson how many records the largest has; an alarm when it is near {@link IdentitySettings#largestPerson()}
 * @param comparisons how many pairs were compared
 * @param blocks what became of blocks that were too large
 */
public record IdentityReport(int records, int persons, int largestPerson, long comparisons, Blocks blocks) {
    /**
     * Blocks that were too large.
     *
     * @param split how many were split by a second key
     * @param skipped look-ups that were skipped because even that left too many, by kind of key
     */
    public record Blocks(int split, Map<String, Long> skipped) {
        /**
         * Copies the map.
         *
         * @param split how many
         * @param skipped look-ups by kind
         */
        public Blocks {
            skipped = Map.copyOf(skipped);
        }
    }
}
