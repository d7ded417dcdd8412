package org.modestcrm.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A signature inside the document it signs (XML-DSig) in the one shape that is accepted: the last child of the root, over
 * the whole document, one reference with URI {@code ""}, the transforms enveloped-signature and exclusive
 * canonicalisation, SHA-256, an algorithm of {@link SignatureAlgorithm}, nothing else: no KeyInfo, no Id, no Object. What
 * was signed is handed back as bytes, and only those are read for values, so that there is no second document a trick could
 * hide in.
 */
final class EnvelopedSignature {
    static final String NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String ENVELOPED = NAMESPACE + "enveloped-signature";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private final SignatureAlgorithm algorithm;
    private final byte[] signedInfo;
    private final byte[] value;
    private final byte[] document;

    private EnvelopedSignature(SignatureAlgorithm algorithm, byte[] signedInfo, byte[] value, byte[] document) {
        this.algorithm = algorithm;
        this.signedInfo = signedInfo;
        this.value = value;
        this.document = document;
    }

    boolean isBy(PartyKey key) {
        return key.verifies(algorithm, signedInfo, value);
    }

    /** The document without its signature, canonical: the only bytes to read values from. */
    byte[] document() {
        return document;
    }

    /** Takes a document apart; a fault when it has no signature of the shape, or one of another document. */
    static EnvelopedSignature of(byte[] bytes, String name, String root) throws Fault {
        try (GuardedXml xml = GuardedXml.open(new ByteArrayInputStream(bytes), name, SmallDocument.LIMITS)) {
            xml.root(root);
            Place place = xml.place();
            XmlNode tree = xml.tree();
            xml.finish();
            return new Shaped(place).signature(tree);
        }
    }

    /** The document, which has no signature yet, with one. */
    static byte[] sign(byte[] unsigned, String root, SigningKey key) {
        try (GuardedXml xml = GuardedXml.open(new ByteArrayInputStream(unsigned), root, SmallDocument.LIMITS)) {
            xml.root(root);
            byte[] digest = Digest.sha256().digest(CanonicalXml.of(xml.tree()));
            byte[] draft = insert(unsigned, root, element(key.algorithm(), digest, new byte[1]));
            byte[] value = key.sign(of(draft, root, root).signedInfo);
            return insert(unsigned, root, element(key.algorithm(), digest, value));
        } catch (Fault fault) {
            throw new IllegalStateException(fault.problem().toString(), fault);
        }
    }

    private static byte[] insert(byte[] unsigned, String root, String signature) {
        String text = new String(unsigned, StandardCharsets.UTF_8);
        int end = text.lastIndexOf("</" + root + ">");
        return (text.substring(0, end) + signature + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static String element(SignatureAlgorithm algorithm, byte[] digest, byte[] value) {
        Base64.Encoder base64 = Base64.getEncoder();
        return "<ds:Signature xmlns:ds=\"" + NAMESPACE + "\"><ds:SignedInfo>"
                + method("CanonicalizationMethod", EXCLUSIVE)
                + method("SignatureMethod", algorithm.uri()) + "<ds:Reference URI=\"\"><ds:Transforms>"
                + method("Transform", ENVELOPED) + method("Transform", EXCLUSIVE) + "</ds:Transforms>"
                + method("DigestMethod", SHA256) + "<ds:DigestValue>" + base64.encodeToString(digest)
                + "</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>" + base64.encodeToString(value)
                + "</ds:SignatureValue></ds:Signature>";
    }

    private static String method(String name, String uri) {
        return "<ds:" + name + " Algorithm=\"" + uri + "\"/>";
    }

    /** Checks the shape, element by element. */
    private record Shaped(Place place) {
        EnvelopedSignature signature(XmlNode root) throws Fault {
            List<XmlNode> children = root.elements();
            XmlNode last = children.isEmpty() ? root : children.get(children.size() - 1);
            if (!last.is(NAMESPACE, "Signature")) {
                throw fault("no signature at the end of the document");
            }
            List<Object> signed = new ArrayList<>(root.children());
            signed.remove(signed.lastIndexOf(last));
            byte[] document = CanonicalXml.of(new XmlNode(root.name(), root.attributes(), signed));
            List<XmlNode> parts = children(last, Map.of(), "SignedInfo", "SignatureValue");
            byte[] digest = Digest.sha256().digest(document);
            SignatureAlgorithm algorithm = signedInfo(parts.get(0), digest);
            return new EnvelopedSignature(
                    algorithm, CanonicalXml.of(parts.get(0)), base64(leaf(parts.get(1), Map.of())), document);
        }

        private SignatureAlgorithm signedInfo(XmlNode info, byte[] digest) throws Fault {
            List<XmlNode> parts = children(info, Map.of(), "CanonicalizationMethod", "SignatureMethod", "Reference");
            leaf(parts.get(0), Map.of("Algorithm", EXCLUSIVE));
            List<XmlNode> reference =
                    children(parts.get(2), Map.of("URI", ""), "Transforms", "DigestMethod", "DigestValue");
            List<XmlNode> transforms = children(reference.get(0), Map.of(), "Transform", "Transform");
            leaf(transforms.get(0), Map.of("Algorithm", ENVELOPED));
            leaf(transforms.get(1), Map.of("Algorithm", EXCLUSIVE));
            leaf(reference.get(1), Map.of("Algorithm", SHA256));
            if (!MessageDigest.isEqual(base64(leaf(reference.get(2), Map.of())), digest)) {
                throw fault("digest of another document");
            }
            return algorithm(parts.get(1));
        }

        private SignatureAlgorithm algorithm(XmlNode method) throws Fault {
            for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
                Map<String, String> expected = Map.of("Algorithm", algorithm.uri());
                if (has(method, expected)) {
                    leaf(method, expected);
                    return algorithm;
                }
            }
            throw fault("an algorithm that is not on the list");
        }

        private List<XmlNode> children(XmlNode element, Map<String, String> attributes, String... names) throws Fault {
            List<XmlNode> children = element.elements();
            boolean fits = children.size() == names.length
                    && has(element, attributes)
                    && element.text().isBlank();
            for (int i = 0; fits && i < names.length; i++) {
                fits = children.get(i).is(NAMESPACE, names[i]);
            }
            if (!fits) {
                throw fault("another shape of <" + element.name().local() + ">");
            }
            return children;
        }

        private String leaf(XmlNode element, Map<String, String> attributes) throws Fault {
            if (!has(element, attributes) || !element.elements().isEmpty()) {
                throw fault("another shape of <" + element.name().local() + ">");
            }
            return element.text();
        }

        private static boolean has(XmlNode element, Map<String, String> attributes) {
            return element.attributes().size() == attributes.size()
                    && element.attributes().stream()
                            .allMatch(attribute -> attribute.name().uri().isEmpty()
                                    && attribute
                                            .value()
                                            .equals(attributes.get(
                                                    attribute.name().local())));
        }

        private byte[] base64(String text) throws Fault {
            try {
                return Base64.getDecoder().decode(text.replaceAll("[ \\t\\r\\n]", ""));
            } catch (IllegalArgumentException e) {
                throw fault("a value that is no base64");
            }
        }

        private Fault fault(String found) {
            return new Fault(new ExchangeProblem(
                    ProblemCode.PX_SIGNATURE,
                    place,
                    "signature: " + found + " (expected: one enveloped signature of the shape in the partner guide)"));
        }
    }
}
