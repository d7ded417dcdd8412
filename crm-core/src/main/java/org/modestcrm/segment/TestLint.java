package org.modestcrm.segment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modestcrm.segment.LintFinding.Check;

/** Looks at one comparison for {@link RuleLint}. */
final class TestLint {
    private static final Set<AggregateFunction> COUNTS = Set.of(AggregateFunctions.COUNT, AggregateFunctions.DISTINCT);
    private static final Span LONGEST = new Span(10, Span.Unit.YEARS);

    private final RuleLint lint;
    private final Rule.Test test;
    private final Operator operator;

    TestLint(RuleLint lint, Rule.Test test) {
        this.lint = lint;
        this.test = test;
        this.operator = test.operator().isNegative() ? test.operator().complement() : test.operator();
    }

    void check() {
        range();
        list();
        self();
        counts();
        texts();
        patterns();
        spans();
    }

    private void found(Check check, String message) {
        lint.found(check, test.place(), message);
    }

    /** Whether two operands are of one kind and have an order. */
    static boolean isOrdered(Operand one, Operand other) {
        boolean amounts = one instanceof Operand.Amount a
                && other instanceof Operand.Amount b
                && a.value().currency().equals(b.value().currency());
        boolean ordered = one instanceof Operand.Number
                || one instanceof Operand.Day
                || one instanceof Operand.Moment
                || one instanceof Operand.Text;
        return amounts || ordered && one.getClass() == other.getClass();
    }

    static int compare(Operand one, Operand other) {
        return Values.compare(valueOf(one), valueOf(other));
    }

    private static Object valueOf(Operand operand) {
        if (operand instanceof Operand.Number number) {
            return number.value();
        }
        if (operand instanceof Operand.Amount amount) {
            return amount.value();
        }
        if (operand instanceof Operand.Day day) {
            return day.value();
        }
        return operand instanceof Operand.Moment moment ? moment.value() : ((Operand.Text) operand).value();
    }

    private void range() {
        if (operator == Operators.BETWEEN) {
            Operand from = test.operands().get(0);
            Operand to = test.operands().get(1);
            if (isOrdered(from, to) && compare(from, to) > 0) {
                found(Check.EMPTY_RANGE, RuleText.operand(from) + " lies above " + RuleText.operand(to));
            }
        }
    }

    private void list() {
        if (operator.shape() != Operator.Shape.LIST) {
            return;
        }
        if (operator == Operators.IN && test.operands().size() == 1) {
            found(Check.LIST_OF_ONE, "a list of one operand");
        }
        if (new HashSet<>(test.operands()).size() < test.operands().size()) {
            found(Check.OPERAND_TWICE, "an operand twice in the list");
        }
    }

    private void self() {
        boolean self = test.operands().stream()
                .anyMatch(one ->
                        one instanceof Operand.Other other && other.fact().equals(test.value()));
        if (self) {
            found(Check.SELF, RuleText.value(test.value()) + " compared with itself");
        }
    }

    private void counts() {
        boolean count = test.value() instanceof Value.Aggregate aggregate && COUNTS.contains(aggregate.function());
        if (!count || test.operands().size() != 1 || !(test.operands().get(0) instanceof Operand.Number number)) {
            return;
        }
        int sign = number.value().signum();
        boolean bound = sign < 0 || sign == 0 && (operator == Operators.BELOW || operator == Operators.AT_LEAST);
        if (bound) {
            found(Check.COUNT_BOUND, test.text() + " is always or never so");
        }
        if (number.value().stripTrailingZeros().scale() > 0) {
            found(Check.COUNT_FRACTION, number.value().toPlainString() + " is no whole number");
        }
    }

    private void texts() {
        for (Operand operand : test.operands()) {
            if (operand instanceof Operand.Text text && operator.shape() != Operator.Shape.PATTERN) {
                text(text.value());
            }
        }
    }

    private void text(String text) {
        if (text.isBlank()) {
            found(Check.BLANK_TEXT, "a text of blanks");
        } else if (!text.strip().equals(text)) {
            found(Check.BLANKS_AROUND, "blanks around the text");
        }
        boolean ordered = List.of(Operators.BELOW, Operators.AT_MOST, Operators.ABOVE, Operators.AT_LEAST)
                .contains(operator);
        if (ordered && text.matches("[0-9]+([.,][0-9]+)?")) {
            found(Check.DIGITS_AS_TEXT, "digits compared letter by letter: '10' is below '9'");
        }
    }

    private void patterns() {
        if (operator.shape() != Operator.Shape.PATTERN) {
            return;
        }
        String pattern = ((Operand.Text) test.operands().get(0)).value();
        boolean like = operator == Operators.LIKE;
        String open = like ? "[%_\\\\]" : "[.*+?|()\\[\\]{}\\\\]";
        String inside = pattern.replaceAll(like ? "^%+|%+$" : "^\\.\\*|\\.\\*$", "");
        if (inside.isEmpty() && !pattern.isEmpty()) {
            found(Check.PATTERN_ALL, "a pattern that fits every text");
        } else if (pattern.replaceAll(open, "").equals(pattern)) {
            found(Check.PATTERN_PLAIN, "a pattern with nothing open in it");
        } else if (inside.replaceAll(open, "").equals(inside)) {
            found(Check.PATTERN_SIMPLE, "a pattern open at its ends only");
        }
    }

    private void spans() {
        if (test.operands().isEmpty() || !(test.operands().get(0) instanceof Operand.Length length)) {
            return;
        }
        Span span = length.value();
        if (span.unit() == Span.Unit.HOURS && span.length() % 24 == 0 && span.length() > 24) {
            found(Check.HOURS_FOR_DAYS, span + " is " + new Span(span.length() / 24, Span.Unit.DAYS));
        }
        if (span.estimate().compareTo(LONGEST.estimate()) > 0) {
            found(Check.LONG_WINDOW, span + " is more than ten years");
        }
    }
}
