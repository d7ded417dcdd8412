package org.modestcrm.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.money.Money;
import org.modestcrm.segment.Explanation.Part;

/** Compares a value. */
final class TestNode extends Node {
    private final Operator operator;
    private final ValueNode value;
    private final List<Object> asked;
    private final boolean asksFacts;
    private final EvaluationContext context;

    TestNode(Rule.Test rule, ValueNode value, List<Object> asked, EvaluationContext context) {
        super(rule);
        this.operator = rule.operator();
        this.value = value;
        this.asksFacts = asked.stream().anyMatch(ValueNode.class::isInstance);
        this.asked = asksFacts ? List.copyOf(asked) : List.copyOf(operator.prepare(asked, context));
        this.context = context;
    }

    /** On a missing value the operator is false and its complement true. */
    @Override
    boolean test(Object subject, Run run) {
        Object known = value.get(subject, run);
        List<Object> operands = asksFacts ? askedOf(subject, run, known) : asked;
        if (known == null || known == ValueNode.NO_RATE || operands == null) {
            return operator.isNegative();
        }
        run.noLaterThan(operator.until(known, operands, context));
        return operator.test(known, operands, context);
    }

    @Override
    Truth truth(Object subject, Run run) {
        boolean presence = operator == Operators.IS_SET || operator.complement() == Operators.IS_SET;
        Object known = value.get(subject, run);
        boolean missing =
                known == null || known == ValueNode.NO_RATE || asksFacts && askedOf(subject, run, known) == null;
        return missing && !presence ? Truth.UNKNOWN : Truth.of(test(subject, run));
    }

    /** The operands with facts read; null when one is missing or an amount has no rate into the known currency. */
    private @Nullable List<Object> askedOf(Object subject, Run run, @Nullable Object known) {
        List<Object> operands = new ArrayList<>();
        for (Object one : asked) {
            Object operand = one instanceof ValueNode node ? inCurrencyOf(known, node.get(subject, run)) : one;
            if (operand == null) {
                return null;
            }
            operands.add(operand);
        }
        return operands;
    }

    private @Nullable Object inCurrencyOf(@Nullable Object known, @Nullable Object operand) {
        boolean differ = known instanceof Money money
                && operand instanceof Money other
                && !money.currency().equals(other.currency());
        return differ
                ? context.rates()
                        .convert((Money) operand, ((Money) known).currency(), context.today())
                        .orElse(null)
                : operand;
    }

    @Override
    Part seen(Object subject, Run run) {
        Object known = value.get(subject, run);
        Optional<Object> bound = asked.isEmpty() || !(asked.get(0) instanceof TimeWindow.Bounds)
                ? Optional.empty()
                : Optional.of(asked.get(0));
        return Part.of(known == ValueNode.NO_RATE ? null : known, bound, context.zone());
    }
}
