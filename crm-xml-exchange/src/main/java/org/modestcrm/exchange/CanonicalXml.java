package org.modestcrm.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Exclusive canonical XML 1.0 (W3C, 18 July 2002) of an element, without comments, which no document of ours has. */
final class CanonicalXml {
    private static final Comparator<XmlNode.Attribute> BY_NAME = Comparator.comparing(
                    (XmlNode.Attribute attribute) -> attribute.name().uri())
            .thenComparing(attribute -> attribute.name().local());

    private final StringBuilder out = new StringBuilder();

    private CanonicalXml() {}

    static byte[] of(XmlNode apex) {
        CanonicalXml canonical = new CanonicalXml();
        canonical.element(apex, Map.of("", ""));
        return canonical.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(XmlNode element, Map<String, String> above) {
        out.append('<').append(element.name().qualified());
        Map<String, String> here = namespaces(element, above);
        element.attributes().stream().sorted(BY_NAME).forEach(attribute -> {
            out.append(' ').append(attribute.name().qualified());
            value(attribute.value());
        });
        out.append('>');
        for (Object child : element.children()) {
            if (child instanceof XmlNode node) {
                element(node, here);
            } else {
                escape(child.toString(), false);
            }
        }
        out.append("</").append(element.name().qualified()).append('>');
    }

    /** Declares what this element uses and none above it declared; gives what holds for its children. */
    private Map<String, String> namespaces(XmlNode element, Map<String, String> above) {
        Map<String, String> used = new TreeMap<>();
        used.put(element.name().prefix(), element.name().uri());
        for (XmlNode.Attribute attribute : element.attributes()) {
            String prefix = attribute.name().prefix();
            if (!prefix.isEmpty() && !prefix.equals("xml")) {
                used.put(prefix, attribute.name().uri());
            }
        }
        Map<String, String> here = new HashMap<>(above);
        used.forEach((prefix, uri) -> {
            if (!uri.equals(above.get(prefix))) {
                here.put(prefix, uri);
                out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix);
                value(uri);
            }
        });
        return here;
    }

    private void value(String text) {
        out.append("=\"");
        escape(text, true);
        out.append('"');
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '\r' -> out.append("&#xD;");
                case '>' -> out.append(attribute ? ">" : "&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\t' -> out.append(attribute ? "&#x9;" : "\t");
                case '\n' -> out.append(attribute ? "&#xA;" : "\n");
                default -> out.append(c);
            }
        }
    }
}
