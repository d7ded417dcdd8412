package org.modestcrm.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.Crm;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;

class OrderCsvTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private final Crm crm = Crm.inMemory(Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC));

    private static OrderCsv.Builder reader() {
        return OrderCsv.builder(Money.currencyOf("GBP"), ZoneId.of("Europe/London"));
    }

    private ReadReport read(OrderCsv reader, String csv) {
        return reader.read(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "orders.csv", OrderSink.into(crm));
    }

    private ReadReport read(String rows) {
        return read(reader().build(), HEADER + rows);
    }

    private Order order(String number) {
        return crm.orders().find(OrderNumber.of(number)).orElseThrow();
    }

    @Test
    void rows_of_one_number_make_one_order() {
        ReadReport report = read("""
                1,A,Mug,2,2011-07-01 09:30:00,2.955,17,France
                1,B,"Tray, ""oak""\",1,2011-07-01 09:29:00,10,17,France
                """);

        assertThat(report).isEqualTo(new ReadReport(2, 2, 0, 0, List.of()));
        assertThat(order("1").total()).isEqualTo(Money.of("15.910", "GBP"));
        assertThat(order("1").placedAt()).isEqualTo(Instant.parse("2011-07-01T08:29:00Z"));
        assertThat(order("1").lines().get(1).description()).isEqualTo("Tray, \"oak\"");
        assertThat(order("1").customer()).contains(CustomerId.of("17"));
    }

    @Test
    void what_goes_back_is_a_refund_of_its_own_day_with_positive_amounts() {
        read("""
                1,A,Mug,2,2011-01-01 09:30:00,2.50,17,France
                C2,A,Mug,-1,2011-02-01 09:30:00,2.50,17,France
                """);

        Refund refund = crm.orders().refundsOf(CustomerId.of("17")).get(0);
        assertThat(refund.amount()).isEqualTo(Money.of("2.50", "GBP"));
        assertThat(refund.at()).isEqualTo(Instant.parse("2011-02-01T09:30:00Z"));
        assertThat(refund.reason()).isEqualTo(RefundReason.CANCELLATION);
        assertThat(order("1").total()).isEqualTo(Money.of("5.00", "GBP"));
    }

    @Test
    void rows_without_customer_make_anonymous_orders_whatever_their_sign() {
        ReadReport report = read("""
                1,A,Mug,2,2011-01-01 09:30:00,2.50,,United Kingdom
                2,A,damaged,-5,2011-01-01 09:30:00,0,,United Kingdom
                A3,B,Adjust bad debt,1,2011-01-01 09:30:00,-11062.06,,United Kingdom
                """);

        assertThat(report.anonymous()).isEqualTo(3);
        assertThat(order("1").customer()).isEmpty();
        assertThat(crm.orders().refunds())
                .extracting(refund -> refund.number() + " " + refund.amount() + " " + refund.reason())
                .containsExactlyInAnyOrder("2 0 GBP CORRECTION", "A3 11062.06 GBP CORRECTION");
    }

    @Test
    void a_free_sample_is_a_line_of_its_order() {
        read("1,A,Mug,1,2011-01-01 09:30:00,0,17,France\n");

        assertThat(order("1").total().isZero()).isTrue();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "United Kingdom, GB",
        "EIRE, IE",
        "RSA, ZA",
        "USA, US",
        "Germany, DE",
        "Czech Republic, CZ",
        "NL, NL",
        "Hong Kong, HK",
        "Saudi Arabia, SA",
        "United Arab Emirates, AE"
    })
    void countries_are_known_by_code_and_by_the_names_files_use(String name, String code) {
        read("1,A,Mug,1,2011-01-01 09:30:00,1,17," + name + "\n");

        assertThat(crm.customers().find(CustomerId.of("17")).orElseThrow().country())
                .contains(code);
    }

    @Test
    void a_place_that_is_no_country_stays_as_a_line_of_the_address() {
        read("1,A,Mug,1,2011-01-01 09:30:00,1,17,Channel Islands\n");

        assertThat(crm.customers()
                        .find(CustomerId.of("17"))
                        .orElseThrow()
                        .addresses()
                        .get(0)
                        .lines())
                .containsExactly("Channel Islands");
    }

    @Test
    void a_customer_who_moves_has_the_newer_address_first_and_the_older_one_still() {
        read("""
                1,A,Mug,1,2011-01-01 09:30:00,1,17,France
                2,A,Mug,1,2011-02-01 09:30:00,1,17,Spain
                """);

        assertThat(crm.customers().find(CustomerId.of("17")).orElseThrow().addresses())
                .extracting(address -> address.country().orElse(""))
                .containsExactly("ES", "FR");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1,A,Mug,1.5,2011-01-01 09:30:00,1,17,France | line 2, column Quantity: quantity \"1.5\" (expected: a whole number other than 0) [CSV-QUANTITY]",
                "1,A,Mug,0,2011-01-01 09:30:00,1,17,France | line 2, column Quantity: quantity \"0\" (expected: a whole number other than 0) [CSV-QUANTITY]",
                "1,A,Mug,1,yesterday,1,17,France | line 2, column InvoiceDate: date \"yesterday\" (expected: a form such as 2010-12-01 08:26:00, or one given with OrderCsv.Builder.dateFormat) [CSV-DATE]",
                "1,A,Mug,1,2011-02-30 09:30:00,1,17,France | line 2, column InvoiceDate: date \"2011-02-30 09:30:00\" (expected: a form such as 2010-12-01 08:26:00, or one given with OrderCsv.Builder.dateFormat) [CSV-DATE]",
                "'1,A,Mug,1,2011-01-01 09:30:00,\"1,50\",17,France' | line 2, column UnitPrice: price \"1,50\" (expected: a decimal number with a point, such as 2.55) [CSV-PRICE]",
                "1,A,Mug,1,2011-01-01 09:30:00,1E99,17,France | line 2, column UnitPrice: price \"1E99\" (expected: a decimal number with a point, such as 2.55) [CSV-PRICE]",
                "1,,Mug,1,2011-01-01 09:30:00,1,17,France | line 2, column StockCode: sku: blank (expected: 1 to 100 characters) [CSV-TEXT]",
                ",A,Mug,1,2011-01-01 09:30:00,1,17,France | line 2, column InvoiceNo: order number: blank (expected: 1 to 100 characters) [CSV-TEXT]",
                "C1,A,Mug,1,2011-01-01 09:30:00,1,17,France | line 2, column Quantity: cancellation C1 has quantity 1 (expected: a negative one) [CSV-SIGN]",
                "1,A,Mug,-1,2011-01-01 09:30:00,-1,17,France | line 2, column Quantity: quantity -1 and price -1 are both negative (expected: at most one of them) [CSV-SIGN]",
                "1,A,Mug,1,2011-01-01 09:30:00,1,17 | line 2: 7 columns (expected: 8 as in the header) [CSV-FIELD-COUNT]"
            })
    void a_row_that_cannot_be_used_is_reported_with_its_place(String row, String problem) {
        ReadReport report = read(row + "\n9,A,Mug,1,2011-01-01 09:30:00,1,17,France\n");

        assertThat(report.problems()).extracting(ReadProblem::toString).containsExactly(problem);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.used()).isEqualTo(1);
    }

    @Test
    void an_order_of_two_customers_keeps_the_first_ones_rows() {
        ReadReport report = read("""
                1,A,Mug,1,2011-01-01 09:30:00,1,17,France
                1,B,Tray,1,2011-01-01 09:30:00,1,18,France
                """);

        assertThat(report.problems())
                .extracting(ReadProblem::toString)
                .containsExactly("line 3, column CustomerID: order 1 names another customer than on line 2"
                        + " (expected: one customer for all rows of an order) [CSV-CUSTOMER-MIXED]");
        assertThat(order("1").lines()).hasSize(1);
    }

    @Test
    void rows_of_one_order_may_lie_apart_up_to_the_number_set() {
        String rows = """
                1,A,Mug,1,2011-01-01 09:30:00,1,17,France
                2,A,Mug,1,2011-01-01 09:30:00,1,17,France
                3,A,Mug,1,2011-01-01 09:30:00,1,17,France
                1,B,Tray,1,2011-01-01 09:30:00,1,17,France
                """;

        assertThat(read(reader().rowsApart(3).build(), HEADER + rows).refused()).isZero();
        assertThat(order("1").lines()).hasSize(2);
        assertThat(read(reader().rowsApart(2).build(), HEADER + rows).problems())
                .extracting(ReadProblem::toString)
                .containsExactly("line 5, column InvoiceNo: order 1 was complete more than 2 rows before"
                        + " (expected: its rows near each other; raise OrderCsv.Builder.rowsApart) [CSV-ORDER-CLOSED]");
    }

    @Test
    void columns_separator_and_dates_can_be_the_shops_own() {
        OrderCsv reader = reader().column(OrderColumn.ORDER_NUMBER, "no")
                .column(OrderColumn.SKU, "ref")
                .column(OrderColumn.QUANTITY, "qty")
                .column(OrderColumn.PLACED_AT, "day")
                .column(OrderColumn.UNIT_PRICE, "price")
                .column(OrderColumn.CUSTOMER, "client")
                .separator(';')
                .dateFormat("d/M/uuuu")
                .build();

        ReadReport report = read(reader, "day;client;no;ref;qty;price\n24/12/2011;17;1;A;2;3.50\n");

        assertThat(report.orThrow().used()).isEqualTo(1);
        assertThat(order("1").placedAt()).isEqualTo(Instant.parse("2011-12-24T00:00:00Z"));
    }

    @Test
    void reading_a_file_twice_changes_nothing() {
        String rows = "1,A,Mug,1,2011-01-01 09:30:00,1,17,France\n";
        read(rows);
        long version = crm.customers().find(CustomerId.of("17")).orElseThrow().version();

        read(rows);

        assertThat(crm.customers().find(CustomerId.of("17")).orElseThrow().version())
                .isEqualTo(version);
        assertThat(crm.orders().orders()).hasSize(1);
    }

    @Test
    void or_throw_names_the_count_and_the_first_problem() {
        ReadReport report = read("1,A,Mug,x,2011-01-01,1,17,France\n");

        assertThatThrownBy(report::orThrow)
                .isInstanceOf(CsvException.class)
                .hasMessage("1 of 1 rows refused (expected: none), the first at line 2, column Quantity:"
                        + " quantity \"x\" (expected: a whole number other than 0) [CSV-QUANTITY]");
    }

    @Test
    void a_file_without_a_needed_column_is_no_order_file() {
        assertThatThrownBy(() -> read(reader().build(), "id,name\n1,x\n"))
                .isInstanceOf(CsvException.class)
                .hasMessage("orders.csv, line 1: no column InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice,"
                        + " CustomerID (found: id, name; name the columns of this file with OrderCsv.Builder.column)");
    }

    @Test
    void an_empty_file_is_no_order_file() {
        assertThatThrownBy(() -> read(reader().build(), ""))
                .isInstanceOf(CsvException.class)
                .hasMessage("orders.csv: empty (expected: a header line and order lines)");
    }

    @Test
    void an_open_quote_ends_the_reading_and_tells_where() {
        String csv = HEADER + "1,A,Mug,1,2011-01-01,1,17,France\n2,A,\"Mug" + "x".repeat(2_000_000);

        assertThatThrownBy(() -> read(reader().build(), csv))
                .isInstanceOf(CsvException.class)
                .hasMessage("orders.csv after line 2: not CSV (expected: RFC 4180, quotes closed,"
                        + " fields of at most 1048576 characters)");
    }

    @Test
    void bytes_that_are_not_utf_8_end_the_reading() {
        byte[] latin = (HEADER + "1,A,Caf\u00e9,1,2011-01-01,1,17,France\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> reader().build().read(new ByteArrayInputStream(latin), "o.csv", OrderSink.into(crm)))
                .isInstanceOf(CsvException.class)
                .hasMessage("o.csv: bytes that are not UTF-8 (expected: a file saved as UTF-8)");
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(read(reader().build(), "\uFEFF" + HEADER + "1,A,Mug,1,2011-01-01,1,17,France\n")
                        .used())
                .isEqualTo(1);
    }

    @Test
    void a_gzipped_file_is_known_by_its_bytes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("orders.dat");
        Files.write(file, gzip(HEADER + "1,A,Mug,1,2011-01-01,1,17,France\n"));

        assertThat(reader().build().read(file, OrderSink.into(crm)).used()).isEqualTo(1);
    }

    @ParameterizedTest(name = "cut after {0} bytes")
    @ValueSource(ints = {12, 60, 100})
    void a_gzip_file_cut_short_says_so(int bytes, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("orders.csv.gz");
        Files.write(file, Arrays.copyOf(gzip(HEADER + "1,A,Mug,1,2011-01-01,1,17,France\n"), bytes));

        assertThatThrownBy(() -> reader().build().read(file, OrderSink.into(crm)))
                .isInstanceOf(CsvException.class)
                .hasMessage("orders.csv.gz: ends in the middle (expected: a whole gzip file; fetch it again)");
    }

    @Test
    void a_missing_file_and_a_directory_are_told_apart(@TempDir Path folder) {
        assertThatThrownBy(() -> reader().build().read(folder.resolve("none.csv"), OrderSink.into(crm)))
                .isInstanceOf(CsvException.class)
                .hasMessage("none.csv: no such file (expected: a CSV file, plain or gzipped)");
        assertThatThrownBy(() -> reader().build().read(folder, OrderSink.into(crm)))
                .isInstanceOf(CsvException.class)
                .hasMessage(folder.getFileName() + ": a directory (expected: a CSV file, plain or gzipped)");
    }

    @Test
    void a_small_archive_cannot_unpack_without_end() throws IOException {
        byte[] bomb = gzip(HEADER + "1,A,Mug,1,2011-01-01,1,17,France\n".repeat(10_000));
        OrderCsv reader = reader().maxBytes(100_000).build();

        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(bomb), "bomb.gz", OrderSink.into(crm)))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("more than 100000 bytes once unpacked (OrderCsv.Builder.maxBytes)");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
