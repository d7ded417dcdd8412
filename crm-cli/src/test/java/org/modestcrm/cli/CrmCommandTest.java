package org.modestcrm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrmCommandTest {
    private static final String LINES = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            1001,MUG-1,"Mug, blue",2,2026-02-20 10:00:00,12.50,17,France
            1002,MUG-1,"Mug, blue",30,2025-06-01 10:00:00,12.50,17,France
            C1003,MUG-1,"Mug, blue",-1,2026-02-22 10:00:00,12.50,17,France
            1004,LAMP,Lamp,1,2025-01-02 08:30:00,80.00,18,United Kingdom
            1005,LAMP,Lamp,1,2026-02-23 08:30:00,80.00,,United Kingdom
            """;
    private static final String RULES = """
            segments:
              - {id: active, rule: orders(placed IN LAST 90 DAYS).count >= 1}
              - {id: french-and-active, rule: "IN SEGMENT 'active' AND country = 'FR'"}
              - {id: spent, rule: orders().sum(total) >= 100 GBP}
            """;

    @TempDir
    private Path folder;

    private Path orders;
    private Path rules;

    @BeforeEach
    void write_files() throws IOException {
        orders = file("orders.csv", LINES);
        rules = file("rules.yaml", RULES);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    @Test
    void count_tells_the_members_of_each_segment() {
        Ran ran = Ran.crm("segment", "count", "--orders", orders, "--rules", rules, "--as-of", "2026-03-01");

        assertThat(ran.out()).isEqualToNormalizingNewlines("""
                        1  active
                        1  french-and-active
                        1  spent
                """);
        assertThat(ran.code()).isZero();
    }

    @Test
    void count_prints_one_json_object_when_asked() {
        Ran ran = Ran.crm(
                "segment", "count", "--orders", orders, "--rules", rules, "--as-of", "2026-03-01T00:00Z", "--json");

        assertThat(ran.out().strip())
                .isEqualTo("{\"asOf\":\"2026-03-01T00:00:00Z\","
                        + "\"segments\":{\"active\":1,\"french-and-active\":1,\"spent\":1}}");
    }

    @Test
    void a_moment_before_the_orders_sees_none_of_them() {
        Ran ran = Ran.crm(
                "segment", "count", "--orders", orders, "--rules", rules, "--as-of", "2025-06-02", "--zone", "UTC");

        assertThat(ran.out()).isEqualToNormalizingNewlines("""
                        1  active
                        1  french-and-active
                        1  spent
                """);
    }

    @Test
    void explain_tells_why_in_french_too() {
        Ran ran = Ran.crm(
                "segment",
                "explain",
                "--orders",
                orders,
                "--rules",
                rules,
                "--as-of",
                "2026-03-01",
                "--customer",
                "18",
                "--segment",
                "french-and-active",
                "--language",
                "fr");

        assertThat(ran.out())
                .contains("[ ] toutes ces conditions (0 sur 2) : non")
                .contains("[ ] le pays est 'FR' : non ; vu : 'GB'");
    }

    @Test
    void explain_prints_the_tree_as_json() {
        Ran ran = Ran.crm(
                "segment",
                "explain",
                "--orders",
                orders,
                "--rules",
                rules,
                "--as-of",
                "2026-03-01",
                "--customer",
                "17",
                "--segment",
                "active",
                "--json");

        assertThat(ran.out())
                .contains("\"rule\":\"orders(placed IN LAST 90 DAYS).count >= 1\"")
                .contains("\"holds\":true")
                .contains("\"seen\":\"1\"")
                .contains("\"changesAt\":\"2026-05-21T23:00:00Z\"");
    }

    @Test
    void preview_writes_a_mail_in_the_language_asked_for() throws IOException {
        Path out = folder.resolve("mails");

        Ran ran = Ran.crm("mail", "preview", "--orders", orders, "--order", "1001", "--locale", "fr", "--out", out);

        assertThat(ran.code()).isZero();
        assertThat(ran.out().strip()).isEqualTo(out.resolve("index.html").toString());
        assertThat(files(out, ".txt")).hasSize(1).first().asString().contains("commande");
    }

    private static List<String> files(Path folder, String end) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> path.toString().endsWith(end))
                    .map(CrmCommandTest::content)
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void profiles_of_those_who_agreed_are_written_checked_and_read() throws IOException {
        Path profiles = folder.resolve("profiles.xml");
        Path receipt = folder.resolve("receipt.xml");
        Path agreed = file("agreed.txt", "17\n");
        Path key = file("key", "0123456789abcdef0123456789abcdef");

        Ran written = Ran.crm(
                "exchange",
                "write",
                "--orders",
                orders,
                "--rules",
                rules,
                "--segment",
                "spent",
                "--consented",
                agreed,
                "--partner",
                "garden-shop",
                "--key",
                key,
                "--message",
                "m-1",
                "--out",
                profiles);
        Ran valid = Ran.crm("exchange", "validate", profiles, "--json");
        Ran read = Ran.crm("exchange", "read", profiles, "--unsigned", "--receipt", receipt);

        assertThat(written.out().strip()).isEqualTo("1 profiles written to " + profiles + ", 0 withheld");
        assertThat(valid.out().strip()).isEqualTo("{\"file\":\"" + profiles + "\",\"valid\":true,\"problems\":[]}");
        assertThat(read.out().strip()).isEqualTo(profiles + ": 1 accepted, 0 unchanged, 0 refused, 0 gone");
        assertThat(receipt).content().contains("<count name=\"accepted\">1</count>");
        assertThat(profiles).content().doesNotContain(">17<", "\"17\"");
    }

    @Test
    void the_demo_makes_a_shop_a_page_mails_and_an_exchange_file() {
        Path out = folder.resolve("demo");

        Ran ran = Ran.crm("demo", "--json", "--out", out);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("\"customers\":5000,")
                .contains("\"mails\":{\"written\":20,\"sent\":0,\"failed\":0}")
                .contains("\"repeatAccepted\":0}")
                .doesNotContain(":0,\"one-time\"", "\"many-pieces\":0", "\"profiles\":0", "\"accepted\":0");
        assertThat(out.resolve("index.html")).content().contains("Why customer ", "mails/index.html");
        assertThat(out.resolve("exchange/profiles.xml")).exists();
        assertThat(out.resolve("exchange/receipt.xml")).exists();
    }

    @Test
    void the_demo_tells_the_same_each_time() {
        Ran first = Ran.crm("demo", "--json", "--mails", "1", "--out", folder.resolve("a"));
        Ran second = Ran.crm("demo", "--json", "--mails", "1", "--out", folder.resolve("b"));

        assertThat(first.out()).isEqualTo(second.out());
        assertThat(folder.resolve("a/exchange/profiles.xml"))
                .hasSameTextualContentAs(folder.resolve("b/exchange/profiles.xml"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "segment count --orders missing.csv --rules RULES | 3 | crm: missing.csv: no such file (expected: a CSV file, plain or gzipped)",
                "segment count --orders . --rules RULES | 3 | a directory (expected: a CSV file",
                "segment count --orders ORDERS --rules missing.yaml | 3 | --rules: FOLDER/missing.yaml: there is no such file",
                "segment count --orders ORDERS --rules RULES --currency EUX | 2 | --currency: currency \"EUX\" is unknown (expected: an ISO 4217 code such as EUR, GBP or USD)",
                "segment count --orders ORDERS --rules RULES --zone Mars | 2 | --zone: \"Mars\" is unknown (expected: a zone such as Europe/London or UTC)",
                "segment count --orders ORDERS --rules RULES --as-of soon | 2 | --as-of: \"soon\" is no instant (expected: 2011-12-10T00:00Z or 2011-12-10)",
                "segment explain --orders ORDERS --rules RULES --customer 99 | 2 | --customer: there is no customer 99 in the file",
                "segment explain --orders ORDERS --rules RULES --customer 17 --segment x | 2 | --segment: there is no segment x in the rules (known: active, french-and-active, spent)",
                "mail preview --orders ORDERS --order 7 --out FOLDER/m | 2 | --order: there is no order 7 in the file",
                "demo --out FOLDER/d --smtp nowhere | 2 | --smtp: \"nowhere\" (expected: host:port, such as localhost:2525)",
                "demo --out FOLDER/d --mails -1 | 2 | --mails: -1 (expected: 0 or more)",
                "exchange read ORDERS | 2 | is not signed (expected: --unsigned",
                "exchange validate missing.xml | 3 | missing.xml: no such file",
                "--  | 2 | which command? (expected: demo, segment, mail or exchange)",
                "segment | 2 | segment what? (expected: count or explain)",
                "exchange | 2 | exchange what? (expected: write, validate or read)",
                "mail | 2 | mail what? (expected: preview)"
            })
    void what_cannot_be_done_is_told_with_a_code(String line, int code, String message) {
        Ran ran = Ran.crm(Arrays.stream(line.split(" "))
                .filter(word -> !word.isEmpty())
                .map(this::path)
                .toArray());

        assertThat(ran.err()).contains(message.replace("FOLDER", folder.toString()));
        assertThat(ran.code()).isEqualTo(code);
    }

    private Object path(String word) {
        if (word.equals(".")) {
            return folder;
        }
        return word.startsWith("missing.")
                ? folder.resolve(word)
                : word.replace("ORDERS", orders.toString())
                        .replace("RULES", rules.toString())
                        .replace("FOLDER", folder.toString());
    }

    @Test
    void a_file_cut_off_within_its_gzip_is_told() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write(LINES.getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);
        Path file = Files.write(folder.resolve("orders.csv.gz"), cut);

        Ran ran = Ran.crm("segment", "count", "--orders", file, "--rules", rules);

        assertThat(ran.err()).contains("orders.csv.gz").contains("ends in the middle");
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void a_file_of_other_columns_is_told() throws IOException {
        Path file = file("other.csv", "a,b\n1,2\n");

        Ran ran = Ran.crm("segment", "count", "--orders", file, "--rules", rules);

        assertThat(ran.err()).contains("other.csv").contains("InvoiceNo");
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void refused_lines_are_told_and_the_others_used() throws IOException {
        Path file = file("orders2.csv", LINES + "1006,LAMP,Lamp,one,2026-02-23 08:30:00,80.00,18,France\n");

        Ran ran = Ran.crm("segment", "count", "--orders", file, "--rules", rules);

        assertThat(ran.err()).contains("crm: 1 of 6 lines refused:").contains("CSV-QUANTITY");
        assertThat(ran.out()).contains("active");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void wrong_rules_are_told_all_at_once_with_their_place() throws IOException {
        Path wrong = file("wrong.yaml", """
                segments:
                  - {id: a, rule: "contry = 'FR'"}
                  - {id: b, rule: "IN SEGMENT 'c'"}
                  - {id: c, rule: "country = 'FR' OR IN SEGMENT 'b'"}
                """);

        Ran ran = Ran.crm("segment", "count", "--orders", orders, "--rules", wrong);

        assertThat(ran.err())
                .contains("rule \"a\", line 1, column 1: fact \"contry\" is unknown (did you mean country?)")
                .contains("rule \"c\", line 1, column 19: segment circle b -> c -> b"
                        + " (expected: no segment is part of itself)");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void a_mail_server_that_is_not_there_is_told_and_nothing_else_is_lost() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path out = folder.resolve("demo");

        Ran ran = Ran.crm(
                "demo", "--orders", orders, "--mails", "2", "--out", out, "--smtp", "127.0.0.1:" + port, "--json");

        assertThat(ran.err())
                .contains("crm: 2 of 2 mails not sent; the first: ")
                .contains("nothing listens on 127.0.0.1:" + port);
        assertThat(ran.out()).contains("\"mails\":{\"written\":2,\"sent\":0,\"failed\":2}");
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void an_exchange_file_with_a_doctype_is_refused() throws IOException {
        Path file = file("evil.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE records [<!ENTITY x \"y\">]>\n<records/>\n");

        Ran ran = Ran.crm("exchange", "read", file, "--unsigned");
        Ran json = Ran.crm("exchange", "validate", file, "--json");

        assertThat(ran.out()).contains("DOCTYPE").contains("line 2");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(json.out()).contains("\"valid\":false").contains("\"line\":2");
        assertThat(json.code()).isEqualTo(1);
    }

    @Test
    void help_and_version_are_printed() {
        assertThat(Ran.crm("--help").out()).contains("demo", "segment", "mail", "exchange");
        assertThat(Ran.crm("--version").out()).contains("modest-ecrm");
    }
}
