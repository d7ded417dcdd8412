package org.modestcrm.segment;

/**
 * How large a rule may be; rules come from people and partners.
 *
 * @param maxChars the longest text, in characters
 * @param maxDepth how deep conditions may be nested
 * @param maxNodes how many conditions, values and operands it may have
 */
public record RuleLimits(int maxChars, int maxDepth, int maxNodes) {
    /** 100,000 characters, 64 levels, 10,000 nodes. */
    public static final RuleLimits STANDARD = new RuleLimits(100_000, 64, 10_000);

    /**
     * Checks the numbers.
     *
     * @param maxChars 1 or more
     * @param maxDepth 1 to 500
     * @param maxNodes 1 or more
     */
    public RuleLimits {
        if (maxChars < 1 || maxDepth < 1 || maxDepth > 500 || maxNodes < 1) {
            throw new IllegalArgumentException("limits of " + maxChars + " characters, " + maxDepth + " levels, "
                    + maxNodes + " nodes (expected: 1 or more each, at most 500 levels)");
        }
    }
}
