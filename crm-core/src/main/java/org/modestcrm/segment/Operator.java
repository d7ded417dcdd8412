package org.modestcrm.segment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comparison a rule may ask for, with its complement: {@code IN} and {@code NOT IN}. On a missing value the operator
 * is false and its complement true.
 *
 * <p>A shop adds its own with {@link #of} and {@link RuleLanguage#with}. Immutable.
 */
public final class Operator {
    private final String keyword;
    private final Builder definition;
    private final Holds holds;
    private final Operator complement;
    private final boolean negative;

    /** How many operands an operator takes, and how they are written. */
    public enum Shape {
        /** None: {@code IS SET}. */
        NONE(0, 0, "none"),
        /** One: {@code = 'FR'}. */
        ONE(1, 1, "one"),
        /** A list in brackets: {@code IN ('FR', 'BE')}; a fact in it that is missing is left out. */
        LIST(1, 10_000, "1 to 10000"),
        /** A pattern in quotes: {@code LIKE 'Par%'}. */
        PATTERN(1, 1, "a pattern in quotes"),
        /** Whole units of the calendar: {@code IN PREVIOUS 3 MONTHS}, {@code IN THIS WEEK}. */
        PERIOD(1, 1, "a period"),
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

    /** What the clock has to do with it. */
    record Timing(Preparation preparation, Horizon horizon) {
        static final Timing NONE = new Timing((asked, context) -> asked, (known, asked, context) -> Instant.MAX);
    }

    private Operator(Builder definition, Holds holds) {
        this.keyword = definition.keyword;
        this.definition = definition;
        this.holds = holds;
        this.negative = false;
        this.complement = new Operator(definition.complement, this);
    }

    private Operator(String keyword, Operator positive) {
        this.keyword = keyword;
        this.definition = positive.definition;
        this.holds = positive.holds;
        this.negative = true;
        this.complement = positive;
    }

    /**
     * An operator of the shop's own, whose sentences are its words.
     *
     * @param keyword its words in a rule, in capitals; the complement has {@code NOT} before them
     * @param shape how many operands it takes
     * @param types the kinds of fact it compares
     * @param holds the comparison; it must depend on nothing but its arguments, and not on the moment
     * @return the operator
     * @throws IllegalArgumentException when the words cannot be read in a rule
     */
    public static Operator of(String keyword, Shape shape, Set<FactType> types, Holds holds) {
        return named(keyword).takes(shape).comparing(types).holds(holds);
    }

    /**
     * Begins an operator of the shop's own; unless told otherwise it takes one operand, compares texts, and is said by
     * its words.
     *
     * @param keyword its words in a rule, in capitals; the complement has {@code NOT} before them
     * @return a builder that needs a comparison
     * @throws IllegalArgumentException when the words cannot be read in a rule
     */
    public static Builder named(String keyword) {
        if (!keyword.matches("[A-Z]+( [A-Z]+)*") || keyword.matches("(.* )?(AND|OR|NOT)( .*)?")) {
            throw new IllegalArgumentException("operator \"" + keyword
                    + "\" (expected: words of capital letters with single blanks, without AND, OR and NOT)");
        }
        return new Builder(keyword, "NOT " + keyword);
    }

    /** Begins an operator of ours: its words may be signs, and its complement has words of its own. */
    static Builder named(String keyword, String complement) {
        return new Builder(keyword, complement);
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
        return definition.shape;
    }

    /**
     * The kinds of fact it compares.
     *
     * @return one or more
     */
    public Set<FactType> types() {
        return definition.types;
    }

    boolean test(Object known, List<Object> asked, EvaluationContext context) {
        return holds.test(known, asked, context) != negative;
    }

    Instant until(Object known, List<Object> asked, EvaluationContext context) {
        return definition.timing.horizon().until(known, asked, context);
    }

    List<Object> prepare(List<Object> asked, EvaluationContext context) {
        return definition.timing.preparation().prepare(asked, context);
    }

    /** The phrase for a sentence, with {0} and {1} for the operands. */
    String phrase(Locale language, List<Operand> operands) {
        boolean day = operands.stream().anyMatch(one -> one instanceof Operand.Day || one instanceof Operand.Moment);
        Wording wording = day && definition.ofDays != null ? definition.ofDays : definition.wording;
        return wording.phrase(language, negative);
    }

    @Override
    public String toString() {
        return keyword;
    }

    /** Collects the parts of an operator. For one thread. */
    public static final class Builder {
        private final String keyword;
        private final String complement;
        private Shape shape = Shape.ONE;
        private Set<FactType> types = FactType.sorted(Set.of(FactType.TEXT));
        private Timing timing = Timing.NONE;
        private Wording wording;
        private @Nullable Wording ofDays;

        private Builder(String keyword, String complement) {
            this.keyword = keyword;
            this.complement = complement;
            String words = keyword.toLowerCase(Locale.ROOT);
            this.wording = Wording.same(words + " {0}", "not " + words + " {0}");
        }

        /**
         * Sets how many operands it takes.
         *
         * @param value one unless set; not {@link Shape#SPAN} or {@link Shape#PERIOD}, whose verdicts would
         *     change with the moment
         * @return this
         * @throws IllegalArgumentException for {@link Shape#SPAN} and {@link Shape#PERIOD}
         */
        public Builder takes(Shape value) {
            if (value == Shape.SPAN || value == Shape.PERIOD) {
                throw new IllegalArgumentException("operator \"" + keyword + "\" of shape " + value
                        + " (expected: NONE, ONE, LIST, RANGE or PATTERN)");
            }
            shape = value;
            return this;
        }

        /**
         * Sets the kinds of fact it compares.
         *
         * @param value one or more; texts unless set
         * @return this
         */
        public Builder comparing(Set<FactType> value) {
            types = FactType.sorted(value);
            return this;
        }

        /**
         * Sets what sentences say, with {0} and {1} for the operands and {*} for all of them.
         *
         * @param english such as {@code is near {0}}
         * @param french such as {@code est près de {0}}
         * @return this
         */
        public Builder says(String english, String french) {
            wording = new Wording(english, wording.notEnglish(), french, wording.notFrench());
            return this;
        }

        /**
         * Sets what sentences say of its complement.
         *
         * @param english such as {@code is not near {0}}
         * @param french such as {@code n'est pas près de {0}}
         * @return this
         */
        public Builder saysNot(String english, String french) {
            wording = new Wording(wording.english(), english, wording.french(), french);
            return this;
        }

        /** Sets what sentences say where the operand is a day or an instant. */
        Builder saysOfDays(String english, String french) {
            ofDays = new Wording(english, english, french, french);
            return this;
        }

        /** Sets what sentences say of its complement there; after {@link #saysOfDays}. */
        Builder saysNotOfDays(String english, String french) {
            Wording positive = ofDays == null ? wording : ofDays;
            ofDays = new Wording(positive.english(), english, positive.french(), french);
            return this;
        }

        /** Sets what becomes of the operands before any value is looked at; throws when they make no sense. */
        Builder preparing(Preparation preparation) {
            timing = new Timing(preparation, Timing.NONE.horizon());
            return this;
        }

        /** Makes it look at a window of time. */
        Operator holdsWithin(Shape asked, Operators.Windowing window) {
            shape = asked;
            timing = new Timing(window, window);
            return holds(window);
        }

        /**
         * The operator.
         *
         * @param comparison whether it holds; it must depend on nothing but its arguments, and not on the moment
         * @return the operator; its complement holds exactly where it does not
         */
        public Operator holds(Holds comparison) {
            return new Operator(this, comparison);
        }
    }
}
