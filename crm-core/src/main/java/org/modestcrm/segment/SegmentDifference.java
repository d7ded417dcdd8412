package org.modestcrm.segment;

import java.util.Set;

/**
 * Who is in one segment and not in another: what would come of it if the first took the rule of the second.
 *
 * @param entering keys of customers who are in the second only
 * @param leaving keys of customers who are in the first only
 * @param staying how many are in both
 */
public record SegmentDifference(Set<String> entering, Set<String> leaving, long staying) {
    /**
     * Copies the sets.
     *
     * @param entering who is in the second only
     * @param leaving who is in the first only
     * @param staying how many are in both
     */
    public SegmentDifference {
        entering = Set.copyOf(entering);
        leaving = Set.copyOf(leaving);
    }
}
