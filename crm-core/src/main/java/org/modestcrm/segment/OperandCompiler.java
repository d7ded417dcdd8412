package org.modestcrm.segment;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modestcrm.segment.FactCatalogue.Fact;
import org.modestcrm.segment.RuleProblem.Code;

/** Checks the operands of one comparison and turns them into values. For one thread. */
final class OperandCompiler {
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
        if (currencies().size() > 1) {
            problem(Code.RULE_TYPE, "amounts in " + currencies() + " (expected: one currency in one comparison)");
        }
        return values;
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
        if (operand instanceof Operand.Other other) {
            return other(other.fact());
        }
        if (operand instanceof Operand.Length length) {
            return span(length.value());
        }
        Object value = literal(operand);
        if (value == null) {
            problem(Code.RULE_TYPE, RuleText.operand(operand) + " (expected: " + expected() + ")");
        }
        return value;
    }

    private @Nullable Object literal(Operand operand) {
        return switch (type) {
            case TEXT -> operand instanceof Operand.Text text ? choice(text.value()) : null;
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
            case TEXT -> "a text such as 'FR'";
            case NUMBER -> "a number such as 3";
            case MONEY -> "an amount with its currency, such as 500 EUR";
            case DATE -> "a day such as 2026-03-01";
            case INSTANT -> "a day or an instant such as 2026-03-01T09:00:00Z";
            case FLAG -> "TRUE or FALSE";
            case BIRTHDAY -> "a length of time such as 30 DAYS";
        };
    }

    private Object choice(String text) {
        Fact<?> fact = test.value() instanceof Value.Fact name ? catalogue.fact(name.name()) : null;
        boolean asksWhole = test.operator().shape() == Operator.Shape.LIST
                || test.operator() == Operators.EQUAL
                || test.operator().complement() == Operators.EQUAL;
        if (fact != null
                && asksWhole
                && !fact.choices().isEmpty()
                && !fact.choices().contains(text)) {
            problem(
                    Code.RULE_VALUE_UNKNOWN,
                    "\"" + fact.name() + "\" is never '" + text + "' (" + Suggestion.hint(text, fact.choices()) + ")");
        }
        return text;
    }

    private Object span(Span span) {
        if (type == FactType.INSTANT || span.unit().isCalendar()) {
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
        return RuleCompiler.fact(catalogue, name, null, context);
    }

    private void problem(Code code, String message) {
        problems.add(new RuleProblem(code, "", test.place(), RuleText.value(test.value()) + ": " + message));
    }
}
