package org.modestcrm.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.modestcrm.Crm;
import org.modestcrm.csv.OrderCsv;
import org.modestcrm.csv.OrderSink;
import org.modestcrm.csv.ReadReport;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import picocli.CommandLine.Option;

/** The orders a command works on, and the moment it looks at them from. */
final class OrdersOption {
    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description = "Order lines as CSV or CSV.GZ, with the columns of the UCI Online Retail set.")
    @Nullable Path file;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "GBP",
            description = "Currency of the file: ${DEFAULT-VALUE} unless given.")
    String currency = "GBP";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/London",
            description = "Time zone of the file and of calendar windows: ${DEFAULT-VALUE} unless given.")
    String zone = "Europe/London";

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "Look from this instant (2011-12-10T00:00Z) or date (00:00 in the zone);"
                    + " the midnight after the newest order unless given.")
    @Nullable String asOf;

    boolean isGiven() {
        return file != null;
    }

    ReadReport readInto(Crm crm, Progress progress) {
        if (file == null) {
            throw CommandFailure.wrongUse("--orders: missing (expected: a file of order lines)");
        }
        ReadReport report = OrderCsv.builder(currency(), zone())
                .onProgress(rows -> progress.say(rows + " lines read"))
                .build()
                .read(file, OrderSink.into(crm));
        progress.clear();
        return report;
    }

    Currency currency() {
        try {
            return Money.currencyOf(currency);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse("--currency: " + e.getMessage());
        }
    }

    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw CommandFailure.wrongUse(
                    "--zone: \"" + zone + "\" is unknown (expected: a zone such as Europe/London or UTC)");
        }
    }

    Instant asOf(Crm crm) {
        return asOf == null ? midnightAfterNewestOrder(crm) : parseAsOf(asOf);
    }

    private Instant midnightAfterNewestOrder(Crm crm) {
        Instant newest = crm.orders()
                .orders()
                .map(Order::placedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> CommandFailure.wrongUse("--as-of: missing, and there is no order to go by"));
        return newest.atZone(zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone())
                .toInstant();
    }

    private Instant parseAsOf(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(zone()).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw CommandFailure.wrongUse(
                    "--as-of: \"" + text + "\" is no instant (expected: 2011-12-10T00:00Z or 2011-12-10)");
        }
    }
}
