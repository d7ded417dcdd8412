package org.modestcrm.exchange;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * A document of ours as a walk from element to element, with everything a stranger could hide in XML refused: DOCTYPE,
 * entities, comments, processing instructions, {@code xsi} attributes, other encodings, sizes. The parser is made by its
 * class, so that the class path decides nothing, and anew for each document, so that no name of one is kept for the next.
 * For one thread.
 */
final class GuardedXml implements AutoCloseable {
    static final String NAMESPACE = "urn:modestcrm:profile-exchange:1";

    private final XMLStreamReader2 xml;
    private final MeteredInput in;
    private final String part;
    private final String[] path = new String[ReadLimits.MAX_DEPTH + 2];
    private int depth;
    private String record = "";
    private int foreignOfRecord;
    private int foreign;
    private boolean newer;
    private @Nullable Location mark;
    private int markDepth;

    private GuardedXml(XMLStreamReader2 xml, MeteredInput in, String part) {
        this.xml = xml;
        this.in = in;
        this.part = part;
    }

    /** Opens a document and stands before its root. */
    static GuardedXml open(InputStream bytes, String part, ReadLimits limits) throws Fault {
        try {
            MeteredInput in = new MeteredInput(Utf8Start.check(bytes, part), limits);
            XMLStreamReader2 xml = (XMLStreamReader2) factory().createXMLStreamReader(in, "UTF-8");
            GuardedXml guarded = new GuardedXml(xml, in, part);
            guarded.checkDeclaration();
            return guarded;
        } catch (XMLStreamException e) {
            throw new Fault(ParserFailure.problem(e, new Place(part, 1, 1, "", "")));
        } catch (IOException e) {
            throw ParserFailure.unreadable(part, e);
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, true);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ReadLimits.MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ReadLimits.MAX_ATTRIBUTE_CHARS);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, ReadLimits.MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, ReadLimits.MAX_TEXT_CHARS);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    private void checkDeclaration() throws Fault {
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw fault(ProblemCode.PX_ENCODING, "another encoding is declared (expected: UTF-8)");
        }
        String version = xml.getVersion();
        if (version != null && !version.equals("1.0")) {
            throw fault(ProblemCode.PX_ENCODING, "another version of XML is declared (expected: 1.0)");
        }
    }

    /** Stands on the root element afterwards. */
    void root(String expected) throws Fault {
        if (!child() || !isOurs()) {
            throw fault(ProblemCode.PX_NAMESPACE, "root of another namespace (expected: " + NAMESPACE + ")");
        }
        if (!name().equals(expected)) {
            throw fault(
                    ProblemCode.PX_ROOT,
                    "root <" + ExchangeProblem.harmless(name(), 40) + "> (expected: <" + expected + ">)");
        }
    }

    /** Checks the version of the root: 1.x; elements of a newer x may be unknown and are passed over. */
    void version(String version) throws Fault {
        if (!version.matches("1\\.(0|[1-9][0-9]{0,2})")) {
            throw fault(ProblemCode.PX_VERSION, "version of another shape or number (expected: 1.0)");
        }
        newer = !version.equals("1.0");
    }

    /** Goes to the next child; false when there is none and the element is left. */
    boolean child() throws Fault {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT:
                    return true;
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT:
                    return false;
                default:
                    if (!isBlank()) {
                        throw fault(ProblemCode.PX_CONTENT, "text between elements (expected: elements only)");
                    }
            }
        }
    }

    private boolean isBlank() throws Fault {
        try {
            return xml.isWhiteSpace();
        } catch (WstxLazyException e) {
            throw broken(e);
        }
    }

    boolean isOurs() {
        return NAMESPACE.equals(xml.getNamespaceURI());
    }

    /** The local name of the element stood on. */
    String name() {
        return xml.getLocalName();
    }

    /** The text of the element stood on, which may have no children; the element is left. */
    String text() throws Fault {
        mark = xml.getLocationInfo().getStartLocation();
        markDepth = depth;
        String first = "";
        StringBuilder all = null;
        try {
            for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    throw fault(ProblemCode.PX_CONTENT, "element inside a text (expected: text only)");
                }
                if (all != null) {
                    all.append(xml.getText());
                } else if (first.isEmpty()) {
                    first = xml.getText();
                } else {
                    all = new StringBuilder(first).append(xml.getText());
                }
            }
        } catch (WstxLazyException e) {
            throw broken(e);
        }
        return all == null ? first : all.toString();
    }

    /** Insists that the element stood on has no attributes. */
    void noAttributes() throws Fault {
        if (xml.getAttributeCount() > 0) {
            attributes(new Shape(name(), 0, List.of()));
        }
    }

    /** The attributes of the element stood on, in the order of the shape; null where an optional one is absent. */
    @Nullable String[] attributes(Shape shape) throws Fault {
        @Nullable String[] values = new @Nullable String[shape.names().size()];
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            int at = xml.getAttributeNamespace(i).isEmpty() ? shape.indexOf(xml.getAttributeLocalName(i)) : -1;
            if (at >= 0) {
                values[at] = xml.getAttributeValue(i);
            } else {
                unknownAttribute(i, shape);
            }
        }
        for (int i = 0; i < shape.required(); i++) {
            if (values[i] == null) {
                throw fault(
                        ProblemCode.PX_MISSING,
                        shape.names().get(i) + ": missing (expected: an attribute of " + shape.element() + ")");
            }
        }
        return values;
    }

    private void unknownAttribute(int index, Shape shape) throws Fault {
        refuseSchemaInstance(index);
        if (!newer || !xml.getAttributeNamespace(index).isEmpty()) {
            String name = ExchangeProblem.harmless(xml.getAttributeLocalName(index), 40);
            throw fault(
                    ProblemCode.PX_ATTRIBUTE,
                    "attribute \"" + name + "\" of " + shape.element() + " is unknown (expected: "
                            + (shape.names().isEmpty() ? "none" : String.join(", ", shape.names())) + ")");
        }
    }

    private void refuseSchemaInstance(int index) throws Fault {
        if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(index))) {
            throw fault(ProblemCode.PX_XSI, "attribute of the schema instance namespace (expected: none)");
        }
    }

    /** Insists that the element stood on is empty, and leaves it. */
    void empty() throws Fault {
        if (child()) {
            throw unexpected();
        }
    }

    /** Passes over an element of a foreign namespace, or of a newer version; anything else is a fault. */
    void extension() throws Fault {
        boolean foreignNamespace = !isOurs() && !"".equals(Objects.requireNonNullElse(xml.getNamespaceURI(), ""));
        if (!foreignNamespace && !(newer && isOurs())) {
            throw unexpected();
        }
        int level = depth;
        countForeign();
        while (depth >= level) {
            if (advance() == XMLStreamConstants.START_ELEMENT) {
                if (foreignNamespace && isOurs()) {
                    throw fault(ProblemCode.PX_ELEMENT, "element of ours inside a foreign one (expected: none)");
                }
                countForeign();
            }
        }
    }

    private void countForeign() throws Fault {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            refuseSchemaInstance(i);
        }
        if (++foreignOfRecord > ReadLimits.MAX_FOREIGN_OF_RECORD) {
            throw fault(ProblemCode.PX_ELEMENT, "more than 64 foreign elements in a record (expected: at most 64)");
        }
        countUnknown();
    }

    private void countUnknown() throws Fault {
        if (++foreign > ReadLimits.MAX_FOREIGN) {
            throw fault(ProblemCode.PX_LIMIT, "more than 4096 foreign elements (expected: at most 4096)");
        }
    }

    Fault unexpected() {
        return fault(
                ProblemCode.PX_ELEMENT,
                "element <" + ExchangeProblem.harmless(name(), 40) + "> is unknown or out of order in <"
                        + ExchangeProblem.harmless(Objects.requireNonNullElse(path[depth - 1], ""), 40) + ">");
    }

    /** Leaves the element that stands at a depth, whatever is still in it. */
    void skipTo(int level) throws Fault {
        while (depth >= level) {
            if (advance() == XMLStreamConstants.START_ELEMENT) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    refuseSchemaInstance(i);
                }
                if (!isOurs()) {
                    countUnknown();
                }
            }
        }
    }

    /** Insists that nothing but blanks follows the root. */
    void finish() throws Fault {
        while (advance() != XMLStreamConstants.END_DOCUMENT) {
            // blanks; advance refuses anything else
        }
    }

    int depth() {
        return depth;
    }

    /** From here on problems are of this record, and a new budget counts. */
    void record(String id) {
        record = id;
        foreignOfRecord = 0;
        in.renew();
    }

    private int advance() throws Fault {
        int event = next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> started();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE,
                    XMLStreamConstants.END_DOCUMENT -> {}
            case XMLStreamConstants.DTD ->
                throw fault(
                        ProblemCode.PX_DOCTYPE,
                        "DOCTYPE: refused (expected: a document without document type declaration)");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw fault(ProblemCode.PX_ENTITY, "entity reference (expected: only the five of XML, such as &amp;)");
            case XMLStreamConstants.COMMENT -> throw fault(ProblemCode.PX_COMMENT, "comment (expected: none)");
            default -> throw fault(ProblemCode.PX_INSTRUCTION, "processing instruction (expected: none)");
        }
        return event;
    }

    private void started() throws Fault {
        path[++depth] = xml.getLocalName();
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String uri = xml.getNamespaceURI(i);
            if (uri != null && !uri.isEmpty() && !isAbsolute(uri)) {
                throw fault(
                        ProblemCode.PX_NAMESPACE, "namespace that is no absolute URI (expected: one with a scheme)");
            }
        }
    }

    private static boolean isAbsolute(String uri) {
        try {
            return uri.equals(NAMESPACE) || new URI(uri).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private int next() throws Fault {
        try {
            return xml.next();
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (WstxLazyException e) {
            throw broken(e);
        }
    }

    private Fault broken(XMLStreamException failure) {
        return new Fault(ParserFailure.problem(failure, place(failure.getLocation(), depth)));
    }

    private Fault broken(WstxLazyException failure) {
        return failure.getCause() instanceof XMLStreamException cause
                ? broken(cause)
                : fault(ProblemCode.PX_SYNTAX, "not well-formed (expected: XML 1.0)");
    }

    /** The place of the element stood on. */
    Place place() {
        return place(xml.getLocationInfo().getStartLocation(), depth);
    }

    /** A problem of the element stood on, or of the one whose text was read last. */
    Fault fault(ProblemCode code, String sentence) {
        boolean onText = mark != null && xml.getEventType() == XMLStreamConstants.END_ELEMENT;
        return fault(code, onText ? place(mark, markDepth) : place(), sentence);
    }

    Fault fault(ProblemCode code, Place place, String sentence) {
        return new Fault(new ExchangeProblem(code, place, sentence));
    }

    private Place place(@Nullable Location at, int level) {
        StringBuilder names = new StringBuilder();
        for (int i = 1; i <= level; i++) {
            names.append('/').append(ExchangeProblem.harmless(Objects.requireNonNullElse(path[i], ""), 40));
        }
        long line = at == null ? 0 : Math.max(0, at.getLineNumber());
        long column = at == null ? 0 : Math.max(0, at.getColumnNumber());
        return new Place(part, line, column, record, names.toString());
    }

    /** Gives back the parser's memory; the stream stays open. */
    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new ExchangeException(part + ": the parser cannot be closed", e);
        }
    }
}
