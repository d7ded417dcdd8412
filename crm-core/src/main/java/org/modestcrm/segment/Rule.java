package org.modestcrm.segment;

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
