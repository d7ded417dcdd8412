package org.modestcrm.segment;

import java.util.Locale;

/**
 * Something about a rule that is allowed and yet probably not meant.
 *
 * @param check what was looked for
 * @param segment the id of the segment
 * @param place where in the rule's text
 * @param message what was found
 */
public record LintFinding(Check check, String segment, Place place, String message) {
    /** What is looked for, and what to do about it; docs/lint.md lists them. */
    public enum Check {
        /** A range whose lower bound is above its upper one. */
        EMPTY_RANGE("swap the bounds"),
        /** Conditions that cannot hold together. */
        CONTRADICTION("take one out, or put OR between them"),
        /** Alternatives one of which always holds. */
        ALWAYS_TRUE("take the condition out"),
        /** The same condition twice. */
        DUPLICATE("take one out"),
        /** A condition that another one says already. */
        IMPLIED("take it out"),
        /** {@code FALSE} among conditions that all must hold, or {@code TRUE} among alternatives. */
        DECIDED("take the constant or the others out"),
        /** {@code TRUE} among conditions that all must hold, or {@code FALSE} among alternatives. */
        IDLE_CONSTANT("take it out"),
        /** A double negation. */
        DOUBLE_NOT("take both out"),
        /** A negation of a comparison that has a complement. */
        NOT_COMPLEMENT("write the complement"),
        /** A negative test on a fact that may be missing. */
        MISSING_INCLUDED("add AND ... IS SET unless customers without it are meant"),
        /** A count that is always or never so. */
        COUNT_BOUND("compare with 1 or more"),
        /** A number that is no whole one, compared with a count. */
        COUNT_FRACTION("compare with a whole number"),
        /** A value compared with itself. */
        SELF("compare with another fact"),
        /** A list of one. */
        LIST_OF_ONE("write = or !="),
        /** The same operand twice in a list. */
        OPERAND_TWICE("take one out"),
        /** A comparison with a blank text. */
        BLANK_TEXT("ask IS SET or IS NOT SET"),
        /** A text that is ordered against digits, letter by letter. */
        DIGITS_AS_TEXT("declare the fact as a number"),
        /** A text with blanks around it. */
        BLANKS_AROUND("take the blanks out"),
        /** A pattern without anything open. */
        PATTERN_PLAIN("write ="),
        /** A pattern that only asks for the begin, the end or the inside. */
        PATTERN_SIMPLE("write STARTS WITH, ENDS WITH or CONTAINS"),
        /** A pattern that every text fits. */
        PATTERN_ALL("ask IS SET"),
        /** Hours that make whole days. */
        HOURS_FOR_DAYS("write DAYS unless the hour of now is meant"),
        /** A window longer than ten years. */
        LONG_WINDOW("leave the window out"),
        /** A sample of nobody or everybody. */
        SAMPLE_BOUND("ask for more than 0 and less than 100 percent"),
        /** One sample name with two sizes. */
        SAMPLE_TWICE("give it another name unless the smaller is to lie within the larger"),
        /** Two segments with one rule. */
        SAME_RULE("refer to one from the other"),
        /** A segment without a name in English or French. */
        NO_NAME("add the name"),
        /** A rule with more figures over collections than is cheap. */
        COSTLY("move parts into segments of their own");

        private final String cure;

        Check(String cure) {
            this.cure = cure;
        }

        /**
         * What to do about it.
         *
         * @return a few words
         */
        public String cure() {
            return cure;
        }

        /** As documents and command lines show it: {@code LINT-EMPTY-RANGE}. */
        @Override
        public String toString() {
            return "LINT-" + name().replace('_', '-').toUpperCase(Locale.ROOT);
        }
    }

    /** One line. */
    @Override
    public String toString() {
        String at = place.toString();
        return "rule \"" + segment + "\"" + (at.isEmpty() ? "" : ", " + at) + ": " + message + " (" + check + ": "
                + check.cure() + ")";
    }
}
