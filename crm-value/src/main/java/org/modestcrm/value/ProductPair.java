package org.modestcrm.value;

/**
 * Two products that go together.
 *
 * @param product the one that is bought
 * @param other the one that is bought with it, or next
 * @param counts how often
 */
public record ProductPair(String product, String other, PairCounts counts) {}
