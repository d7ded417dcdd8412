package org.modestcrm.segment;

/**
 * What is wrong with a rule, and where.
 *
 * @param code what kind of fault
 * @param segment the id of the segment the rule belongs to, empty for a rule that stands alone
 * @param place where in the rule's text
 * @param message what was found and what was expected
 */
public record RuleProblem(Code code, String segment, Place place, String message) {
    /** The kinds of fault; docs/errors.md has cause and cure of each. */
    public enum Code {
        /** The file is no rules file. */
        RULE_FILE,
        /** The text is no rule. */
        RULE_SYNTAX,
        /** The rule is larger than {@link RuleLimits} allow. */
        RULE_LIMIT,
        /** The catalogue has no such fact. */
        RULE_FACT_UNKNOWN,
        /** The catalogue has no such collection. */
        RULE_COLLECTION_UNKNOWN,
        /** Operator, function or operand do not fit the type of the fact. */
        RULE_TYPE,
        /** The fact can never have that value. */
        RULE_VALUE_UNKNOWN,
        /** Two segments have one id. */
        RULE_SEGMENT_DUPLICATE,
        /** There is no segment of that id. */
        RULE_SEGMENT_UNKNOWN,
        /** A segment is part of itself. */
        RULE_SEGMENT_CYCLE;

        /** As documents and command lines show it: {@code RULE-TYPE}. */
        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    RuleProblem ofSegment(String id) {
        return new RuleProblem(code, id, place, message);
    }

    /** One line: {@code rule "vip", line 1, column 9: fact "contry" is unknown (...)}. */
    @Override
    public String toString() {
        String where = segment.isEmpty() ? "" : "rule \"" + segment + "\"";
        String at = place.toString();
        String both = where.isEmpty() || at.isEmpty() ? where + at : where + ", " + at;
        return both.isEmpty() ? message : both + ": " + message;
    }
}
