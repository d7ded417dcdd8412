package org.modestcrm.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.segment.RuleToken.Kind;

/** Reads the text form of rules by descent, with a budget of depth and nodes. For one thread and one text. */
final class RuleParser {
    private static final int LONGEST_OPERATOR = 6;

    private final RuleLanguage language;
    private final RuleLimits limits;
    private final TokenStream tokens;
    private final OperandParser operands;
    private int depth;
    private int nodes;

    RuleParser(RuleLanguage language, RuleLimits limits, List<RuleToken> tokens) {
        this.language = language;
        this.limits = limits;
        this.tokens = new TokenStream(tokens);
        this.operands = new OperandParser(this.tokens, this::count);
    }

    Rule parse() {
        Rule rule = or();
        if (tokens.peek().kind() != Kind.END) {
            throw tokens.failure("AND, OR or the end", List.of("AND", "OR"));
        }
        return rule;
    }

    private Rule or() {
        return Rule.any(several("OR", () -> Rule.all(several("AND", this::not))));
    }

    private List<Rule> several(String word, Supplier<Rule> one) {
        List<Rule> rules = new ArrayList<>();
        do {
            rules.add(one.get());
        } while (tokens.skipWord(word));
        return rules;
    }

    private Rule not() {
        enter();
        Rule rule = tokens.skipWord("NOT") ? not().not() : condition();
        depth--;
        return rule;
    }

    private void enter() {
        count();
        if (++depth > limits.maxDepth()) {
            throw tokens.limit("nesting depth " + depth, limits.maxDepth() + ", RuleLimits.maxDepth");
        }
    }

    private void count() {
        if (++nodes > limits.maxNodes()) {
            throw tokens.limit(nodes + " nodes", limits.maxNodes() + ", RuleLimits.maxNodes");
        }
    }

    private Rule condition() {
        RuleToken next = tokens.peek();
        if (tokens.skipSymbol("(")) {
            Rule inner = or();
            tokens.expectSymbol(")");
            return inner;
        }
        if (next.isWord("TRUE") || next.isWord("FALSE")) {
            tokens.next();
            return next.isWord("TRUE") ? Rule.always() : Rule.never();
        }
        if (next.isWord("IN") && tokens.peek(1).isWord("SEGMENT")) {
            return segment();
        }
        if (next.isWord("CONSENT")) {
            return consent();
        }
        return test();
    }

    private Rule segment() {
        Place place = tokens.next().place();
        tokens.next();
        if (tokens.peek().kind() != Kind.TEXT) {
            throw tokens.failure("the id of a segment in quotes", List.of());
        }
        return new Rule.InSegment(tokens.next().text(), place);
    }

    private Rule consent() {
        Place place = tokens.next().place();
        Channel channel = code("a channel such as email", Channel::of);
        tokens.expectWord("FOR");
        Purpose purpose = code("a purpose such as newsletter", Purpose::of);
        tokens.expectWord("IS");
        boolean not = tokens.skipWord("NOT");
        Rule rule = new Rule.HasConsent(channel, purpose, status(), place);
        return not ? rule.not() : rule;
    }

    private <T> T code(String expected, Function<String, T> type) {
        RuleToken token = tokens.peek();
        if (token.kind() != Kind.WORD && token.kind() != Kind.TEXT) {
            throw tokens.failure(expected, List.of());
        }
        try {
            T value = type.apply(token.text());
            tokens.next();
            return value;
        } catch (IllegalArgumentException e) {
            throw tokens.failure(expected, List.of());
        }
    }

    private ConsentStatus status() {
        RuleToken token = tokens.peek();
        for (ConsentStatus status : ConsentStatus.values()) {
            if (token.isWord(status.name())) {
                tokens.next();
                return status;
            }
        }
        List<String> known =
                Arrays.stream(ConsentStatus.values()).map(Enum::name).toList();
        throw tokens.failure(String.join(", ", known), known);
    }

    private Rule test() {
        Value value = value();
        Place place = tokens.peek().place();
        Operator operator = operator();
        return new Rule.Test(value, operator, operands.of(operator.shape()), place);
    }

    private Value value() {
        count();
        RuleToken token = tokens.peek();
        boolean reserved = token.kind() == Kind.WORD && RuleLanguage.reserved().contains(token.upper());
        if (reserved || token.kind() != Kind.WORD && token.kind() != Kind.QUOTED_NAME) {
            throw tokens.failure("a fact, NOT or (", List.of());
        }
        tokens.next();
        return tokens.peek().isSymbol("(") ? aggregate(token) : new Value.Fact(token.text(), token.place());
    }

    private Value aggregate(RuleToken name) {
        tokens.expectSymbol("(");
        Rule filter = tokens.peek().isSymbol(")") ? Rule.always() : filter();
        tokens.expectSymbol(")");
        tokens.expectSymbol(".");
        AggregateFunction function = function();
        List<Value.Fact> of = new ArrayList<>();
        if (function.takesFact()) {
            tokens.expectSymbol("(");
            of.add(operands.fact());
            tokens.expectSymbol(")");
        }
        return new Value.Aggregate(name.text(), filter, function, of, name.place());
    }

    private Rule filter() {
        List<Rule> rules = new ArrayList<>();
        do {
            rules.add(or());
        } while (tokens.skipSymbol(","));
        return Rule.all(rules);
    }

    private AggregateFunction function() {
        Map<String, AggregateFunction> known = language.functions();
        AggregateFunction function = known.get(tokens.peek().text().toLowerCase(Locale.ROOT));
        if (function == null || tokens.peek().kind() != Kind.WORD) {
            throw tokens.failure(String.join(", ", known.keySet()), known.keySet());
        }
        tokens.next();
        return function;
    }

    private Operator operator() {
        Operator operator = nextOperator();
        if (operator == null) {
            throw tokens.failure(
                    "an operator such as =, IN, IS SET or >=",
                    language.operators().keySet());
        }
        for (int i = 0; i < operator.keyword().split(" ").length; i++) {
            tokens.next();
        }
        return operator;
    }

    /** The operator of the most words that comes next; null when there is none. */
    private @Nullable Operator nextOperator() {
        StringBuilder words = new StringBuilder();
        Operator found = null;
        for (int i = 0; i < LONGEST_OPERATOR; i++) {
            RuleToken token = tokens.peek(i);
            if (token.kind() != Kind.WORD && token.kind() != Kind.SYMBOL) {
                break;
            }
            words.append(i == 0 ? "" : " ").append(token.isSymbol("<>") ? "!=" : token.upper());
            Operator candidate = language.operators().get(words.toString());
            found = candidate == null ? found : candidate;
        }
        return found;
    }
}
