package org.modestcrm.identity;

/**
 * One step of an explanation: what was compared, how it agrees, and how much that tells.
 *
 * @param about the evidence, such as {@code FAMILY_NAME}; {@link #PRIOR} or {@link #HOUSEHOLD}
 * @param level how the two records agree in it, such as {@code near}; empty for prior and household
 * @param weight bits for one person when positive, against when negative
 */
public record WeightStep(String about, String level, double weight) {
    /** What is held of any two records before they are looked at. */
    public static final String PRIOR = "PRIOR";
    /** That another person of the household would show the same. */
    public static final String HOUSEHOLD = "HOUSEHOLD";
}
