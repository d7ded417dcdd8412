package org.modestcrm.segment;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Consent;
import org.modestcrm.money.Money;
import org.modestcrm.segment.FactCatalogue.Fact;
import org.modestcrm.segment.FactCatalogue.Items;
import org.modestcrm.segment.RuleProblem.Code;
import org.modestcrm.segment.ValueNode.FactNode;

/**
 * Turns rules into conditions ready to be asked at one moment: finds facts, checks types, resolves windows. Everything
 * that is wrong is noted; a part that is wrong never holds. For one thread.
 */
final class RuleCompiler {
    private final FactCatalogue<?> catalogue;
    private final EvaluationContext context;
    private final Map<String, Integer> segments;
    private final List<RuleProblem> problems;

    RuleCompiler(
            FactCatalogue<?> catalogue,
            EvaluationContext context,
            Map<String, Integer> segments,
            List<RuleProblem> problems) {
        this.catalogue = catalogue;
        this.context = context;
        this.segments = segments;
        this.problems = problems;
    }

    Node compile(Rule rule) {
        if (rule instanceof Rule.All all) {
            return new Node.AllNode(rule, compile(all.rules()));
        }
        if (rule instanceof Rule.Any any) {
            return new Node.AnyNode(rule, compile(any.rules()));
        }
        if (rule instanceof Rule.Not not) {
            return new Node.NotNode(rule, compile(not.rule()));
        }
        if (rule instanceof Rule.InSegment segment) {
            return segment(segment);
        }
        return rule instanceof Rule.HasConsent consent ? consent(consent) : test((Rule.Test) rule);
    }

    private List<Node> compile(List<Rule> rules) {
        return rules.stream().map(this::compile).toList();
    }

    private Node segment(Rule.InSegment rule) {
        Integer index = segments.get(rule.segment());
        if (index == null) {
            return wrong(
                    rule,
                    Code.RULE_SEGMENT_UNKNOWN,
                    rule.place(),
                    "segment \"" + rule.segment() + "\" is unknown ("
                            + Suggestion.hint(rule.segment(), segments.keySet()) + ")");
        }
        return new Node.SegmentNode(rule, index);
    }

    @SuppressWarnings("unchecked") // the evaluator hands in subjects of the catalogue's class only
    private Node consent(Rule.HasConsent rule) {
        Function<?, List<Consent>> consents = catalogue.consents();
        if (consents == null) {
            return wrong(
                    rule,
                    Code.RULE_FACT_UNKNOWN,
                    rule.place(),
                    "no consents are known here (expected: FactCatalogue.Builder.consents, or a rule without CONSENT)");
        }
        return new ConsentNode(rule, (Function<Object, List<Consent>>) consents, context);
    }

    private Node test(Rule.Test test) {
        FactType type = typeOf(test.value());
        if (type == null) {
            return new Node.AnyNode(test, List.of());
        }
        if (!test.operator().types().contains(type)) {
            String known = "\"" + RuleText.value(test.value()) + "\" is of type " + type;
            return wrong(
                    test,
                    Code.RULE_TYPE,
                    test.place(),
                    known + " and cannot be compared by " + test.operator() + " (it compares "
                            + test.operator().types() + ")");
        }
        OperandCompiler operands = new OperandCompiler(catalogue, context, test, type);
        List<Object> asked = operands.compile();
        if (!operands.problems().isEmpty()) {
            problems.addAll(operands.problems());
            return new Node.AnyNode(test, List.of());
        }
        return new TestNode(test, value(test.value(), operands.currency()), asked, context);
    }

    private Node wrong(Rule rule, Code code, Place place, String message) {
        problems.add(new RuleProblem(code, "", place, message));
        return new Node.AnyNode(rule, List.of());
    }

    /** The type of a value; null when it is wrong, which is noted. */
    private @Nullable FactType typeOf(Value value) {
        if (value instanceof Value.Fact fact) {
            Fact<?> known = catalogue.fact(fact.name());
            if (known == null) {
                unknownFact(catalogue, fact);
            }
            return known == null ? null : known.type();
        }
        Value.Aggregate aggregate = (Value.Aggregate) value;
        Items<?, ?> items = catalogue.collection(aggregate.collection());
        if (items == null) {
            problems.add(new RuleProblem(
                    Code.RULE_COLLECTION_UNKNOWN,
                    "",
                    aggregate.place(),
                    "collection \"" + aggregate.collection() + "\" is unknown ("
                            + Suggestion.hint(aggregate.collection(), catalogue.collections()) + ")"));
            return null;
        }
        return typeOf(aggregate, items);
    }

