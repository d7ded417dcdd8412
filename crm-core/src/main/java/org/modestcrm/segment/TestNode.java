package org.modestcrm.segment;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modestcrm.segment.Explanation.Part;
import org.modestcrm.segment.TimeWindow.Bounds;

/** Compares a value. */
@SuppressWarnings("ReferenceEquality") // NO_RATE and operators are what they are by being themselves
final class TestNode extends Node {
    private final Operator operator;
    private final ValueNode value;
    private final List<Object> asked;
    private final boolean asksFacts;
    private final Asked constant;
    private final EvaluationContext context;

    TestNode(Rule.Test rule, ValueNode value, List<Object> asked, EvaluationContext context) {
        super(rule);
        this.operator = rule.operator();
        this.value = value;
        this.asksFacts = asked.stream().anyMatch(ValueNode.class::isInstance);
        this.asked = asksFacts ? List.copyOf(asked) : List.copyOf(operator.prepare(asked, context));
        this.constant = new Asked(this.asked, true);
        this.context = context;
    }

    /** What an operator is asked with once facts among its operands are read. */
    private record Asked(List<Object> operands, boolean complete) {}

    /** On a missing value the operator is false and its complement true. */
    @Override
    boolean test(Object subject, Run run) {
        Object known = value.get(subject, run);
        Asked operands = askedOf(subject, run, known);
        if (known == null || !canTell(known, operands)) {
            return operator.isNegative();
        }
        run.noLaterThan(operator.until(known, operands.operands(), context));
        return operator.test(known, operands.operands(), context);
    }

    /** Of a list those that are there are enough. */
    private boolean canTell(Object known, Asked operands) {
        boolean listed =
                operator.shape() == Operator.Shape.LIST && !operands.operands().isEmpty();
        return known != ValueNode.NO_RATE && (operands.complete() || listed);
    }

    @Override
    Truth truth(Object subject, Run run) {
        boolean presence = operator == Operators.IS_SET || operator.complement() == Operators.IS_SET;
        Object known = value.get(subject, run);
        Asked operands = askedOf(subject, run, known);
        boolean holds = test(subject, run);
        boolean found = holds != operator.isNegative();
        boolean told = known != null && canTell(known, operands) && (operands.complete() || found);
        return told || presence ? Truth.of(holds) : Truth.UNKNOWN;
    }

    private Asked askedOf(Object subject, Run run, @Nullable Object known) {
        if (!asksFacts) {
            return constant;
        }
        List<Object> operands = new ArrayList<>();
        for (Object one : asked) {
            Object operand = one instanceof ValueNode node ? operand(node, subject, run, known) : one;
            if (operand != null && operand != ValueNode.NO_RATE) {
                operands.add(operand);
            }
        }
        return new Asked(operands, operands.size() == asked.size());
    }

    private static @Nullable Object operand(ValueNode node, Object subject, Run run, @Nullable Object known) {
        Currency currency = Values.currencyOf(known);
        return currency != null && node instanceof ValueNode.Amount amount
                ? amount.in(currency, subject, run)
                : node.get(subject, run);
    }

    @Override
    List<Bounds> windows() {
        List<Bounds> windows = new ArrayList<>(value.windows());
        asked.stream().filter(Bounds.class::isInstance).map(Bounds.class::cast).forEach(windows::add);
        return windows;
    }

    @Override
    Part seen(Object subject, Run run) {
        Object known = value.get(subject, run);
        return Part.of(known == ValueNode.NO_RATE ? null : known, windows(), context.zone());
    }
}
