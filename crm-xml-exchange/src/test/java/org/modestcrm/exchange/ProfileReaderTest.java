package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
    @Test
    void a_doctype_is_refused_with_its_place() {
        ReadReport report = Documents.read("<!DOCTYPE records [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                        + Documents.records(Documents.GOOD))
                .report();

        assertThat(report.problems())
                .extracting(ExchangeProblem::toString)
                .containsExactly(
                        "in.xml, line 1, column 1: DOCTYPE: refused (expected: a document without document type"
                                + " declaration) [PX-DOCTYPE]");
        assertThat(report.isComplete()).isFalse();
        assertThat(report.counts()).isEqualTo(new ReadReport.Counts(0, 0, 0));
    }

    @Test
    void one_bad_record_costs_no_good_one() {
        Documents.Result result = Documents.read(Documents.records(
                Documents.GOOD,
                "<profile id=\"bad\" rev=\"1\" at=\"2026-01-01T00:00:00Z\">\n<email>no address</email>\n"
                        + "<phone>123</phone>\n</profile>\n",
                Documents.GOOD.replace("good", "best")));

        assertThat(result.profiles())
                .extracting(profile -> profile.id().value())
                .containsExactly("good", "best");
        assertThat(result.report().counts()).isEqualTo(new ReadReport.Counts(2, 0, 1));
        assertThat(result.report().isComplete()).isTrue();
        assertThat(result.report().problems())
                .extracting(ExchangeProblem::toString)
                .containsExactly(
                        "in.xml, line 4, column 1, record bad, /records/profile/email: email address of 10 characters"
                                + " (expected: local-part@domain, at most 254) [PX-EMAIL]",
                        "in.xml, line 5, column 1, record bad, /records/profile/phone: phone of 3 characters (expected: +"
                                + " and 7 to 15 digits, as in E.164) [PX-PHONE]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            <phone>+4930123456</phone><email>a@b.c</email>                       | PX-ELEMENT
            <what/>                                                              | PX-ELEMENT
            <born>1980-02-30</born>                                              | PX-DATE
            <born>80-02-01</born>                                                | PX-DATE
            <born>1980-02-01</born><born>1980-02-01</born>                       | PX-REPEATED
            <language>x</language>                                               | PX-LANGUAGE
            <language lang="fr">fr</language>                                    | PX-ATTRIBUTE
            <name><given>Ada</given></name>                                      | PX-MISSING
            <name><full> </full></name>                                          | PX-TEXT
            <name><full>Ada</full>Byron</name>                                   | PX-CONTENT
            <name><full><given>Ada</given></full></name>                         | PX-CONTENT
            <email>ada@example.org&#x202E;</email>                               | PX-TEXT
            <address><country>XX</country></address>                             | PX-COUNTRY
            <address><region>North</region></address>                            | PX-CONTRADICTION
            <segment>not a code</segment>                                        | PX-CODE
            <consent channel="EMAIL" purpose="OFFERS" at="2026-01-01T00:00:00Z"/> | PX-MISSING
            <consent channel="E" purpose="O" status="yes" at="2026-01-01T00:00:00Z"/> | PX-WORD
            <consent channel="E" purpose="O" status="granted" at="2026-01-01T00:00:00"/> | PX-TIME
            <interest name="a" weight="1.1" source="stated"/>                    | PX-NUMBER
            <preference name="a">b</preference><preference name="a">c</preference> | PX-DUPLICATE
            <key scheme="k">a b</key>                                            | PX-KEY
            <value orders="0" first="2026-01-01T00:00:00Z" last="2026-01-01T00:00:00Z" total="1" currency="EUR"/> | PX-NUMBER
            <value orders="1" first="2026-01-02T00:00:00Z" last="2026-01-01T00:00:00Z" total="1" currency="EUR"/> | PX-CONTRADICTION
            <value orders="1" first="2026-01-01T00:00:00Z" last="2026-01-01T00:00:00Z" total="1e9" currency="EUR"/> | PX-MONEY
            <value orders="1" first="2026-01-01T00:00:00Z" last="2026-01-01T00:00:00Z" total="1" currency="XYZ"/> | PX-CURRENCY
            <order id="-" at="2026-01-01T00:00:00Z" status="paid" total="1" currency="EUR"/> | PX-ID
            """)
    void what_is_wrong_in_a_profile_has_a_code(String children, String code) {
        ReadReport report = Documents.read(Documents.profile(children)).report();

        assertThat(report.problems())
                .extracting(problem -> problem.code().toString())
                .containsExactly(code);
        assertThat(report.problems().get(0).place().record()).isEqualTo("p1");
        assertThat(report.problems().get(0).place().line()).isEqualTo(2);
    }

    @Test
    void foreign_elements_at_the_end_are_passed_over() {
        Documents.Result result = Documents.read(Documents.profile("<segment>loyal</segment>"
                + "<x:size xmlns:x=\"urn:example:shoes\" unit=\"eu\"><x:left>43</x:left></x:size>"));

        assertThat(result.report().problems()).isEmpty();
        assertThat(result.profiles().get(0).segments()).containsExactly("loyal");
    }

    @Test
    void a_newer_minor_version_may_have_elements_we_do_not_know() {
        String newer = Documents.profile("<segment new=\"1\">loyal</segment><shoeSize>43</shoeSize>")
                .replace("version=\"1.0\"", "version=\"1.1\"");

        assertThat(Documents.read(newer).report().problems()).isEmpty();
        assertThat(Documents.read(newer).profiles().get(0).segments()).containsExactly("loyal");
    }

    @Test
    void the_same_id_twice_is_refused_the_second_time() {
        ReadReport report = Documents.read(Documents.records(Documents.GOOD, Documents.GOOD))
                .report();

        assertThat(report.counts()).isEqualTo(new ReadReport.Counts(1, 0, 1));
        assertThat(report.problems().get(0).toString())
                .isEqualTo(
                        "in.xml, line 3, column 1, record good, /records/profile: record good: a second time (expected:"
                                + " each id once) [PX-DUPLICATE]");
    }

    @Test
    void counts_that_do_not_fit_make_an_end_of_the_document() {
        ReadReport report = Documents.read(Documents.records(Documents.GOOD).replace("records=\"1\"", "records=\"2\""))
                .report();

        assertThat(report.isComplete()).isFalse();
        assertThat(report.problems().get(0).sentence()).isEqualTo("records: 2 (expected: 1, as many as there are)");
    }

    @Test
    void a_document_cut_off_is_not_complete() {
        String document = Documents.records(Documents.GOOD);

        ReadReport report =
                Documents.read(document.substring(0, document.length() - 15)).report();

        assertThat(report.isComplete()).isFalse();
        assertThat(report.problems()).extracting(ExchangeProblem::code).containsExactly(ProblemCode.PX_SYNTAX);
    }

    @Test
    void values_of_people_are_in_no_problem() {
        ReadReport report = Documents.read(Documents.profile("<name><full>Ada\tByron</full></name>"
                        + "<email>ada byron@example.org</email><phone>+49 secret</phone>"))
                .report();

        assertThat(report.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("yron", "secret"));
    }

    @Test
    void a_file_that_is_none_is_named(@TempDir Path folder) {
        ProfileReader reader = ProfileReader.standard();

        assertThatThrownBy(() -> reader.read(folder.resolve("none.xml"), Intake.NOWHERE))
                .isInstanceOf(ExchangeException.class)
                .hasMessage("none.xml: no such file (expected: a file to read)");
        assertThatThrownBy(() -> reader.read(folder, Intake.NOWHERE))
                .isInstanceOf(ExchangeException.class)
                .hasMessage(folder.getFileName() + ": is a directory (expected: a file)");
    }

    @Test
    void a_gzipped_document_is_unpacked() throws IOException {
        byte[] document = Documents.records(Documents.GOOD).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(document);
        }

        assertThat(Documents.read(packed.toByteArray()).report().counts()).isEqualTo(new ReadReport.Counts(1, 0, 0));
        packed.write(0);
        assertThat(Documents.read(packed.toByteArray()).report().problems())
                .extracting(ExchangeProblem::code)
                .containsExactly(ProblemCode.PX_PACKING);
    }
}
