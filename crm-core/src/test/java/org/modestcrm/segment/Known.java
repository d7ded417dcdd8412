package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.money.Money;

/** One value of one type under the name of its type, and another one beside it; the rest is missing. */
record Known(String type, @Nullable String value, @Nullable String other) {
    static final FactCatalogue<Known> FACTS = FactCatalogue.builder(Known.class)
            .text("text", known -> known.get("text", text -> text))
            .number("number", known -> known.get("number", BigDecimal::new))
            .money("money", known -> known.get("money", Money::parse))
            .date("date", known -> known.get("date", LocalDate::parse))
            .instant("instant", known -> known.get("instant", Instant::parse))
            .flag("flag", known -> known.get("flag", Boolean::valueOf))
            .birthday("birthday", known -> known.get("birthday", BirthDate::parse))
            .list("list", known -> known.get("list", text -> List.of(text.split(" "))))
            .text("otherText", known -> known.other("text", text -> text))
            .number("otherNumber", known -> known.other("number", BigDecimal::new))
            .money("otherMoney", known -> known.other("money", Money::parse))
            .date("otherDate", known -> known.other("date", LocalDate::parse))
            .build();

    static Known of(String type, @Nullable String value) {
        return new Known(type, value, null);
    }

    private <T> @Nullable T get(String asked, Function<String, T> reading) {
        return value != null && type.equals(asked) ? reading.apply(value) : null;
    }

    private <T> @Nullable T other(String asked, Function<String, T> reading) {
        return other != null && type.equals(asked) ? reading.apply(other) : null;
    }

    boolean satisfies(Rule rule, EvaluationContext context) {
        return Segments.of(FACTS, Segment.of("s", rule)).at(context).isIn("s", this);
    }

    boolean decidedByMissing(Rule rule, EvaluationContext context) {
        return Segments.of(FACTS, Segment.of("s", rule))
                .at(context)
                .explain("s", this)
                .decidedByMissingData();
    }
}
