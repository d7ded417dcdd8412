package org.modestcrm.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;

/** Logs for tests: small ones, CDNOW, simulated ones. */
final class Logs {
    static final Currency EUR = Money.currencyOf("EUR");
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Logs() {}

    static PurchaseLogBuilder until(String dayExclusive) {
        return PurchaseLog.builder(EUR, ZoneOffset.UTC, midnight(dayExclusive));
    }

    static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Order order(String number, String customer, String at, String... skuQuantityPrice) {
        Order.Builder order = Order.builder(OrderNumber.of(number), EUR).placedAt(Instant.parse(at));
        if (!customer.isEmpty()) {
            order.customer(CustomerId.of(customer));
        }
        for (String text : skuQuantityPrice) {
            order.line(line(text));
        }
        return order.build();
    }

    static OrderLine line(String skuQuantityPrice) {
        String[] part = skuQuantityPrice.split(" ");
        return new OrderLine(part[0], "", Integer.parseInt(part[1]), Money.of(part[2], "EUR"));
    }

    static PurchaseLogBuilder add(PurchaseLogBuilder log, String customer, String day, String amount) {
        return log.add(CustomerId.of(customer), LocalDate.parse(day), Money.of(amount, "EUR"));
    }

    /** The CDNOW sample (Fader and Hardie, Interfaces 31, 2001) up to a day, free orders counted as published. */
    static PurchaseLog cdnow(String toExclusive) {
        return cdnow(toExclusive, -1);
    }

    static PurchaseLog cdnow(String toExclusive, long shuffle) {
        PurchaseLogBuilder log = PurchaseLog.builder(Money.currencyOf("USD"), ZoneOffset.UTC, midnight(toExclusive))
                .zeroAmounts(ZeroAmounts.COUNTED);
        List<String> rows = cdnowRows();
        if (shuffle >= 0) {
            Collections.shuffle(rows, new Random(shuffle));
        }
        for (String row : rows) {
            String[] cell = row.split(",");
            log.add(CustomerId.of(cell[1]), LocalDate.parse(cell[2]), Money.of(cell[4], "USD"));
        }
        return log.build();
    }

    private static List<String> cdnowRows() {
        try {
            Path file = Path.of(System.getenv("CDNOW"), "cdnow-sample.csv");
            List<String> rows = Files.readAllLines(file);
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Customers who all buy every so many days, spending differently. */
    static PurchaseLog everySoOften(int customers, int days, int gap) {
        PurchaseLogBuilder log = until("2026-01-01");
        LocalDate end = LocalDate.parse("2025-12-31");
        for (int c = 0; c < customers; c++) {
            for (int day = days - c % 7; day >= 0; day -= gap) {
                log.add(CustomerId.of("c" + c), end.minusDays(day), Money.of(BigDecimal.valueOf(10 + c % 13), EUR));
            }
        }
        return log.build();
    }

    static Instant at(String day, LocalTime time, ZoneId zone) {
        return LocalDate.parse(day).atTime(time).atZone(zone).toInstant();
    }
}
