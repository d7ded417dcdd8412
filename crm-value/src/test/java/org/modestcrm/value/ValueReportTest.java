package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ValueReportTest {
    private static PurchaseLog log;
    private static ValueFit fit;

    @BeforeAll
    static void simulate() {
        log = new Simulation(new Random(11), 1, new double[] {0.9, 40, 0.8, 2}, 700).log(1000);
        fit = ValueFit.of(log);
    }

    private static Document xml(String page) throws Exception {
        String body = page.replace("<!DOCTYPE html>\n", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
    }

    @ParameterizedTest
    @EnumSource
    void the_page_is_whole_small_and_loads_nothing(ReportLanguage language) throws Exception {
        String page = ValueReport.of(log, fit, Revenue.GROSS).html(language);

        Document document = xml(page);
        assertThat(page.length()).isLessThan(400_000);
        assertThat(page).doesNotContain("<script", "http", "src=", "url(", "@import", "NaN", "Infinity");
        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(6);
        assertThat(document.getElementsByTagName("desc").getLength()).isEqualTo(6);
        assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(7);
        assertThat(document.getElementsByTagName("table").getLength()).isEqualTo(7);
        assertThat(page).contains("prefers-color-scheme:dark");
    }

    @Test
    void it_speaks_english_and_french() {
        ValueReport report = ValueReport.of(log, fit, Revenue.GROSS);

        assertThat(report.html(ReportLanguage.ENGLISH)).contains("% of your customers make", "lang=\"en\"");
        assertThat(report.html(ReportLanguage.FRENCH))
                .contains("% de vos clients font", "lang=\"fr\"", "31 décembre 2025");
    }

    @Test
    void both_languages_have_the_same_sentences() throws IOException {
        Properties english = sentences("en");
        Properties french = sentences("fr");

        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static Properties sentences(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ValueReport.class.getResourceAsStream("report_" + language + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static String places(String sentence) {
        return sentence.chars()
                .filter(Character::isDigit)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void where_the_data_carry_no_model_it_says_so() throws Exception {
        PurchaseLogBuilder few = Logs.until("2026-01-01");
        Logs.add(few, "<b>&\"'", "2025-06-01", "10.00");
        PurchaseLog small = few.build();

        String page = ValueReport.of(small, ValueFit.of(small), Revenue.GROSS).html(ReportLanguage.ENGLISH);

        xml(page);
        assertThat(page)
                .contains("no probability is given", "VALUE_TOO_FEW_CUSTOMERS", "Who is going quiet cannot be told");
    }

    @Test
    void ids_cannot_break_the_page() throws Exception {
        PurchaseLogBuilder builder =
                Logs.until("2026-01-01").add(Logs.order("1", "<script>&\"'", "2025-01-05T08:00:00Z", "mug 9 999.00"));
        for (CustomerId customer : log.customers()) {
            log.of(customer).orElseThrow().days().forEach(day -> builder.add(customer, day, Money.parse("1 EUR")));
        }
        PurchaseLog odd = builder.build();

        String page = ValueReport.of(odd, ValueFit.of(odd), Revenue.GROSS).html(ReportLanguage.ENGLISH);

        xml(page);
        assertThat(page).contains("&lt;script&gt;&amp;&quot;&#39;").doesNotContain("<script");
    }
}
