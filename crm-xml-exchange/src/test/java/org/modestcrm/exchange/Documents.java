package org.modestcrm.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Tombstone;
import org.xml.sax.SAXException;

/** Documents as text, what the reader makes of them, and what the published schema says. */
final class Documents {
    static final String HEAD =
            "<records xmlns=\"urn:modestcrm:profile-exchange:1\" version=\"1.0\" message=\"m1\" part=\"1\">\n";
    static final String GOOD = "<profile id=\"good\" rev=\"1\" at=\"2026-01-01T00:00:00Z\"/>\n";
    private static final Schema SCHEMA = schema();

    private Documents() {}

    /** A document of these records, with the right counts. */
    static String records(String... records) {
        String all = String.join("", records);
        return HEAD + all + "<end records=\"" + count(all, "<profile ") + "\" gone=\"" + count(all, "<gone ")
                + "\"/>\n</records>\n";
    }

    /** One profile with these children. */
    static String profile(String children) {
        return records("<profile id=\"p1\" rev=\"1\" at=\"2026-01-01T00:00:00Z\">" + children + "</profile>\n");
    }

    private static int count(String text, String what) {
        return text.split(what, -1).length - 1;
    }

    static Result read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    static Result read(byte[] document) {
        List<Profile> profiles = new ArrayList<>();
        List<Tombstone> gone = new ArrayList<>();
        RecordSink sink = new RecordSink() {
            @Override
            public void profile(Profile profile, Place place) {
                profiles.add(profile);
            }

            @Override
            public void gone(Tombstone tombstone, Place place) {
                gone.add(tombstone);
            }
        };
        ReadReport report = ProfileReader.standard().read(new ByteArrayInputStream(document), "in.xml", sink);
        return new Result(report, profiles, gone);
    }

    record Result(ReadReport report, List<Profile> profiles, List<Tombstone> gone) {}

    static byte[] written(List<Profile> profiles) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProfileWriter writer = ProfileWriter.begin(out, "m1", 1);
        profiles.forEach(writer::write);
        writer.end();
        return out.toByteArray();
    }

    /** Empty when the schema accepts the document. */
    static String schemaFault(byte[] document) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
            return "";
        } catch (SAXException | IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static String schemaFault(String document) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new StringReader(document)));
            return "";
        } catch (SAXException | IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Schema schema() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(Documents.class.getResource("profile-exchange-1.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
