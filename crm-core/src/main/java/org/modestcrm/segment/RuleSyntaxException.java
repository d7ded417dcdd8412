package org.modestcrm.segment;

import java.util.List;

/** A text that is no rule: {@code line 1, column 9: found "IZ" (expected: an operator; did you mean IN?)}. */
public final class RuleSyntaxException extends RuleException {
    private static final long serialVersionUID = 1;

    private final String found;
    private final String expected;
    private final String suggestion;

    RuleSyntaxException(RuleProblem.Code code, Place place, Mismatch mismatch) {
        super(List.of(new RuleProblem(code, "", place, mismatch.message())));
        this.found = mismatch.found();
        this.expected = mismatch.expected();
        this.suggestion = mismatch.suggestion();
    }

    /** What stands there, what should, and what was perhaps meant. */
    record Mismatch(String found, String expected, String suggestion) {
        String message() {
            String hint = suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?";
            return "found " + found + " (expected: " + expected + hint + ")";
        }
    }

    /**
     * The line.
     *
     * @return 1 or more
     */
    public int line() {
        return problems().get(0).place().line();
    }

    /**
     * The column.
     *
     * @return 1 or more
     */
    public int column() {
        return problems().get(0).place().column();
    }

    /**
     * What stands there.
     *
     * @return in quotes, or words such as {@code the end}
     */
    public String found() {
        return found;
    }

    /**
     * What should stand there.
     *
     * @return in words
     */
    public String expected() {
        return expected;
    }

    /**
     * What was perhaps meant.
     *
     * @return empty when nothing known is near
     */
    public String suggestion() {
        return suggestion;
    }
}
