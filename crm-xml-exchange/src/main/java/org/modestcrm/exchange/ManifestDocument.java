package org.modestcrm.exchange;

import static org.modestcrm.exchange.SmallDocument.given;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Purpose;

/** Manifests as XML. */
final class ManifestDocument {
    private static final int MAX_PARTS = 10_000;
    private static final Shape MANIFEST = Shape.of(
                    "manifest", "version", "id", "at", "until", "from", "to", "agreement", "rev", "mode", "sequence")
            .optional("previous");
    private static final Shape PART = Shape.of("part", "name", "bytes", "sha256", "records", "gone");

    private ManifestDocument() {}

    static byte[] write(Manifest manifest) {
        XmlOut xml = new XmlOut();
        Manifest.Route route = manifest.route();
        xml.declaration()
                .start("manifest")
                .attribute("xmlns", GuardedXml.NAMESPACE)
                .attribute("version", "1.0")
                .attribute("id", manifest.id())
                .attribute("at", manifest.validity().at().toString())
                .attribute("until", manifest.validity().until().toString())
                .attribute("from", route.from())
                .attribute("to", route.to())
                .attribute("agreement", route.agreement())
                .attribute("rev", Long.toString(route.revision()))
                .attribute("mode", Words.of(manifest.mode()))
                .attribute("sequence", Long.toString(manifest.sequence()));
        manifest.previous().ifPresent(previous -> xml.attribute("previous", previous));
        xml.line();
        manifest.purposes().forEach(purpose -> xml.element("purpose", purpose.code()));
        for (Manifest.Part part : manifest.parts()) {
            xml.start("part")
                    .attribute("name", part.name())
                    .attribute("bytes", Long.toString(part.bytes()))
                    .attribute("sha256", part.sha256())
                    .attribute("records", Long.toString(part.records()))
                    .attribute("gone", Long.toString(part.gone()))
                    .end("part");
        }
        return xml.end("manifest").toByteArray();
    }

    /** Reads a manifest whose signature was taken off. */
    static Manifest read(byte[] bytes, String name) throws Fault {
        ParsedDocument<Manifest> read =
                SmallDocument.read(new ByteArrayInputStream(bytes), name, MANIFEST, ManifestDocument::content);
        if (read.value().isEmpty()) {
            throw new Fault(read.problems().get(0));
        }
        return read.orThrow();
    }

    private static Manifest content(GuardedXml xml, XmlValues values, @Nullable String[] root) throws Fault {
        Place place = xml.place();
        String id = values.id("id", given(root, 1)).value();
        Manifest.Validity validity =
                new Manifest.Validity(values.time("at", given(root, 2)), values.time("until", given(root, 3)));
        Manifest.Route route = new Manifest.Route(
                values.id("from", given(root, 4)).value(),
                values.id("to", given(root, 5)).value(),
                values.id("agreement", given(root, 6)).value(),
                values.number("rev", given(root, 7)));
        @Nullable String previous = root[10];
        Manifest.Position position = new Manifest.Position(
                values.word("mode", given(root, 8), Manifest.Mode.values()),
                values.number("sequence", given(root, 9)),
                previous == null ? null : values.id("previous", previous).value());
        Manifest.Contents contents = contents(xml, values);
        if (contents.purposes().isEmpty() || contents.parts().isEmpty()) {
            throw xml.fault(ProblemCode.PX_MISSING, place, "purpose or part: missing (expected: one or more of each)");
        }
        return new Manifest(id, validity, route, position, contents);
    }

    private static Manifest.Contents contents(GuardedXml xml, XmlValues values) throws Fault {
        Set<Purpose> purposes = new LinkedHashSet<>();
        List<Manifest.Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (xml.child()) {
            if (xml.isOurs() && xml.name().equals("purpose") && parts.isEmpty()) {
                xml.noAttributes();
                String code = xml.text();
                purposes.add(values.valid(ProblemCode.PX_CODE, () -> Purpose.of(code)));
            } else if (xml.isOurs() && xml.name().equals("part") && parts.size() < MAX_PARTS) {
                Manifest.Part part = part(xml, values);
                if (!names.add(part.name())) {
                    throw xml.fault(
                            ProblemCode.PX_DUPLICATE, "part " + part.name() + ": a second time (expected: once)");
                }
                parts.add(part);
                xml.empty();
            } else {
                throw xml.unexpected();
            }
        }
        return new Manifest.Contents(purposes, parts);
    }

    private static Manifest.Part part(GuardedXml xml, XmlValues values) throws Fault {
        @Nullable String[] given = xml.attributes(PART);
        return new Manifest.Part(
                values.id("name", given(given, 0)).value(),
                values.number("bytes", given(given, 1)),
                values.sha256("sha256", given(given, 2)),
                values.number("records", given(given, 3)),
                values.number("gone", given(given, 4)));
    }
}
