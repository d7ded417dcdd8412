package org.modestcrm.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the documents that fit in memory: agreement, manifest, receipt. The first problem makes an end of it. */
final class SmallDocument {
    static final ReadLimits LIMITS = ReadLimits.builder().documentBytes(1 << 20).build();

    private SmallDocument() {}

    static <T> ParsedDocument<T> read(InputStream in, String name, Shape root, Content<T> content) {
        try (GuardedXml xml = GuardedXml.open(in, name, LIMITS)) {
            xml.root(root.element());
            @Nullable String[] given = xml.attributes(root);
            xml.version(given(given, 0));
            T value = content.read(xml, new XmlValues(xml), given);
            xml.finish();
            return ParsedDocument.of(value);
        } catch (Fault fault) {
            return ParsedDocument.refused(fault.problem());
        }
    }

    static byte[] bytes(InputStream in, String name) {
        try {
            return in.readNBytes((int) LIMITS.documentBytes() + 1);
        } catch (IOException e) {
            throw ParserFailure.unreadable(name, e);
        }
    }

    static String given(@Nullable String[] values, int index) {
        return Objects.requireNonNull(values[index]);
    }

    /** What stands in the root, whose attributes were read already. */
    @FunctionalInterface
    interface Content<T> {
        T read(GuardedXml xml, XmlValues values, @Nullable String[] root) throws Fault;
    }
}
