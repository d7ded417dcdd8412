package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.money.Money;

/** A class of a shop's own, as a shop would map it. */
record Shopper(String country, List<Purchase> purchases) {
    /** What one bought. */
    record Purchase(
            @Nullable Instant at,
            @Nullable Money total,
            @Nullable String channel,
            @Nullable BigDecimal pieces) {}

    static final FactCatalogue<Purchase> PURCHASES = FactCatalogue.builder(Purchase.class)
            .instant("at", Purchase::at)
            .money("total", Purchase::total)
            .text("channel", Purchase::channel)
            .number("pieces", Purchase::pieces)
            .datedBy("at")
            .build();

    static final FactCatalogue<Purchase> UNDATED = FactCatalogue.builder(Purchase.class)
            .money("total", Purchase::total)
            .build();

    static final FactCatalogue<Shopper> FACTS = FactCatalogue.builder(Shopper.class)
            .text("country", Shopper::country)
            .money("limit", shopper -> Money.parse("25 EUR"))
            .collection("purchases", PURCHASES, Shopper::purchases)
            .collection("undated", UNDATED, Shopper::purchases)
            .build();

    /** Reads {@code 2026-01-01 10 EUR web 2; ...}; a minus stands for what is missing. */
    static Shopper of(String purchases) {
        return new Shopper(
                "FR",
                Stream.of(purchases.split(";"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(Shopper::purchase)
                        .toList());
    }

    private static Purchase purchase(String text) {
        String[] parts = text.split(" ");
        return new Purchase(
                parts[0].equals("-") ? null : Instant.parse(parts[0] + "T12:00:00Z"),
                parts[1].equals("-") ? null : Money.parse(parts[1] + " " + parts[2]),
                parts[3].equals("-") ? null : parts[3],
                parts[4].equals("-") ? null : new BigDecimal(parts[4]));
    }

    boolean satisfies(String rule, EvaluationContext context) {
        return Segments.of(FACTS, Segment.of("s", rule)).at(context).isIn("s", this);
    }

    Explanation explain(String rule, EvaluationContext context) {
        return Segments.of(FACTS, Segment.of("s", rule)).at(context).explain("s", this);
    }
}
