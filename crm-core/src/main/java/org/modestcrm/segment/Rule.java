package org.modestcrm.segment;

import java.math.BigDecimal;
import java.util.List;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;

/**
 * A condition that holds for a customer or does not, as a tree.
 *
 * <pre>{@code
 * Rule vip = Rule.parse("orders(placed IN LAST 365 DAYS).sum(total) >= 500 EUR AND NOT IN SEGMENT 'staff'");
 * vip.text();   // the canonical text, which parses to an equal rule
 * }</pre>
 *
 * <p>On a missing value every operator is false and its complement true, so that {@code NOT (country = 'FR')} and
 * {@code country != 'FR'} mean the same. Immutable; equality ignores where conditions were written.
 */
public sealed interface Rule {
    /**
     * Holds when all of them hold; of none, always.
     *
     * @param rules none, or two or more
     */
    record All(List<Rule> rules) implements Rule {
        /**
         * Copies the list.
         *
         * @param rules none, or two or more
         */
        public All {
            rules = severalOrNone("All", rules);
        }
    }

    /**
     * Holds when at least one of them holds; of none, never.
     *
     * @param rules none, or two or more
     */
    record Any(List<Rule> rules) implements Rule {
        /**
         * Copies the list.
         *
         * @param rules none, or two or more
         */
        public Any {
            rules = severalOrNone("Any", rules);
        }
    }

    /**
     * Holds when the other does not.
     *
     * @param rule the other
     */
    record Not(Rule rule) implements Rule {}

    /**
     * Compares a value.
     *
     * @param value what is looked at
     * @param operator how it is compared
     * @param operands what it is compared with, as many as the operator takes
     * @param place where it was written
     */
    record Test(Value value, Operator operator, List<Operand> operands, Place place) implements Rule {
        /**
         * Copies the list and checks its length.
         *
         * @param value what is looked at
         * @param operator how it is compared
         * @param operands what it is compared with
         * @param place where it was written
         */
        public Test {
            operands = List.copyOf(operands);
            if (!operator.shape().takes(operands.size())) {
                throw new IllegalArgumentException(operator + " with " + operands.size() + " operands (expected: "
                        + operator.shape().expectation() + ")");
            }
        }
    }

    /**
     * Holds for the members of another segment.
     *
     * @param segment its id
     * @param place where it was written
     */
    record InSegment(String segment, Place place) implements Rule {}

    /**
     * Holds when the last statement about a channel and purpose has a status. Granted means granted and not expired.
     *
     * @param channel on which channel
     * @param purpose for what
     * @param status the status
     * @param place where it was written
     */
    record HasConsent(Channel channel, Purpose purpose, ConsentStatus status, Place place) implements Rule {}

    /**
     * Those things of a collection that pass a filter: {@code orders(total > 50 EUR)}.
     *
     * @param collection the name of the collection in the catalogue
     * @param filter which of them; {@link Rule#always()} for all
     * @param place where it was written
     */
    record Things(String collection, Rule filter, Place place) {}

    /**
     * Holds when a thing was followed by another within a time, with nothing of a third kind between: {@code orders()
     * THEN refunds() WITHIN 30 DAYS WITHOUT interactions()}. What follows is later in time; things of one moment follow
     * none of each other.
     *
     * @param first what came first
     * @param then what followed
     * @param within how long after
     * @param without what did not come between; none or one
     */
    record Sequence(Things first, Things then, Span within, List<Things> without) implements Rule {
        /**
         * Copies the list and checks its length.
         *
         * @param first what came first
         * @param then what followed
         * @param within how long after
         * @param without what did not come between; none or one
         */
        public Sequence {
            without = List.copyOf(without);
            if (without.size() > 1) {
                throw new IllegalArgumentException(without.size() + " things between (expected: at most 1)");
            }
        }
    }

    /**
     * Holds when there was a thing in at least so many of the last periods of the calendar, the current one included:
     * {@code orders() IN 3 OF 6 MONTHS}.
     *
     * @param things which
     * @param periods in how many, 1 or more
     * @param of of how many days, weeks, months or years
     */
    record Regular(Things things, int periods, Span of) implements Rule {
        /**
         * Checks the numbers.
         *
         * @param things which
         * @param periods in how many
         * @param of of how many
         */
        public Regular {
            if (periods < 1 || periods > of.length() || !of.unit().isCalendar()) {
                throw new IllegalArgumentException(
                        periods + " of " + of + " (expected: 1 to the number of days, weeks," + " months or years)");
            }
        }
    }

    /**
     * Holds for a part of the customers that is the same each time and another for each name: {@code IN SAMPLE 'spring'
     * OF 10 PERCENT}.
     *
     * @param name of the sample
     * @param percent how many of a hundred, 0 to 100
     * @param place where it was written
     */
    record Sample(String name, BigDecimal percent, Place place) implements Rule {
        /**
         * Checks the number.
         *
         * @param name of the sample
         * @param percent how many of a hundred
         * @param place where it was written
         */
        public Sample {
            if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() > 6) {
                throw new IllegalArgumentException(
                        percent.toPlainString() + " percent (expected: 0 to 100, at most 6 decimals)");
            }
            percent = percent.scale() < 0 ? percent.setScale(0) : percent;
        }
    }

    /**
     * Reads the text form in the standard language.
     *
     * @param text such as {@code country IN ('FR', 'BE') AND orders().count >= 2}
     * @return the rule
     * @throws RuleSyntaxException telling line, column, what was found and what was expected
     */
    static Rule parse(String text) {
        return RuleLanguage.standard().parse(text);
    }

    /**
     * Holds for everybody.
     *
     * @return a rule of no conditions
     */
    static Rule always() {
        return new All(List.of());
    }

    /**
     * Holds for nobody.
     *
     * @return a rule of no alternatives
     */
    static Rule never() {
        return new Any(List.of());
    }

    /**
     * Holds when all of them hold.
     *
     * @param rules any number
     * @return the rule itself when it is only one
     */
    static Rule all(List<Rule> rules) {
        return rules.size() == 1 ? rules.get(0) : new All(rules);
    }

    /**
     * Holds when at least one of them holds.
     *
     * @param rules any number
     * @return the rule itself when it is only one
     */
    static Rule any(List<Rule> rules) {
        return rules.size() == 1 ? rules.get(0) : new Any(rules);
    }

    /**
     * The opposite.
     *
     * @return holds exactly where this does not
     */
    default Rule not() {
        return new Not(this);
    }

    /**
     * The canonical text, which {@link #parse} turns into an equal rule.
     *
     * @return one line
     */
    default String text() {
        return RuleText.of(this);
    }

    private static List<Rule> severalOrNone(String what, List<Rule> rules) {
        if (rules.size() == 1) {
            throw new IllegalArgumentException(what + " of one rule (expected: none, or two or more; one is itself)");
        }
        return List.copyOf(rules);
    }
}
