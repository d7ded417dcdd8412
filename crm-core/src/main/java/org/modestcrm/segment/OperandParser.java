package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        };
    }

    private List<Operand> list() {
        tokens.expectSymbol("(");
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(one());
        } while (tokens.skipSymbol(","));
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
        try {
            return switch (token.kind()) {
                case TEXT -> taken(new Operand.Text(token.text()));
                case NUMBER -> number();
                case DAY -> taken(new Operand.Day(LocalDate.parse(token.text())));
                case MOMENT -> taken(new Operand.Moment(Instant.parse(token.text())));
                case WORD, QUOTED_NAME -> word();
                default -> throw tokens.failure("a value such as 'FR', 3, 500 EUR or 2026-03-01", List.of());
            };
        } catch (DateTimeParseException e) {
            throw tokens.failure("a day of the calendar such as 2026-03-01", List.of());
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
        RuleToken unit = tokens.peek(1);
        if (unit.kind() == Kind.WORD && !RuleLanguage.reserved().contains(unit.upper())) {
            return amount();
        }
        return taken(
                readable(() -> new Operand.Number(new BigDecimal(tokens.peek().text()))));
    }

    private Operand amount() {
        RuleToken number = tokens.next();
        return taken(readable(
                () -> new Operand.Amount(Money.of(number.text(), tokens.peek().upper()))));
    }

    private interface Reading {
        Operand read();
    }

    private Operand readable(Reading reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw tokens.failure(Optional.ofNullable(e.getMessage()).orElse("a number"), List.of());
        }
    }

    private Operand span() {
        RuleToken number = tokens.peek();
        if (number.kind() != Kind.NUMBER || !number.text().matches("[0-9]{1,6}")) {
            throw tokens.failure("a length of time such as 90 DAYS", List.of());
        }
        tokens.next();
        RuleToken unit = tokens.peek();
        String plural = unit.upper().endsWith("S") ? unit.upper() : unit.upper() + "S";
        if (unit.kind() != Kind.WORD || !UNITS.contains(plural)) {
            throw tokens.failure(String.join(", ", UNITS), UNITS);
        }
        Operand span = readable(
                () -> new Operand.Length(new Span(Integer.parseInt(number.text()), Span.Unit.valueOf(plural))));
        return taken(span);
    }
}
