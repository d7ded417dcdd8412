package org.modestcrm.segment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operators and figures rules may use, and their text form.
 *
 * <p>The grammar, keywords in any case:
 *
 * <pre>
 * rule      = and { OR and }
 * and       = not { AND not }
 * not       = { NOT } condition
 * condition = "(" rule ")" | TRUE | FALSE | IN SEGMENT 'id'
 *           | CONSENT channel FOR purpose IS [NOT] status
 *           | value operator [operands]
 * value     = fact | collection "(" [ rule { "," rule } ] ")" "." function [ "(" fact ")" ]
 * operand   = 'text' | 2.5 | 500 EUR | 2026-03-01 | 2026-03-01T09:00:00Z | TRUE | FALSE | fact
 * </pre>
 *
 * A quote in a text is written twice; a name that is no word stands in backquotes; {@code --} and {@code /*} begin
 * comments. Immutable.
 */
public final class RuleLanguage {
    private static final RuleLanguage STANDARD = standardLanguage();

    private final Map<String, Operator> operators;
    private final Map<String, AggregateFunction> functions;

    private RuleLanguage(Map<String, Operator> operators, Map<String, AggregateFunction> functions) {
        this.operators = Collections.unmodifiableMap(operators);
        this.functions = Collections.unmodifiableMap(functions);
    }

    private static RuleLanguage standardLanguage() {
        Map<String, Operator> operators = new LinkedHashMap<>();
        Operators.builtIn().forEach(operator -> add(operators, operator));
        Map<String, AggregateFunction> functions = new LinkedHashMap<>();
        AggregateFunctions.builtIn().forEach(function -> functions.put(function.name(), function));
        return new RuleLanguage(operators, functions);
    }

    /**
     * The language of {@link Operators} and {@link AggregateFunctions}.
     *
     * @return always the same
     */
    public static RuleLanguage standard() {
        return STANDARD;
    }

    /**
     * The same language with one more operator and its complement.
     *
     * @param operator the shop's own
     * @return another language
     * @throws IllegalArgumentException when its words are taken
     */
    public RuleLanguage with(Operator operator) {
        Map<String, Operator> more = new LinkedHashMap<>(operators);
        add(more, operator);
        return new RuleLanguage(more, functions);
    }

    private static void add(Map<String, Operator> operators, Operator operator) {
        for (Operator one : List.of(operator, operator.complement())) {
            if (operators.put(one.keyword(), one) != null) {
                throw new IllegalArgumentException(
                        "operator \"" + one.keyword() + "\" is there already (expected: words of its own)");
            }
        }
    }

    /**
     * Reads a rule within {@link RuleLimits#STANDARD}.
     *
     * @param text the rule
     * @return the rule
     * @throws RuleSyntaxException telling line, column, what was found and what was expected
     */
    public Rule parse(String text) {
        return parse(text, RuleLimits.STANDARD);
    }

    /**
     * Reads a rule.
     *
     * @param text the rule
     * @param limits how large it may be
     * @return the rule
     * @throws RuleSyntaxException telling line, column, what was found and what was expected
     */
    public Rule parse(String text, RuleLimits limits) {
        return new RuleParser(this, limits, new RuleLexer(text, limits).tokens()).parse();
    }

    /** Operators and their complements by their words. */
    Map<String, Operator> operators() {
        return operators;
    }

    Map<String, AggregateFunction> functions() {
        return functions;
    }

    /** What no bare fact name can be. */
    static Set<String> reserved() {
        return Set.of("AND", "OR", "NOT", "IN", "IS", "TRUE", "FALSE", "CONSENT", "FOR", "BETWEEN");
    }
}
