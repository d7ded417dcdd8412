package org.modestcrm.segment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.money.Money;

/** Random trees of every kind, whether they fit a catalogue or not. */
final class RandomRules {
    private static final List<String> WORDS = List.of(
            "country", "total", "a.b", "été", "hour", "NOT", "in", "e-mail", "a`b", "", "x y", "Straße", "ordre_1",
            "true", "名");
    private static final List<String> TEXTS = List.of(
            "FR", "", "it's", "''", "a\nb", "\uD83D\uDE00", "-- no", "/* no */", "x'", "'; DROP TABLE customer", "é");
    private static final List<String> CODES = List.of("EMAIL", "SMS", "IN_PERSON", "fair-2026", "x.y", "for", "9");
    private static final List<Operator> OPERATORS = Operators.builtIn().stream()
            .flatMap(operator -> Stream.of(operator, operator.complement()))
            .toList();

    private final Random random;

    RandomRules(Random random) {
        this.random = random;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    Rule rule(int depth) {
        int kind = depth == 0 ? 3 + random.nextInt(9) : random.nextInt(12);
        return switch (kind) {
            case 0 -> new Rule.All(rules(depth));
            case 1 -> new Rule.Any(rules(depth));
            case 2 -> new Rule.Not(rule(depth - 1));
            case 3 -> new Rule.InSegment(any(TEXTS), Place.NONE);
            case 4 ->
                new Rule.HasConsent(
                        Channel.of(any(CODES)),
                        Purpose.of(any(CODES)),
                        any(List.of(ConsentStatus.values())),
                        Place.NONE);
            case 5 -> random.nextBoolean() ? Rule.always() : Rule.never();
            case 6 -> ofThings(depth);
            default -> test(depth);
        };
    }

    private Rule ofThings(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> new Rule.Sample(any(TEXTS), BigDecimal.valueOf(random.nextInt(10_001), 2), Place.NONE);
            case 1 -> {
                int of = 1 + random.nextInt(30);
                Span.Unit unit = any(List.of(Span.Unit.DAYS, Span.Unit.WEEKS, Span.Unit.MONTHS, Span.Unit.YEARS));
                yield new Rule.Regular(things(depth), 1 + random.nextInt(of), new Span(of, unit));
            }
            default ->
                new Rule.Sequence(
                        things(depth),
                        things(depth),
                        new Span(1 + random.nextInt(99), any(List.of(Span.Unit.values()))),
                        random.nextBoolean() ? List.of() : List.of(things(depth)));
        };
    }

    private Rule.Things things(int depth) {
        Rule filter = depth == 0 || random.nextBoolean() ? Rule.always() : rule(depth - 1);
        return new Rule.Things(any(WORDS), filter, Place.NONE);
    }

    private List<Rule> rules(int depth) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            rules.add(rule(depth - 1));
        }
        return rules;
    }

    private Rule test(int depth) {
        Operator operator = any(OPERATORS);
        List<Operand> operands = new ArrayList<>();
        int count = switch (operator.shape()) {
            case NONE -> 0;
            case ONE, SPAN, PERIOD, PATTERN -> 1;
            case RANGE -> 2;
            case LIST -> 1 + random.nextInt(4);
        };
        for (int i = 0; i < count; i++) {
            operands.add(operand(operator.shape()));
        }
        return new Rule.Test(value(depth), operator, operands, Place.NONE);
    }

    private Value value(int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return fact();
        }
        if (random.nextInt(3) == 0) {
            return new Value.Derived(any(FactFunctions.builtIn()), value(depth - 1), Place.NONE);
        }
        AggregateFunction function = any(AggregateFunctions.builtIn());
        List<Value.Fact> of = function.takesFact() ? List.of(fact()) : List.of();
        Rule filter = random.nextBoolean() ? Rule.always() : rule(depth - 1);
        return new Value.Aggregate(any(WORDS), filter, function, of, Place.NONE);
    }

    private Operand operand(Operator.Shape shape) {
        return switch (shape) {
            case SPAN, PERIOD -> length();
            case PATTERN -> new Operand.Text(any(TEXTS));
            default -> operand();
        };
    }

    private Value.Fact fact() {
        return Value.Fact.of(any(WORDS));
    }

    private Operand length() {
        return new Operand.Length(new Span(1 + random.nextInt(100_000), any(List.of(Span.Unit.values()))));
    }

    private Operand operand() {
        return switch (random.nextInt(7)) {
            case 0 -> new Operand.Number(decimal());
            case 1 ->
                new Operand.Amount(Money.of(decimal(), Money.currencyOf(any(List.of("EUR", "GBP", "JPY", "KWD")))));
            case 2 ->
                new Operand.Day(LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            case 3 ->
                new Operand.Moment(Instant.ofEpochSecond(
                        -62_135_596_800L + (long) (random.nextDouble() * 315_537_897_599L),
                        any(List.of(0, 500_000_000, 1_000, 1))));
            case 4 -> new Operand.Flag(random.nextBoolean());
            case 5 -> new Operand.Other(fact());
            default -> new Operand.Text(any(TEXTS));
        };
    }

    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(1 + random.nextInt(50), random), random.nextInt(24) - 3)
                .multiply(random.nextBoolean() ? BigDecimal.ONE : BigDecimal.ONE.negate())
                .setScale(random.nextInt(21), RoundingMode.DOWN);
    }
}
