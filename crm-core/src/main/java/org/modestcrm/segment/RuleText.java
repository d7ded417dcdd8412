package org.modestcrm.segment;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the canonical text of rules. */
final class RuleText {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final Pattern CODE = Pattern.compile("[A-Z_][A-Z0-9_]*");

    private RuleText() {}

    static String of(Rule rule) {
        if (rule instanceof Rule.All all) {
            return all.rules().isEmpty() ? "TRUE" : joined(all.rules(), " AND ");
        }
        if (rule instanceof Rule.Any any) {
            return any.rules().isEmpty() ? "FALSE" : joined(any.rules(), " OR ");
        }
        if (rule instanceof Rule.Not not) {
            return "NOT " + bracketed(not.rule());
        }
        return leaf(rule);
    }

    private static String leaf(Rule rule) {
        if (rule instanceof Rule.InSegment segment) {
            return "IN SEGMENT " + quoted(segment.segment(), '\'');
        }
        if (rule instanceof Rule.HasConsent consent) {
            return "CONSENT " + code(consent.channel().code()) + " FOR "
                    + code(consent.purpose().code()) + " IS " + consent.status();
        }
        Rule.Test test = (Rule.Test) rule;
        String operands = operands(test);
        return value(test.value()) + " " + test.operator() + (operands.isEmpty() ? "" : " " + operands);
    }

    /** Brackets around everything that holds several conditions: the tree comes back as it was. */
    private static String joined(List<Rule> rules, String word) {
        return rules.stream().map(RuleText::bracketed).collect(Collectors.joining(word));
    }

    private static String bracketed(Rule rule) {
        boolean several = rule instanceof Rule.All all && !all.rules().isEmpty()
                || rule instanceof Rule.Any any && !any.rules().isEmpty();
        return several ? "(" + of(rule) + ")" : of(rule);
    }

    static String value(Value value) {
        if (value instanceof Value.Fact fact) {
            return name(fact.name());
        }
        Value.Aggregate aggregate = (Value.Aggregate) value;
        String of =
                aggregate.of().isEmpty() ? "" : "(" + name(aggregate.of().get(0).name()) + ")";
        return name(aggregate.collection()) + "(" + filter(aggregate.filter()) + ")." + aggregate.function() + of;
    }

    private static String filter(Rule filter) {
        if (filter instanceof Rule.All all) {
            return joined(all.rules(), ", ");
        }
        return of(filter);
    }

    private static String operands(Rule.Test test) {
        List<String> texts = test.operands().stream().map(RuleText::operand).toList();
        return switch (test.operator().shape()) {
            case LIST -> "(" + String.join(", ", texts) + ")";
            case RANGE -> String.join(" AND ", texts);
            default -> String.join(" ", texts);
        };
    }

    static String operand(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return quoted(text.value(), '\'');
        }
        if (operand instanceof Operand.Number number) {
            return number.value().toPlainString();
        }
        if (operand instanceof Operand.Amount amount) {
            return amount.value().toString();
        }
        if (operand instanceof Operand.Flag flag) {
            return flag.value() ? "TRUE" : "FALSE";
        }
        return otherOperand(operand);
    }

    private static String otherOperand(Operand operand) {
        if (operand instanceof Operand.Day day) {
            return day.value().toString();
        }
        if (operand instanceof Operand.Moment moment) {
            return moment.value().toString();
        }
        return operand instanceof Operand.Length length
                ? length.value().toString()
                : name(((Operand.Other) operand).fact().name());
    }

    private static String name(String name) {
        boolean bare = WORD.matcher(name).matches() && !RuleLanguage.reserved().contains(name.toUpperCase(Locale.ROOT));
        return bare ? name : quoted(name, '`');
    }

    private static String code(String code) {
        boolean bare = CODE.matcher(code).matches() && !RuleLanguage.reserved().contains(code);
        return bare ? code.toLowerCase(Locale.ROOT) : quoted(code, '\'');
    }

    private static String quoted(String text, char quote) {
        String one = String.valueOf(quote);
        return quote + text.replace(one, one + one) + quote;
    }
}
