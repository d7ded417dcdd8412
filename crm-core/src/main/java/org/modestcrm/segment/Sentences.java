package org.modestcrm.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.money.Money;
import org.modestcrm.segment.Explanation.Labels;
import org.modestcrm.segment.TimeWindow.Bounds;

/** Says rules and verdicts in French, or else in English. */
final class Sentences {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Labels labels;
    private final Locale language;
    private final boolean french;

    Sentences(Labels labels, Locale language) {
        this.labels = labels;
        this.language = language;
        this.french = Wording.isFrench(language);
    }

    private String say(String english, String frenchWords) {
        return french ? frenchWords : english;
    }

    private String label(String name) {
        return labels.of(name, language);
    }

    String of(Explanation explanation) {
        String window = explanation.window().map(bounds -> " [" + bounds + "]").orElse("");
        return described(explanation) + window + say(": ", " : ") + verdict(explanation) + seenPart(explanation);
    }

    private String described(Explanation explanation) {
        Rule rule = explanation.rule();
        if (explanation.parts().isEmpty() || !(rule instanceof Rule.All || rule instanceof Rule.Any)) {
            return of(rule);
        }
        long holding = explanation.parts().stream().filter(Explanation::holds).count();
        String counted =
                " (" + holding + say(" of ", " sur ") + explanation.parts().size() + ")";
        return rule instanceof Rule.All
                ? say("all of these", "toutes ces conditions") + counted
                : say("at least one of these", "au moins une de ces conditions") + counted;
    }

    private String verdict(Explanation explanation) {
        String word = explanation.holds() ? say("yes", "oui") : say("no", "non");
        return word + (explanation.decidedByMissingData() ? say(", for want of data", ", faute de données") : "");
    }

    private String seenPart(Explanation explanation) {
        if (!explanation.parts().isEmpty() || isConstant(explanation.rule())) {
            return "";
        }
        return explanation
                .seen(language)
                .map(value -> say("; seen: ", " ; vu : ") + value)
                .orElse(say("; not known", " ; inconnu"));
    }

    private static boolean isConstant(Rule rule) {
        return rule.equals(Rule.always()) || rule.equals(Rule.never());
    }

    /** The rule in words, without a verdict. */
    String of(Rule rule) {
        if (rule instanceof Rule.All all) {
            return all.rules().isEmpty() ? say("always", "toujours") : joined(all.rules(), say(" and ", " et "));
        }
        if (rule instanceof Rule.Any any) {
            return any.rules().isEmpty() ? say("never", "jamais") : joined(any.rules(), say(" or ", " ou "));
        }
        if (rule instanceof Rule.Not not) {
            return say("not: ", "pas : ") + bracketed(not.rule());
        }
        if (rule instanceof Rule.InSegment segment) {
            return say("member of segment ", "membre du segment ") + segment.segment();
        }
        return rule instanceof Rule.HasConsent consent ? consent(consent) : test((Rule.Test) rule);
    }

    private String consent(Rule.HasConsent consent) {
        String channel = consent.channel().code().toLowerCase(Locale.ROOT);
        String purpose = consent.purpose().code().toLowerCase(Locale.ROOT);
        return say("consent ", "consentement ")
                + status(consent.status())
                + say(" on ", " par ")
                + channel
                + say(" for ", " pour ")
                + purpose;
    }

    private String status(ConsentStatus status) {
        return switch (status) {
            case GRANTED -> say("granted", "donné");
            case DENIED -> say("denied", "refusé");
            case WITHDRAWN -> say("withdrawn", "retiré");
            case PENDING -> say("pending", "en attente");
        };
    }

    private String joined(List<Rule> rules, String word) {
        return rules.stream().map(this::bracketed).collect(Collectors.joining(word));
    }

    private String bracketed(Rule rule) {
        boolean several = !isConstant(rule) && (rule instanceof Rule.All || rule instanceof Rule.Any);
        return several ? "(" + of(rule) + ")" : of(rule);
    }

    private String test(Rule.Test test) {
        List<String> operands = test.operands().stream().map(this::operand).toList();
        String phrase = test.operator()
                .phrase(language)
                .replace("{*}", String.join(", ", operands))
                .replace("{1}", operands.size() < 2 ? "" : operands.get(1))
                .replace("{0}", operands.isEmpty() ? "" : operands.get(0));
        return value(test.value()) + " " + phrase.strip();
    }

    private String value(Value value) {
        if (value instanceof Value.Fact fact) {
            return label(fact.name());
        }
        Value.Aggregate aggregate = (Value.Aggregate) value;
        String filter = aggregate.filter().equals(Rule.always()) ? "" : " (" + of(aggregate.filter()) + ")";
        String fact =
                aggregate.of().isEmpty() ? "" : label(aggregate.of().get(0).name());
        return aggregate
                .function()
                .phrase(language)
                .replace("{1}", fact)
                .replace("{0}", label(aggregate.collection()) + filter);
    }

    private String operand(Operand operand) {
        if (operand instanceof Operand.Length length) {
            return length.value().words(language);
        }
        if (operand instanceof Operand.Number number) {
            return number(number.value());
        }
        if (operand instanceof Operand.Amount amount) {
            return money(amount.value());
        }
        return operand instanceof Operand.Other other ? label(other.fact().name()) : RuleText.operand(operand);
    }

    /** A value as a person reads it. */
    String seen(Object value, ZoneId zone) {
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Money money) {
            return money(money);
        }
        if (value instanceof Values.Average average) {
            return average(average);
        }
        return value instanceof Instant instant ? MINUTE.format(instant.atZone(zone)) : word(value);
    }

    private String average(Values.Average average) {
        BigDecimal rounded = average.sum().divide(BigDecimal.valueOf(average.count()), 4, RoundingMode.HALF_EVEN);
        return average.currency() == null ? number(rounded) : money(Money.of(rounded, average.currency()));
    }

    private String word(Object value) {
        if (value instanceof ConsentStatus status) {
            return status(status);
        }
        if (value instanceof Boolean flag) {
            return flag ? say("true", "vrai") : say("false", "faux");
        }
        if (value instanceof BirthDate birth) {
            return birth.text();
        }
        return value instanceof String text ? "'" + text + "'" : value.toString();
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(french ? Locale.FRENCH : Locale.ENGLISH);
        format.setMaximumFractionDigits(20);
        format.setGroupingUsed(false);
        return format.format(number);
    }

    private String money(Money money) {
        return number(money.amount()) + " " + money.currency().getCurrencyCode();
    }

    static String window(Bounds bounds, ZoneId zone) {
        return MINUTE.format(bounds.from().atZone(zone)) + " - "
                + MINUTE.format(bounds.to().atZone(zone)) + " " + zone;
    }
}
