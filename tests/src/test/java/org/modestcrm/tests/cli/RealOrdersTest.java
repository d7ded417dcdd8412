package org.modestcrm.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.modestcrm.cli.CrmCommand;

/** Segment counts on the UCI Online Retail set, beside SQL written by hand over the same file. */
@EnabledIfEnvironmentVariable(
        named = "ORDERS",
        matches = ".+",
        disabledReason = "set ORDERS to the path of online-retail.csv.gz to run it")
class RealOrdersTest {
    private static final String VIEWS = """
            create table orders as
              select number, customer, min(at) placed, sum(quantity * price) total from rows
              where customer is not null and number not like 'C%' group by number, customer;
            create table refunds as
              select number, customer, min(at) at, sum(-quantity * price) amount from rows
              where customer is not null and number like 'C%' group by number, customer;
            create index i0 on orders(number);
            create table lines as
              select r.customer, r.quantity, o.placed from rows r join orders o on o.number = r.number;
            create table customers as
              select customer, max_by(country, at) country from rows where customer is not null group by customer;
            create index i1 on orders(customer); create index i2 on refunds(customer); create index i3 on lines(customer);
            """.replace("max_by(country, at)", "array_agg(country order by at desc)[1]");

    /** The rules of the demo, each as a condition on a customer c; the windows are dates worked out by hand. */
    private static final Map<String, String> SQL = new LinkedHashMap<>();

    static {
        String ordersOf = "(select count(*) from orders o where o.customer = c.customer";
        SQL.put(
                "new",
                "(select min(placed) from orders o where o.customer = c.customer) >= timestamp '2011-11-10 00:00:00'");
        SQL.put("repeat", ordersOf + ") >= 2");
        SQL.put("one-time", ordersOf + ") = 1");
        SQL.put("active", ordersOf + " and placed >= timestamp '2011-09-11 00:00:00') >= 1");
        SQL.put("lapsed", ordersOf + ") >= 1 and " + ordersOf + " and placed >= timestamp '2011-06-13 00:00:00') = 0");
        SQL.put(
                "big-spenders",
                "(select sum(total) from orders o where o.customer = c.customer"
                        + " and placed >= timestamp '2010-12-10 00:00:00') >= 1000");
        SQL.put("big-spenders-at-risk", SQL.get("big-spenders") + " and not (" + SQL.get("active") + ")");
        SQL.put("large-baskets", "(select sum(total) / count(*) from orders o where o.customer = c.customer) >= 300");
        SQL.put(
                "returners",
                "(select count(*) from refunds r where r.customer = c.customer"
                        + " and at >= timestamp '2010-12-10 00:00:00') >= 2");
        SQL.put(
                "costly-returns",
                "(select sum(amount) from refunds r where r.customer = c.customer) > 50 and " + ordersOf + ") >= 1");
        SQL.put("abroad", "country not in ('United Kingdom', 'Channel Islands', 'European Community', 'Unspecified')");
        SQL.put("loyal-abroad", SQL.get("repeat") + " and " + SQL.get("abroad"));
        SQL.put(
                "many-pieces",
                "(select count(*) from lines l where l.customer = c.customer and quantity >= 12"
                        + " and placed >= timestamp '2010-12-10 00:00:00') >= 3");
    }

    @Test
    void segment_counts_equal_those_of_sql_over_the_same_file(@TempDir Path folder) throws Exception {
        String printed = run(
                "demo",
                "--orders",
                System.getenv("ORDERS"),
                "--as-of",
                "2011-12-10T00:00Z",
                "--json",
                "--out",
                folder.resolve("demo").toString());

        Map<String, Long> expected = countsBySql(folder);

        assertThat(expected)
                .hasSizeGreaterThan(10)
                .allSatisfy((id, count) -> assertThat(count).isPositive());
        expected.forEach((id, count) -> assertThat(printed).contains("\"" + id + "\":" + count + ","));
        assertThat(printed)
                .startsWith(
                        "{\"lines\":{\"read\":541909,\"used\":406829,\"anonymous\":135080,\"refused\":0},"
                                + "\"customers\":4372,\"orders\":18532,\"refunds\":3654,\"revenue\":\"8911407.904\",\"currency\":\"GBP\"")
                .contains("\"mails\":{\"written\":20,\"sent\":0,\"failed\":0}")
                .contains("\"repeatAccepted\":0}");
    }

    private static String run(String... args) {
        StringWriter out = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
        StringWriter err = new StringWriter();
        assertThat(CrmCommand.run(clock, new PrintWriter(out), new PrintWriter(err), args))
                .as(err.toString())
                .isZero();
        return out.toString().strip();
    }

    private static Map<String, Long> countsBySql(Path folder) throws Exception {
        Path csv = folder.resolve("orders.csv");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(Path.of(System.getenv("ORDERS"))))) {
            Files.copy(in, csv);
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table rows as select InvoiceNo number, cast(Quantity as int) quantity,"
                    + " cast(InvoiceDate as timestamp) at, cast(UnitPrice as decimal(20, 4)) price,"
                    + " nullif(CustomerID, '') customer, Country country from csvread('" + csv
                    + "', null, 'charset=UTF-8')");
            statement.execute(VIEWS);
            for (Map.Entry<String, String> segment : SQL.entrySet()) {
                counts.put(segment.getKey(), count(statement, segment.getValue()));
            }
        }
        return counts;
    }

    private static long count(Statement statement, String condition) throws SQLException {
        try (ResultSet result = statement.executeQuery("select count(*) from customers c where " + condition)) {
            result.next();
            return result.getLong(1);
        }
    }
}
