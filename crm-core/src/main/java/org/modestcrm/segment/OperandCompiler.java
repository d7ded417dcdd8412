package org.modestcrm.segment;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.modestcrm.segment.FactCatalogue.Fact;
import org.modestcrm.segment.RuleProblem.Code;

/** Checks the operands of one comparison and turns them into values. For one thread. */
final class OperandCompiler {
    private static final Pattern PLAIN_PART = Pattern.compile("(?<!\\\\)[^\\\\]+");

    private final FactCatalogue<?> catalogue;
    private final EvaluationContext context;
    private final Rule.Test test;
    private final FactType type;
    private final List<RuleProblem> problems = new ArrayList<>();

    OperandCompiler(FactCatalogue<?> catalogue, EvaluationContext context, Rule.Test test, FactType type) {
        this.catalogue = catalogue;
        this.context = context;
        this.test = test;
        this.type = type;
    }

    List<RuleProblem> problems() {
        return problems;
    }

    List<Object> compile() {
        List<Object> values = new ArrayList<>();
        for (Operand operand : test.operands()) {
            Object value = value(operand);
            if (value != null) {
                values.add(value);
            }
        }
        prepared(values);
        if (currencies().size() > 1) {
            problem(Code.RULE_TYPE, "amounts in " + currencies() + " (expected: one currency in one comparison)");
        }
        return values;
    }

    /** Tries what becomes of the operands: a pattern may be none. */
    private void prepared(List<Object> values) {
        try {
            if (problems.isEmpty() && values.stream().noneMatch(ValueNode.class::isInstance)) {
                test.operator().prepare(values, context);
            }
        } catch (IllegalArgumentException e) {
            problem(Code.RULE_PATTERN, String.valueOf(e.getMessage()));
        }
    }

    /** The currency a comparison asks for; null when it asks for none. */
    @Nullable Currency currency() {
        Set<Currency> currencies = currencies();
        return currencies.isEmpty() ? null : currencies.iterator().next();
    }

    private Set<Currency> currencies() {
        Set<Currency> currencies = new LinkedHashSet<>();
        for (Operand operand : test.operands()) {
            if (operand instanceof Operand.Amount amount) {
                currencies.add(amount.value().currency());
            }
        }
        return currencies;
    }

    private @Nullable Object value(Operand operand) {
        Operator.Shape shape = test.operator().shape();
        boolean spans = shape == Operator.Shape.SPAN || shape == Operator.Shape.PERIOD;
        if (spans && operand instanceof Operand.Length length) {
            return span(length.value());
        }
        if (!spans && shape != Operator.Shape.PATTERN && operand instanceof Operand.Other other) {
            return other(other.fact());
        }
        Object value = spans ? null : literal(operand);
        if (value == null) {
            problem(
                    Code.RULE_TYPE,
                    shown(operand) + " (expected: " + (spans ? "a length of time such as 30 DAYS" : expected()) + ")");
        }
        return value;
    }

    /** A text may be somebody's name and stays out of messages. */
    private static String shown(Operand operand) {
        return operand instanceof Operand.Text ? "a text" : RuleText.operand(operand);
    }

    private @Nullable Object literal(Operand operand) {
        return switch (type) {
            case TEXT -> operand instanceof Operand.Text text ? choice(folded(text.value())) : null;
            case LIST -> operand instanceof Operand.Text text ? text.value() : null;
            case NUMBER -> operand instanceof Operand.Number number ? number.value() : null;
            case MONEY -> operand instanceof Operand.Amount amount ? amount.value() : null;
            case DATE -> operand instanceof Operand.Day day ? day.value() : null;
            case INSTANT -> instant(operand);
            case FLAG -> operand instanceof Operand.Flag flag ? flag.value() : null;
            case BIRTHDAY -> null;
        };
    }

    private @Nullable Object instant(Operand operand) {
        if (operand instanceof Operand.Day day) {
            return Values.WholeDay.of(day.value(), context.zone());
        }
        return operand instanceof Operand.Moment moment ? moment.value() : null;
    }

    private String expected() {
        return switch (type) {
            case TEXT, LIST -> "a text such as 'FR'";
            case NUMBER -> "a number such as 3";
            case MONEY -> "an amount with its currency, such as 500 EUR";
            case DATE -> "a day such as 2026-03-01";
            case INSTANT -> "a day or an instant such as 2026-03-01T09:00:00Z";
            case FLAG -> "TRUE or FALSE";
            case BIRTHDAY -> "the name of a birthday";
        };
    }

    private Object choice(String text) {
        Set<String> choices = choices();
        boolean asksWhole = test.operator().shape() == Operator.Shape.LIST
                || test.operator() == Operators.EQUAL
                || test.operator().complement() == Operators.EQUAL;
        if (asksWhole && !choices.isEmpty() && !choices.contains(text)) {
            problem(Code.RULE_VALUE_UNKNOWN, "never '" + text + "' (" + Suggestion.hint(text, choices) + ")");
        }
        return text;
    }

    /** Everything the value can be; empty when that is not known. */
    private Set<String> choices() {
        if (test.value() instanceof Value.Derived derived) {
            return derived.function().choices();
        }
        Fact<?> fact = test.value() instanceof Value.Fact name ? catalogue.fact(name.name()) : null;
        return fact == null ? Set.of() : fact.choices();
    }

    /** What is compared with a changed text is changed the same way; in a pattern all but what follows a \\. */
    private String folded(String text) {
        if (!(test.value() instanceof Value.Derived derived)) {
            return text;
        }
        return test.operator().shape() != Operator.Shape.PATTERN
                ? derived.function().folded(text)
                : PLAIN_PART
                        .matcher(text)
                        .replaceAll(part ->
                                Matcher.quoteReplacement(derived.function().folded(part.group())));
    }

    private Object span(Span span) {
        boolean exact = type == FactType.INSTANT && test.operator().shape() == Operator.Shape.SPAN;
        if (exact || span.unit().isCalendar()) {
            return span;
        }
        problem(Code.RULE_TYPE, span + " on a " + type + " (expected: days, weeks, months or years)");
        return span;
    }

    private @Nullable Object other(Value.Fact name) {
        Fact<?> fact = catalogue.fact(name.name());
        if (fact == null) {
            problems.add(new RuleProblem(
                    Code.RULE_FACT_UNKNOWN,
                    "",
                    name.place(),
                    "fact \"" + name.name() + "\" is unknown (" + Suggestion.hint(name.name(), catalogue.facts())
                            + "; a text stands in quotes)"));
            return null;
        }
        if (fact.type() != type) {
            problem(Code.RULE_TYPE, "\"" + name.name() + "\" is of type " + fact.type() + " (expected: " + type + ")");
            return null;
        }
        ValueNode node = RuleCompiler.convertible(catalogue, fact, context);
        return test.value() instanceof Value.Derived derived
                        && derived.function().isFolding()
                ? new ValueNode.Derived(node, derived.function(), context)
                : node;
    }

    private void problem(Code code, String message) {
        problems.add(new RuleProblem(code, "", test.place(), RuleText.value(test.value()) + ": " + message));
    }
}
