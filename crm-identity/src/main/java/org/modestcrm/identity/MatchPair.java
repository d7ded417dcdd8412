package org.modestcrm.identity;

import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordPair;

/**
 * Two records that look like one person.
 *
 * @param pair which
 * @param weight log2 of the odds that they are one person
 * @param probability the same as a probability
 * @param status AUTO when they are in one person, CONFIRMED or FORBIDDEN when staff decided, REVIEW when staff is asked
 */
public record MatchPair(RecordPair pair, double weight, double probability, LinkStatus status) {}
