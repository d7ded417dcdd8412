package org.modestcrm.segment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A comparison a rule may ask for, with its complement: {@code IN} and {@code NOT IN}. On a missing value the operator
 * is false and its complement true.
 *
 * <p>A shop adds its own with {@link #of} and {@link RuleLanguage#with}. Immutable.
 */
public final class Operator {
    private final String keyword;
    private final Definition definition;
    private final Operator complement;
    private final boolean negative;

    /** How many operands an operator takes, and how they are written. */
    public enum Shape {
        /** None: {@code IS SET}. */
        NONE(0, 0, "none"),
        /** One: {@code = 'FR'}. */
        ONE(1, 1, "one"),
        /** A list in brackets: {@code IN ('FR', 'BE')}. */
        LIST(1, 10_000, "1 to 10000"),
        /** Two with AND between them: {@code BETWEEN 3 AND 5}. */
        RANGE(2, 2, "two"),
        /** A length of time: {@code IN LAST 90 DAYS}. */
        SPAN(1, 1, "one length of time");

        private final int least;
        private final int most;
        private final String expectation;

        Shape(int least, int most, String expectation) {
            this.least = least;
            this.most = most;
            this.expectation = expectation;
        }

        boolean takes(int operands) {
            return operands >= least && operands <= most;
        }

        String expectation() {
            return expectation;
        }
    }

    /** Whether the operator holds for a value that is there. */
    @FunctionalInterface
    public interface Holds {
        /**
         * The comparison.
         *
         * @param known the value; String, BigDecimal, Money, LocalDate, Instant, Boolean or BirthDate by type of fact
         * @param asked the operands, prepared
         * @param context the moment and the rest of the world
         * @return whether it holds
         */
        boolean test(Object known, List<Object> asked, EvaluationContext context);
    }

    /** When the verdict may change although no value does. */
    @FunctionalInterface
    interface Horizon {
        Instant until(Object known, List<Object> asked, EvaluationContext context);
    }

    /** What becomes of the operands once the moment is known: a window gets its bounds. */
    @FunctionalInterface
    interface Preparation {
        List<Object> prepare(List<Object> asked, EvaluationContext context);
    }

    /** Everything an operator and its complement share. */
    record Definition(Shape shape, Set<FactType> types, Holds holds, Timing timing, Wording wording) {}

    /** What the clock has to do with it. */
    record Timing(Preparation preparation, Horizon horizon) {
        static final Timing NONE = new Timing((asked, context) -> asked, (known, asked, context) -> Instant.MAX);
    }

    private Operator(String keyword, String complementKeyword, Definition definition) {
        this.keyword = keyword;
        this.definition = definition;
        this.negative = false;
        this.complement = new Operator(complementKeyword, this);
    }

    private Operator(String keyword, Operator positive) {
        this.keyword = keyword;
        this.definition = positive.definition;
        this.negative = true;
        this.complement = positive;
    }

    /**
     * An operator of the shop's own.
     *
     * @param keyword its words in a rule, in capitals; the complement has {@code NOT} before them
     * @param shape how many operands it takes
     * @param types the kinds of fact it compares
     * @param holds the comparison; it must depend on nothing but its arguments, and not on the moment
     * @return the operator
     */
    public static Operator of(String keyword, Shape shape, Set<FactType> types, Holds holds) {
        if (!keyword.matches("[A-Z]+( [A-Z]+)*") || shape == Shape.SPAN) {
            throw new IllegalArgumentException("operator \"" + keyword + "\" of shape " + shape
                    + " (expected: words of capital letters with single blanks; a shape other than SPAN)");
        }
        String words = keyword.toLowerCase(Locale.ROOT);
        Wording wording = Wording.same(words + " {0}", "not " + words + " {0}");
        return define(keyword, "NOT " + keyword, new Definition(shape, Set.copyOf(types), holds, Timing.NONE, wording));
    }

    static Operator define(String keyword, String complementKeyword, Definition definition) {
        return new Operator(keyword, complementKeyword, definition);
    }

    /**
     * Its words in a rule.
     *
     * @return such as {@code NOT IN}
     */
    public String keyword() {
        return keyword;
    }

    /**
     * The operator that holds exactly where this does not.
     *
     * @return never null; its complement is this
     */
    public Operator complement() {
        return complement;
    }

    /**
     * Whether it holds on a missing value.
     *
     * @return true for a complement such as {@code !=}, false for {@code =}
     */
    public boolean isNegative() {
        return negative;
    }

    /**
     * How many operands it takes.
     *
     * @return never null
     */
    public Shape shape() {
        return definition.shape();
    }

    /**
     * The kinds of fact it compares.
     *
     * @return one or more
     */
    public Set<FactType> types() {
        return definition.types();
    }

    boolean test(Object known, List<Object> asked, EvaluationContext context) {
        return definition.holds().test(known, asked, context) != negative;
    }

    Instant until(Object known, List<Object> asked, EvaluationContext context) {
        return definition.timing().horizon().until(known, asked, context);
    }

    List<Object> prepare(List<Object> asked, EvaluationContext context) {
        return definition.timing().preparation().prepare(asked, context);
    }

    /** The phrase for a sentence, with {0} and {1} for the operands. */
    String phrase(Locale language) {
        return definition.wording().phrase(language, negative);
    }

    @Override
    public String toString() {
        return keyword;
    }
}
