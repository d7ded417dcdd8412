package org.modestcrm.exchange;

import static org.modestcrm.exchange.SmallDocument.given;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.internal.Texts;

/** Receipts as XML. */
final class ReceiptDocument {
    private static final Shape RECEIPT = Shape.of("receipt", "version", "message", "sha256", "at", "status");
    private static final Shape COUNT = Shape.of("count", "name");
    private static final Shape PROBLEM =
            Shape.of("problem", "code", "severity").optional("record", "part", "line", "column", "path");
    private static final Map<String, ProblemCode> CODES =
            Stream.of(ProblemCode.values()).collect(Collectors.toUnmodifiableMap(ProblemCode::toString, code -> code));

    private ReceiptDocument() {}

    static byte[] write(Receipt receipt) {
        XmlOut xml = new XmlOut();
        xml.declaration()
                .start("receipt")
                .attribute("xmlns", GuardedXml.NAMESPACE)
                .attribute("version", "1.0")
                .attribute("message", receipt.message())
                .attribute("sha256", receipt.sha256())
                .attribute("at", receipt.at().toString())
                .attribute("status", Words.of(receipt.status()))
                .line();
        count(xml, "records", receipt.counts().records());
        count(xml, "accepted", receipt.counts().accepted());
        count(xml, "unchanged", receipt.counts().unchanged());
        count(xml, "refused", receipt.counts().refused());
        count(xml, "gone", receipt.counts().gone());
        receipt.problems().forEach(problem -> problem(xml, problem));
        return xml.end("receipt").toByteArray();
    }

    private static void count(XmlOut xml, String name, long count) {
        xml.start("count").attribute("name", name).text(Long.toString(count)).end("count");
    }

    private static void problem(XmlOut xml, ExchangeProblem problem) {
        Place place = problem.place();
        xml.start("problem")
                .attribute("code", problem.code().toString())
                .attribute("severity", problem.code().severity().toString());
        optional(xml, "record", place.record());
        optional(xml, "part", place.part().replaceAll("[^A-Za-z0-9._:-]", "_").replaceFirst("^[._:-]", "x"));
        optional(xml, "line", place.line() == 0 ? "" : Long.toString(place.line()));
        optional(xml, "column", place.column() == 0 ? "" : Long.toString(place.column()));
        optional(xml, "path", place.path());
        xml.text(problem.sentence()).end("problem");
    }

    private static void optional(XmlOut xml, String name, String value) {
        if (!value.isEmpty()) {
            xml.attribute(name, value);
        }
    }

    static ParsedDocument<Receipt> read(InputStream in, String name) {
        return SmallDocument.read(in, name, RECEIPT, ReceiptDocument::content);
    }

    private static Receipt content(GuardedXml xml, XmlValues values, @Nullable String[] root) throws Fault {
        Receipt.ReceivedBytes received = new Receipt.ReceivedBytes(
                values.id("message", given(root, 1)).value(), values.sha256("sha256", given(root, 2)));
        Instant at = values.time("at", given(root, 3));
        Receipt.Status status = values.word("status", given(root, 4), Receipt.Status.values());
        Map<String, Long> counts = new HashMap<>();
        List<ExchangeProblem> problems = new ArrayList<>();
        while (xml.child()) {
            if (xml.isOurs() && xml.name().equals("count") && problems.isEmpty()) {
                String name = given(xml.attributes(COUNT), 0);
                values.valid(ProblemCode.PX_CODE, () -> Texts.code("name of count", name));
                counts.put(name, values.number(name, xml.text()));
            } else if (xml.isOurs() && xml.name().equals("problem")) {
                problems.add(problem(xml, values));
            } else {
                throw xml.unexpected();
            }
        }
        return Receipt.of(received, at, status, counts(counts), problems);
    }

    private static Receipt.Counts counts(Map<String, Long> counts) {
        return new Receipt.Counts(
                counts.getOrDefault("records", 0L),
                counts.getOrDefault("accepted", 0L),
                counts.getOrDefault("unchanged", 0L),
                counts.getOrDefault("refused", 0L),
                counts.getOrDefault("gone", 0L));
    }

    private static ExchangeProblem problem(GuardedXml xml, XmlValues values) throws Fault {
        @Nullable String[] given = xml.attributes(PROBLEM);
        String code = given(given, 0);
        values.valid(ProblemCode.PX_CODE, () -> Texts.code("code", code));
        values.word("severity", given(given, 1), ProblemCode.Severity.values());
        Place place = new Place(
                optionalId(values, "part", given[3]),
                number(values, "line", given[4]),
                number(values, "column", given[5]),
                optionalId(values, "record", given[2]),
                values.plain("path", Objects.requireNonNullElse(given[6], "")));
        String sentence = values.plain("problem", xml.text());
        return new ExchangeProblem(CODES.getOrDefault(code, ProblemCode.PX_OTHER), place, sentence);
    }

    private static String optionalId(XmlValues values, String what, @Nullable String text) throws Fault {
        return text == null ? "" : values.id(what, text).value();
    }

    private static long number(XmlValues values, String what, @Nullable String text) throws Fault {
        return text == null ? 0 : values.number(what, text);
    }
}
