package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.modestcrm.money.Money;
import org.modestcrm.segment.RuleToken.Kind;

/** Reads what stands behind an operator. For one thread and one text. */
final class OperandParser {
    private static final List<String> UNITS =
            Arrays.stream(Span.Unit.values()).map(Enum::name).toList();

    private final TokenStream tokens;
    private final Runnable count;

    OperandParser(TokenStream tokens, Runnable count) {
        this.tokens = tokens;
        this.count = count;
    }

    List<Operand> of(Operator.Shape shape) {
        return switch (shape) {
            case NONE -> List.of();
            case ONE -> List.of(one());
            case LIST -> list();
            case RANGE -> range();
            case SPAN -> List.of(span());
            case PERIOD -> List.of(period());
            case PATTERN -> List.of(pattern());
        };
    }

    private List<Operand> list() {
        tokens.expectSymbol("(");
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(one());
        } while (tokens.skipSymbol(","));
        if (!Operator.Shape.LIST.takes(operands.size())) {
            throw tokens.limit(operands.size() + " operands", "10000 in one list");
        }
        tokens.expectSymbol(")");
        return operands;
    }

    private List<Operand> range() {
        Operand from = one();
        tokens.expectWord("AND");
        return List.of(from, one());
    }

    private Operand one() {
        count.run();
        RuleToken token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> read("a text of at most 1000 characters", () -> new Operand.Text(token.text()));
            case NUMBER -> number();
            case DAY -> read("a day of the calendar such as 2026-03-01", () -> day(token.text()));
            case MOMENT -> read("an instant such as 2026-03-01T09:00:00Z", () -> moment(token.text()));
            case WORD, QUOTED_NAME -> word();
            default -> throw tokens.failure("a value such as 'FR', 3, 500 EUR or 2026-03-01", List.of());
        };
    }

    private static Operand day(String text) {
        return new Operand.Day(LocalDate.parse(text));
    }

    private static Operand moment(String text) {
        return new Operand.Moment(OffsetDateTime.parse(text).toInstant());
    }

    /** Takes the next token for an operand, if it is one. */
    private <T> T read(String expected, Supplier<T> reading) {
        T value = readable(expected, List.of(), reading);
        tokens.next();
        return value;
    }

    private <T> T readable(String expected, List<String> known, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            throw tokens.failure(expected, known);
        }
    }

    private Operand taken(Operand operand) {
        tokens.next();
        return operand;
    }

    private Operand word() {
        RuleToken token = tokens.peek();
        if (token.isWord("TRUE") || token.isWord("FALSE")) {
            return taken(new Operand.Flag(token.isWord("TRUE")));
        }
        return new Operand.Other(fact());
    }

    Value.Fact fact() {
        RuleToken token = tokens.peek();
        boolean name = token.kind() == Kind.QUOTED_NAME
                || token.kind() == Kind.WORD && !RuleLanguage.reserved().contains(token.upper());
        if (!name) {
            throw tokens.failure("the name of a fact", List.of());
        }
        tokens.next();
        return new Value.Fact(token.text(), token.place());
    }

    private Operand number() {
        BigDecimal number = read(
                "a number of at most 40 digits, 20 of them decimals",
                () -> new Operand.Number(new BigDecimal(tokens.peek().text())).value());
        RuleToken unit = tokens.peek();
        boolean amount = unit.kind() == Kind.WORD && !RuleLanguage.reserved().contains(unit.upper());
        return amount ? new Operand.Amount(Money.of(number, currency(unit))) : new Operand.Number(number);
    }

    private Currency currency(RuleToken unit) {
        Currency currency =
                readable("a currency such as EUR", List.of("AND", "OR"), () -> Money.currencyOf(unit.upper()));
        tokens.next();
        return currency;
    }

    private Operand pattern() {
        if (tokens.peek().kind() != Kind.TEXT) {
            throw tokens.failure("a pattern in quotes", List.of());
        }
        return one();
    }

    /** The number may be left out. */
    private Operand period() {
        RuleToken unit = tokens.peek();
        String plural = unit.upper() + "S";
        if (unit.kind() != Kind.WORD || !UNITS.contains(plural)) {
            return span();
        }
        tokens.next();
        return new Operand.Length(new Span(1, Span.Unit.valueOf(plural)));
    }

    /** A number that something can be made of. */
    BigDecimal number(String expected, UnaryOperator<BigDecimal> check) {
        if (tokens.peek().kind() != Kind.NUMBER) {
            throw tokens.failure(expected, List.of());
        }
        return read(expected, () -> check.apply(new BigDecimal(tokens.peek().text())));
    }

    Rule periods(Rule.Things things, BigDecimal periods) {
        Span of = span().value();
        return readable(
                periods.toPlainString() + " or more days, weeks, months or years before it",
                List.of(),
                () -> new Rule.Regular(things, periods.intValueExact(), of));
    }

    Operand.Length span() {
        RuleToken number = tokens.peek();
        if (number.kind() != Kind.NUMBER || !number.text().matches("[0-9]{1,6}")) {
            throw tokens.failure("a length of time such as 90 DAYS", List.of());
        }
        RuleToken unit = tokens.peek(1);
        String plural = unit.upper().endsWith("S") ? unit.upper() : unit.upper() + "S";
        if (unit.kind() != Kind.WORD || !UNITS.contains(plural)) {
            tokens.next();
            throw tokens.failure(String.join(", ", UNITS), UNITS);
        }
        int length = Integer.parseInt(number.text());
        Span span = read("1 to 100000 " + plural, () -> new Span(length, Span.Unit.valueOf(plural)));
        tokens.next();
        return new Operand.Length(span);
    }
}
