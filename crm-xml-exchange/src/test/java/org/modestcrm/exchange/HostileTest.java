package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTest {
    private static final String LT = "<";

    static Stream<Arguments> documents() {
        String good = Documents.records(Documents.GOOD);
        return Stream.of(
                bytes("comment", good.replace("<end", "<!-- x --><end"), ProblemCode.PX_COMMENT),
                bytes("comment before the root", "<!-- x -->" + good, ProblemCode.PX_COMMENT),
                bytes("processing instruction", "<?xml-stylesheet href='x'?>" + good, ProblemCode.PX_INSTRUCTION),
                bytes("entity", Documents.profile("<segment>&x;</segment>"), ProblemCode.PX_ENTITY),
                bytes("entity in an attribute", good.replace("good", "&x;"), ProblemCode.PX_ENTITY),
                bytes(
                        "schema location",
                        good.replace(
                                "<end",
                                "<end xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\""),
                        ProblemCode.PX_XSI),
                bytes("relative namespace", good.replace("<end", "<end xmlns:r=\"a/b\""), ProblemCode.PX_NAMESPACE),
                bytes("two roots", good + good, ProblemCode.PX_SYNTAX),
                bytes("other root", "<receipt xmlns=\"urn:modestcrm:profile-exchange:1\"/>", ProblemCode.PX_ROOT),
                bytes("no namespace", "<records/>", ProblemCode.PX_NAMESPACE),
                bytes("version 2", good.replace("\"1.0\"", "\"2.0\""), ProblemCode.PX_VERSION),
                bytes("depth", good.replace("<end", deep()), ProblemCode.PX_LIMIT),
                bytes("name", Documents.profile(LT + "a".repeat(2_000_000) + "/>"), ProblemCode.PX_LIMIT),
                bytes("attribute", good.replace("good", "g".repeat(70_000)), ProblemCode.PX_LIMIT),
                bytes(
                        "text",
                        Documents.profile("<segment>" + "a".repeat(2_000_000) + "</segment>"),
                        ProblemCode.PX_LIMIT),
                bytes("nothing", "", ProblemCode.PX_ENCODING),
                bytes("XML 1.1", "<?xml version=\"1.1\"?>" + good, ProblemCode.PX_ENCODING),
                bytes(
                        "declared Latin-1",
                        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + good,
                        ProblemCode.PX_ENCODING),
                raw("UTF-16", good, StandardCharsets.UTF_16, ProblemCode.PX_ENCODING),
                raw("UTF-16 without mark", good, StandardCharsets.UTF_16LE, ProblemCode.PX_ENCODING),
                raw("EBCDIC", good, Charset.forName("IBM037"), ProblemCode.PX_ENCODING),
                raw(
                        "Latin-1",
                        good.replace("good", "go\u00f6d"),
                        StandardCharsets.ISO_8859_1,
                        ProblemCode.PX_ENCODING));
    }

    private static String deep() {
        return "<x:a xmlns:x=\"urn:x\">" + "<x:a>".repeat(40) + "</x:a>".repeat(40) + "</x:a><end";
    }

    private static Arguments bytes(String what, String document, ProblemCode code) {
        return raw(what, document, StandardCharsets.UTF_8, code);
    }

    private static Arguments raw(String what, String document, Charset charset, ProblemCode code) {
        return Arguments.of(what, document.getBytes(charset), code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_hostile_document_is_refused(String what, byte[] document, ProblemCode code) {
        ReadReport report = Documents.read(document).report();

        assertThat(report.problems()).extracting(ExchangeProblem::code).contains(code);
        assertThat(report.isComplete()).isFalse();
    }
}
