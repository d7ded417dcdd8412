package org.modestcrm.segment;

/**
 * How many customers are in a segment.
 *
 * @param in how many are in
 * @param out how many are not
 * @param decidedByMissing for how many of both missing data decided
 */
public record SegmentCount(long in, long out, long decidedByMissing) {}
