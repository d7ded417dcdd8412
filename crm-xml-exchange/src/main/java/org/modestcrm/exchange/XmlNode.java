package org.modestcrm.exchange;

import java.util.List;

/**
 * An element of a small document, with all that its canonical form needs.
 *
 * @param name prefix, namespace and local name
 * @param attributes in the order of the document, namespace declarations not among them
 * @param children elements and texts
 */
record XmlNode(Name name, List<Attribute> attributes, List<Object> children) {
    /** A qualified name; prefix and namespace are empty where there is none. */
    record Name(String prefix, String uri, String local) {
        String qualified() {
            return prefix.isEmpty() ? local : prefix + ":" + local;
        }
    }

    /** An attribute and its value. */
    record Attribute(Name name, String value) {}

    boolean is(String uri, String local) {
        return name.uri().equals(uri) && name.local().equals(local);
    }

    List<XmlNode> elements() {
        return children.stream()
                .filter(XmlNode.class::isInstance)
                .map(XmlNode.class::cast)
                .toList();
    }

    /** The texts between the children, joined. */
    String text() {
        StringBuilder text = new StringBuilder();
        children.stream().filter(String.class::isInstance).forEach(text::append);
        return text.toString();
    }
}