    private @Nullable FactType typeOf(Value.Aggregate aggregate, Items<?, ?> items) {
        int before = problems.size();
        filterCompiler(items).compile(aggregate.filter());
        AggregateFunction function = aggregate.function();
        FactType result = FactType.NUMBER;
        if (function.takesFact()) {
            Value.Fact of = aggregate.of().get(0);
            Fact<?> known = items.facts().fact(of.name());
            if (known == null) {
                unknownFact(items.facts(), of);
            } else if (!function.types().contains(known.type())) {
                type(of.place(), of.name(), known.type() + " (" + function + " works on " + function.types() + ")");
            } else if (AggregateFunctions.needsDates(function) && items.facts().date() == null) {
                type(of.place(), aggregate.collection(), "not dated (" + function + " needs to know what came first)");
            } else {
                result = function.resultOf(known.type());
            }
        }
        return problems.size() == before ? result : null;
    }

    private void type(Place place, String name, String what) {
        problems.add(new RuleProblem(Code.RULE_TYPE, "", place, "\"" + name + "\" is " + what));
    }

    private void unknownFact(FactCatalogue<?> facts, Value.Fact fact) {
        problems.add(new RuleProblem(
                Code.RULE_FACT_UNKNOWN,
                "",
                fact.place(),
                "fact \"" + fact.name() + "\" is unknown (" + Suggestion.hint(fact.name(), facts.facts()) + ")"));
    }

    /** In a filter there are neither segments nor consents: those belong to the customer. */
    private RuleCompiler filterCompiler(Items<?, ?> items) {
        return new RuleCompiler(items.facts(), context, Map.of(), problems);
    }

    private ValueNode value(Value value, @Nullable Currency currency) {
        if (value instanceof Value.Fact fact) {
            return fact(catalogue, fact, currency);
        }
        Value.Aggregate aggregate = (Value.Aggregate) value;
        Items<?, ?> items = required(catalogue.collection(aggregate.collection()));
        Currency target = currency == null ? context.reportCurrency().orElse(null) : currency;
        FactNode things = new FactNode(accessor(items.accessor()));
        Node filter = filterCompiler(items).compile(aggregate.filter());
        ValueNode of = aggregate.of().isEmpty()
                ? null
                : fact(items.facts(), aggregate.of().get(0), target);
        Object zero = of instanceof ValueNode.Converted && aggregate.function() == AggregateFunctions.SUM
                ? Money.zero(required(target))
                : null;
        ValueNode.Selection selection = new ValueNode.Selection(things, dateNode(items.facts()), filter, context);
        return new ValueNode.Aggregate(selection, aggregate.function(), of, zero);
    }

    static ValueNode fact(FactCatalogue<?> facts, Value.Fact name, @Nullable Currency currency, EvaluationContext now) {
        Fact<?> fact = required(facts.fact(name.name()));
        FactNode node = new FactNode(accessor(fact.accessor()));
        return fact.type() == FactType.MONEY && currency != null
                ? new ValueNode.Converted(node, currency, dateNode(facts), now)
                : node;
    }

    private ValueNode fact(FactCatalogue<?> facts, Value.Fact name, @Nullable Currency currency) {
        return fact(facts, name, currency, context);
    }

    private static @Nullable FactNode dateNode(FactCatalogue<?> facts) {
        Fact<?> date = facts.date();
        return date == null ? null : new FactNode(accessor(date.accessor()));
    }

    private static <T> T required(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("a rule was compiled before it was checked");
        }
        return part;
    }

    @SuppressWarnings("unchecked") // the evaluator hands in subjects of the catalogue's class only
    private static Function<Object, ? extends @Nullable Object> accessor(
            Function<?, ? extends @Nullable Object> accessor) {
        return (Function<Object, ? extends @Nullable Object>) accessor;
    }
}
