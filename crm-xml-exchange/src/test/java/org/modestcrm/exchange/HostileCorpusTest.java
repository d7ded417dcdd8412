package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every class of attack, each at every place of an otherwise valid document. */
class HostileCorpusTest {
    private static final String DOCUMENT = Documents.profile("<name><full>Ada</full></name><email>a@b.c</email>"
            + "<address><line>1 Road</line><country>GB</country></address><segment>loyal</segment>"
            + "<order id=\"o1\" at=\"2026-01-01T00:00:00Z\" status=\"paid\" total=\"1\" currency=\"EUR\">"
            + "<line sku=\"s\" quantity=\"1\" price=\"1\">Rose</line></order>");

    @TempDir
    private Path folder;

    @Test
    void nothing_of_the_corpus_is_taken() {
        Map<String, String> corpus = new TreeMap<>();
        prologs().forEach((name, prolog) -> corpus.put("prolog " + name, prolog + DOCUMENT));
        inserts().forEach((name, insert) -> {
            for (int at = DOCUMENT.indexOf('>'); at >= 0; at = DOCUMENT.indexOf('>', at + 1)) {
                corpus.put(
                        "inside " + name + " at " + at,
                        DOCUMENT.substring(0, at + 1) + insert + DOCUMENT.substring(at + 1));
            }
        });

        List<String> taken = new ArrayList<>();
        List<String> without = new ArrayList<>();
        corpus.forEach((name, document) -> {
            ReadReport report =
                    Documents.read(document.getBytes(StandardCharsets.UTF_8)).report();
            if (report.isValid()) {
                taken.add(name);
            } else if (report.problems().get(0).place().line() < 1) {
                without.add(name);
            }
        });

        assertThat(Documents.read(DOCUMENT).report().problems()).isEmpty();
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(300);
        assertThat(taken).isEmpty();
        assertThat(without).as("without a place").isEmpty();
        assertThat(folder).as("what a document wrote").isEmptyDirectory();
    }

    private Map<String, String> prologs() {
        String canary = folder.resolve("canary").toUri().toString();
        Map<String, String> prologs = new TreeMap<>();
        List<String> targets = List.of(
                canary, "http://127.0.0.1:1/x", "ftp://127.0.0.1:1/x", "jar:" + canary + "!/x", "netdoc:" + canary);
        for (String target : targets) {
            prologs.put("entity " + target, "<!DOCTYPE records [<!ENTITY x SYSTEM \"" + target + "\">]>");
            prologs.put(
                    "parameter entity " + target, "<!DOCTYPE records [<!ENTITY % x SYSTEM \"" + target + "\"> %x;]>");
            prologs.put("external subset " + target, "<!DOCTYPE records SYSTEM \"" + target + "\">");
            prologs.put("public subset " + target, "<!DOCTYPE records PUBLIC \"-//x\" \"" + target + "\">");
            prologs.put("style sheet " + target, "<?xml-stylesheet type=\"text/xsl\" href=\"" + target + "\"?>");
        }
        StringBuilder laughs = new StringBuilder("<!DOCTYPE records [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        prologs.put("many laughs", laughs + "]>");
        prologs.put("quadratic", "<!DOCTYPE records [<!ENTITY x \"" + "x".repeat(100_000) + "\">]>");
        prologs.put("attribute list", "<!DOCTYPE records [<!ATTLIST profile id CDATA \"x\">]>");
        prologs.put("empty", "<!DOCTYPE records>");
        prologs.put("comment", "<!-- x -->");
        prologs.put("XML 1.1", "<?xml version=\"1.1\"?>");
        for (String encoding : List.of("UTF-16", "UTF-7", "ISO-8859-1", "US-ASCII", "EBCDIC-CP-US", "UTF-32", "x")) {
            prologs.put("encoding " + encoding, "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>");
        }
        return prologs;
    }

    private static Map<String, String> inserts() {
        Map<String, String> inserts = new TreeMap<>();
        inserts.put("doctype", "<!DOCTYPE x>");
        inserts.put("comment", "<!-- x -->");
        inserts.put("instruction", "<?x y?>");
        inserts.put("entity", "&x;");
        inserts.put("null", "\u0000");
        inserts.put("null reference", "&#0;");
        inserts.put("surrogate reference", "&#xD800;");
        inserts.put("noncharacter", "\ufffe");
        inserts.put("end of CDATA", "]]>");
        inserts.put("stray end", "</x>");
        inserts.put("no namespace", "<x xmlns=\"\"/>");
        inserts.put("relative namespace", "<r:x xmlns:r=\"a/b\"/>");
        inserts.put("unbound prefix", "<r:x/>");
        inserts.put(
                "schema location",
                "<x:x xmlns:x=\"urn:x\" xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " s:schemaLocation=\"urn:x http://127.0.0.1:1/x\"/>");
        inserts.put(
                "nil", "<x:x xmlns:x=\"urn:x\" xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\" s:nil=\"true\"/>");
        inserts.put("profile in foreign", "<x:x xmlns:x=\"urn:x\"><profile id=\"evil\"/></x:x>");
        inserts.put("deep", "<x:x xmlns:x=\"urn:x\">" + "<x:x>".repeat(64) + "</x:x>".repeat(64) + "</x:x>");
        inserts.put("wide", "<x:x xmlns:x=\"urn:x\">" + "<x:x/>".repeat(100) + "</x:x>");
        inserts.put("twice the attribute", "<x:x xmlns:x=\"urn:x\" a=\"1\" a=\"2\"/>");
        StringBuilder attributes = new StringBuilder("<x:x xmlns:x=\"urn:x\"");
        for (int i = 0; i < 100; i++) {
            attributes.append(" a").append(i).append("=\"1\"");
        }
        inserts.put("many attributes", attributes + "/>");
        return inserts;
    }
}
