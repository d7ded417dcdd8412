package org.modestcrm.identity;

import java.util.List;

/**
 * The answer to one record: who it is, what holds the person together, and what staff is asked.
 *
 * @param person the person the record is now part of
 * @param links the pairs that hold the person together, one less than it has records
 * @param review pairs of the record that look alike but are not merged, most alike first
 */
public record Resolution(ResolvedPerson person, List<MatchPair> links, List<MatchPair> review) {
    /**
     * Copies the lists.
     *
     * @param person the person
     * @param links what holds it together
     * @param review what staff is asked
     */
    public Resolution {
        links = List.copyOf(links);
        review = List.copyOf(review);
    }
}
