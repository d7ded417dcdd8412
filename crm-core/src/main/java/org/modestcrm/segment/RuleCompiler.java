package org.modestcrm.segment;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final @Nullable Map<String, Integer> segments;
    private final List<RuleProblem> problems;

    /** No segments where things of a collection are filtered: segments and consents are of customers. */
    RuleCompiler(
            FactCatalogue<?> catalogue,
            EvaluationContext context,
            @Nullable Map<String, Integer> segments,
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
        if (rule instanceof Rule.HasConsent consent) {
            return consent(consent);
        }
        return rule instanceof Rule.Test test ? test(test) : ofThings(rule);
    }

    private Node ofThings(Rule rule) {
        if (rule instanceof Rule.Sample sample) {
            return sample(sample);
        }
        List<Rule.Things> things = new ArrayList<>();
        if (rule instanceof Rule.Sequence sequence) {
            things.addAll(List.of(sequence.first(), sequence.then()));
            things.addAll(sequence.without());
        } else {
            things.add(((Rule.Regular) rule).things());
        }
        List<ValueNode.Selection> selections = new ArrayList<>();
        for (Rule.Things one : things) {
            selection(one).ifPresent(selections::add);
        }
        if (selections.size() < things.size()) {
            return new Node.AnyNode(rule, List.of());
        }
        return rule instanceof Rule.Sequence sequence
                ? new SequenceNode(sequence, selections, context)
                : new RegularNode((Rule.Regular) rule, selections.get(0), context);
    }

    private Node sample(Rule.Sample sample) {
        Function<?, String> key = catalogue.key();
        if (segments == null) {
            return ofCustomers(sample, sample.place(), "samples");
        }
        if (key == null) {
            return wrong(
                    sample,
                    Code.RULE_FACT_UNKNOWN,
                    sample.place(),
                    "customers have no key here (expected: FactCatalogue.Builder.key, or a rule without SAMPLE)");
        }
        return new SampleNode(sample, keyOf(key));
    }

    @SuppressWarnings("unchecked") // the evaluator hands in subjects of the catalogue's class only
    private static Function<Object, String> keyOf(Function<?, String> key) {
        return (Function<Object, String>) key;
    }

    /** Dated things, checked; empty when something is wrong with them, which is noted. */
    private Optional<ValueNode.Selection> selection(Rule.Things things) {
        Items<?, ?> items = items(things.collection(), things.place());
        if (items == null) {
            return Optional.empty();
        }
        int before = problems.size();
        Node filter = filterCompiler(items).compile(things.filter());
        if (items.facts().date() == null) {
            type(things.place(), things.collection(), "not dated (an order in time needs dates)");
        }
        FactNode all = new FactNode(accessor(items.accessor()));
        return problems.size() == before
                ? Optional.of(new ValueNode.Selection(all, dateNode(items.facts()), filter, context))
                : Optional.empty();
    }

    private @Nullable Items<?, ?> items(String collection, Place place) {
        Items<?, ?> items = catalogue.collection(collection);
        if (items == null) {
            problems.add(new RuleProblem(
                    Code.RULE_COLLECTION_UNKNOWN,
                    "",
                    place,
                    "collection \"" + collection + "\" is unknown ("
                            + Suggestion.hint(collection, catalogue.collections()) + ")"));
        }
        return items;
    }

    private List<Node> compile(List<Rule> rules) {
        return rules.stream().map(this::compile).toList();
    }

    private Node segment(Rule.InSegment rule) {
        if (segments == null) {
            return ofCustomers(rule, rule.place(), "segments");
        }
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
        if (segments == null) {
            return ofCustomers(rule, rule.place(), "consents");
        }
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

    private Node ofCustomers(Rule rule, Place place, String what) {
        return wrong(
                rule,
                Code.RULE_TYPE,
                place,
                RuleText.of(rule) + " among conditions on things of a collection (expected: outside the brackets; "
                        + what + " are of customers)");
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
        if (value instanceof Value.Derived derived) {
            return typeOf(derived);
        }
        Value.Aggregate aggregate = (Value.Aggregate) value;
        Items<?, ?> items = items(aggregate.collection(), aggregate.place());
        return items == null ? null : typeOf(aggregate, items);
    }

    private @Nullable FactType typeOf(Value.Derived derived) {
        FactType of = typeOf(derived.of());
        FactFunction function = derived.function();
        if (of == null) {
            return null;
        }
        if (!function.types().contains(of)) {
            String what = of + " (" + function + " works on " + function.types() + ")";
            type(derived.place(), RuleText.value(derived.of()), what);
            return null;
        }
        return function.result();
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
            } else if (function.needsDates() && items.facts().date() == null) {
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

    private RuleCompiler filterCompiler(Items<?, ?> items) {
        return new RuleCompiler(items.facts(), context, null, problems);
    }

    private ValueNode value(Value value, @Nullable Currency currency) {
        if (value instanceof Value.Fact fact) {
            return fact(catalogue, fact, currency);
        }
        if (value instanceof Value.Derived derived) {
            return new ValueNode.Derived(value(derived.of(), null), derived.function(), context);
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

    /** A fact as it is; an amount so that it can be asked for in any currency. */
    static ValueNode convertible(FactCatalogue<?> facts, Fact<?> fact, EvaluationContext context) {
        FactNode node = new FactNode(accessor(fact.accessor()));
        return fact.type() == FactType.MONEY ? new ValueNode.Amount(node, dateNode(facts), context) : node;
    }

    private ValueNode fact(FactCatalogue<?> facts, Value.Fact name, @Nullable Currency currency) {
        ValueNode node = convertible(facts, required(facts.fact(name.name())), context);
        return currency != null && node instanceof ValueNode.Amount amount
                ? new ValueNode.Converted(amount, currency)
                : node;
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
