package org.modestcrm.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.modestcrm.segment.LintFinding.Check;

/**
 * Looks for what is allowed in rules and yet probably not meant. Rules need not fit a catalogue; {@link Segments#of}
 * tells what does not. For one thread.
 */
@SuppressWarnings("ReferenceEquality") // a condition is told from an equal one elsewhere
public final class RuleLint {
    private static final int MANY_FIGURES = 20;

    private final List<LintFinding> findings = new ArrayList<>();
    private final Map<String, BigDecimal> samples = new HashMap<>();
    private String segment = "";
    private int figures;

    private RuleLint() {}

    /**
     * Looks at segments.
     *
     * @param segments which
     * @return what was found, segment by segment; may be empty
     */
    public static List<LintFinding> check(List<Segment> segments) {
        RuleLint lint = new RuleLint();
        Map<Rule, String> rules = new HashMap<>();
        for (Segment each : segments) {
            lint.segment(each);
            String other = rules.putIfAbsent(each.rule(), each.id());
            if (other != null) {
                lint.found(Check.SAME_RULE, Place.NONE, "the rule of \"" + other + "\" again");
            }
        }
        return List.copyOf(lint.findings);
    }

    private void segment(Segment each) {
        segment = each.id();
        figures = 0;
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            if (!each.names().isEmpty() && !each.names().containsKey(language)) {
                found(Check.NO_NAME, Place.NONE, "no name in " + language.getDisplayLanguage(Locale.ENGLISH));
            }
        }
        rule(each.rule());
        if (figures > MANY_FIGURES) {
            found(Check.COSTLY, Place.NONE, figures + " figures over collections, more than " + MANY_FIGURES);
        }
    }

    void found(Check check, Place place, String message) {
        findings.add(new LintFinding(check, segment, place, message));
    }

    private void rule(Rule rule) {
        if (rule instanceof Rule.All all) {
            several(all.rules(), true);
        } else if (rule instanceof Rule.Any any) {
            several(any.rules(), false);
        } else if (rule instanceof Rule.Not not) {
            negation(not);
        } else if (rule instanceof Rule.Test test) {
            new TestLint(this, test).check();
            value(test.value());
        } else {
            things(rule);
        }
    }

    private void things(Rule rule) {
        if (rule instanceof Rule.Sample sample) {
            sample(sample);
        } else if (rule instanceof Rule.Sequence sequence) {
            rule(sequence.first().filter());
            rule(sequence.then().filter());
            sequence.without().forEach(each -> rule(each.filter()));
        } else if (rule instanceof Rule.Regular regular) {
            rule(regular.things().filter());
        }
    }

    private void value(Value value) {
        if (value instanceof Value.Aggregate aggregate) {
            figures++;
            rule(aggregate.filter());
        } else if (value instanceof Value.Derived derived) {
            value(derived.of());
        }
    }

    private void negation(Rule.Not not) {
        if (not.rule() instanceof Rule.Not) {
            found(Check.DOUBLE_NOT, placeOf(not), not.text() + " is negated twice");
        } else if (not.rule() instanceof Rule.Test test) {
            found(
                    Check.NOT_COMPLEMENT,
                    test.place(),
                    not.text() + " is " + complement(test).text());
        }
        rule(not.rule());
    }

    private static Rule.Test complement(Rule.Test test) {
        return new Rule.Test(test.value(), test.operator().complement(), test.operands(), test.place());
    }

    private void sample(Rule.Sample sample) {
        boolean some = sample.percent().signum() > 0 && sample.percent().compareTo(BigDecimal.valueOf(100)) < 0;
        if (!some) {
            found(Check.SAMPLE_BOUND, sample.place(), sample.text() + " is nobody or everybody");
        }
        BigDecimal before = samples.putIfAbsent(sample.name(), sample.percent());
        if (before != null && before.compareTo(sample.percent()) != 0) {
            found(Check.SAMPLE_TWICE, sample.place(), sample.text() + " and elsewhere of " + before.toPlainString());
        }
    }

    private void several(List<Rule> rules, boolean all) {
        for (int i = 0; i < rules.size(); i++) {
            constant(rules.get(i), all);
            for (int k = 0; k < i; k++) {
                pair(rules.get(k), rules.get(i), all);
            }
            rule(rules.get(i));
        }
        if (all) {
            missing(rules);
        }
    }

    private void constant(Rule rule, boolean all) {
        if (rule.equals(Rule.always()) || rule.equals(Rule.never())) {
            boolean idle = rule.equals(Rule.always()) == all;
            found(
                    idle ? Check.IDLE_CONSTANT : Check.DECIDED,
                    Place.NONE,
                    rule.text() + " among conditions with " + (all ? "AND" : "OR"));
        }
    }

    private void pair(Rule one, Rule other, boolean all) {
        String both = one.text() + " and " + other.text();
        if (one.equals(other)) {
            found(Check.DUPLICATE, placeOf(other), one.text() + " twice");
        } else if (areOpposite(one, other)) {
            found(all ? Check.CONTRADICTION : Check.ALWAYS_TRUE, placeOf(other), both);
        } else if (one instanceof Rule.Test a
                && other instanceof Rule.Test b
                && a.value().equals(b.value())) {
            Bounds.Relation relation = Bounds.of(a).relationTo(Bounds.of(b));
            if (all && relation == Bounds.Relation.APART) {
                found(Check.CONTRADICTION, b.place(), both);
            } else if (relation == Bounds.Relation.WITHIN || relation == Bounds.Relation.AROUND) {
                boolean first = relation == Bounds.Relation.WITHIN;
                Rule.Test idle = first == all ? b : a;
                found(Check.IMPLIED, idle.place(), idle.text() + " beside " + (idle == b ? a : b).text());
            }
        }
    }

    private static boolean areOpposite(Rule one, Rule other) {
        boolean complements = one instanceof Rule.Test test && complement(test).equals(other);
        return complements || one.not().equals(other) || other.not().equals(one);
    }

    private void missing(List<Rule> rules) {
        List<String> asked = rules.stream()
                .filter(rule ->
                        rule instanceof Rule.Test test && !test.operator().isNegative())
                .map(rule -> RuleText.value(((Rule.Test) rule).value()))
                .collect(Collectors.toList());
        for (Rule rule : rules) {
            boolean negative = rule instanceof Rule.Test test
                    && test.operator().isNegative()
                    && test.operator().complement() != Operators.IS_SET
                    && test.value() instanceof Value.Fact;
            if (negative && !asked.contains(RuleText.value(((Rule.Test) rule).value()))) {
                found(Check.MISSING_INCLUDED, placeOf(rule), rule.text() + " holds for customers without a value too");
            }
        }
    }

    private static Place placeOf(Rule rule) {
        if (rule instanceof Rule.Not not) {
            return placeOf(not.rule());
        }
        if (rule instanceof Rule.InSegment in) {
            return in.place();
        }
        if (rule instanceof Rule.HasConsent consent) {
            return consent.place();
        }
        return rule instanceof Rule.Test test ? test.place() : Place.NONE;
    }

    /** The values a comparison lets through, where they lie in one stretch. */
    private record Bounds(List<Operand> from, List<Operand> to, boolean fromIn, boolean toIn) {
        enum Relation {
            UNKNOWN,
            APART,
            WITHIN,
            AROUND
        }

        private static final Bounds NONE = new Bounds(List.of(), List.of(), true, true);

        static Bounds of(Rule.Test test) {
            Operator operator = test.operator();
            List<Operand> operands = test.operands();
            if (operator == Operators.EQUAL) {
                return new Bounds(operands, operands, true, true);
            }
            if (operator == Operators.BETWEEN) {
                return new Bounds(operands.subList(0, 1), operands.subList(1, 2), true, true);
            }
            if (operator == Operators.ABOVE || operator == Operators.AT_LEAST) {
                return new Bounds(operands, List.of(), operator == Operators.AT_LEAST, true);
            }
            boolean upper = operator == Operators.BELOW || operator == Operators.AT_MOST;
            return upper ? new Bounds(List.of(), operands, true, operator == Operators.AT_MOST) : NONE;
        }

        Relation relationTo(Bounds other) {
            if (this == NONE || other == NONE || !comparable(other)) {
                return Relation.UNKNOWN;
            }
            if (endsBefore(other) || other.endsBefore(this)) {
                return Relation.APART;
            }
            if (liesWithin(other)) {
                return Relation.WITHIN;
            }
            return other.liesWithin(this) ? Relation.AROUND : Relation.UNKNOWN;
        }

        private boolean comparable(Bounds other) {
            List<Operand> all = new ArrayList<>(from);
            all.addAll(to);
            all.addAll(other.from);
            all.addAll(other.to);
            Operand first = all.get(0);
            return all.stream().allMatch(one -> TestLint.isOrdered(first, one));
        }

        private boolean endsBefore(Bounds other) {
            if (to.isEmpty() || other.from.isEmpty()) {
                return false;
            }
            int order = TestLint.compare(to.get(0), other.from.get(0));
            return order < 0 || order == 0 && !(toIn && other.fromIn);
        }

        private boolean liesWithin(Bounds other) {
            boolean begins = other.from.isEmpty() || !from.isEmpty() && beginsWithin(other);
            boolean ends = other.to.isEmpty() || !to.isEmpty() && endsWithin(other);
            return begins && ends;
        }

        private boolean beginsWithin(Bounds other) {
            int order = TestLint.compare(from.get(0), other.from.get(0));
            return order > 0 || order == 0 && (other.fromIn || !fromIn);
        }

        private boolean endsWithin(Bounds other) {
            int order = TestLint.compare(to.get(0), other.to.get(0));
            return order < 0 || order == 0 && (other.toIn || !toIn);
        }
    }
}
