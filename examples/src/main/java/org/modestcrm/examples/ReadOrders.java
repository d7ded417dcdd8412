package org.modestcrm.examples;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.modestcrm.Crm;
import org.modestcrm.csv.CsvException;
import org.modestcrm.csv.OrderColumn;
import org.modestcrm.csv.OrderCsv;
import org.modestcrm.csv.OrderSink;
import org.modestcrm.csv.ReadProblem;
import org.modestcrm.csv.ReadReport;
import org.modestcrm.money.Money;

/** How do I read the orders of my shop from a file, and hear of every line that could not be used? */
public final class ReadOrders {
    private ReadOrders() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("usage: ReadOrders FILE (CSV or CSV.GZ with a header line)");
            return;
        }
        try {
            System.out.print(report(Path.of(args[0]), Crm.inMemory(Clock.systemUTC())));
        } catch (CsvException e) {
            System.err.println(e.getMessage());
        }
    }

    /** Records the orders of a file, and tells what was read and what was not. */
    static String report(Path file, Crm crm) {
        OrderCsv orders = OrderCsv.builder(Money.currencyOf("EUR"), ZoneId.of("Europe/Paris"))
                .column(OrderColumn.ORDER_NUMBER, "order_id")
                .dateFormat("d/M/uuuu H:mm")
                .build();
        ReadReport report = orders.read(file, OrderSink.into(crm));

        StringBuilder text = new StringBuilder();
        text.append("lines read ").append(report.read()).append('\n');
        text.append("  used ").append(report.used()).append('\n');
        text.append("  anonymous ").append(report.anonymous()).append('\n');
        text.append("  refused ").append(report.refused()).append('\n');
        for (ReadProblem problem : report.problems()) {
            text.append("    ").append(problem).append('\n');
        }
        return text.toString();
    }
}
