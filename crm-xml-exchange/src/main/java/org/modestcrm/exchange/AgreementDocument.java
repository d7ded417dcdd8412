package org.modestcrm.exchange;

import static org.modestcrm.exchange.SmallDocument.given;

import java.io.InputStream;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Purpose;

/** Agreements as XML. */
final class AgreementDocument {
    private static final Shape AGREEMENT = Shape.of("agreement", "version", "id", "rev", "at", "until");
    private static final Shape PARTY = Shape.of("party", "id");
    private static final Shape KEY = Shape.of("publicKey", "id", "algorithm", "at", "until");
    private static final Shape SHARE = Shape.of("share", "from", "field", "purpose");
    private static final Shape REQUIRE = Shape.of("require", "purpose");
    private static final Shape LIMIT = Shape.of("limit", "bytes", "records", "days");
    private static final List<String> ORDER = List.of("party", "share", "require", "limit");

    private AgreementDocument() {}

    static byte[] write(Agreement agreement) {
        XmlOut xml = new XmlOut();
        xml.declaration()
                .start("agreement")
                .attribute("xmlns", GuardedXml.NAMESPACE)
                .attribute("version", "1.0")
                .attribute("id", agreement.id())
                .attribute("rev", Long.toString(agreement.revision()))
                .attribute("at", agreement.fromInclusive().toString())
                .attribute("until", agreement.toExclusive().toString())
                .line();
        agreement.parties().forEach(party -> party(xml, party, agreement.keys(party)));
        for (Agreement.Share share : agreement.shares()) {
            xml.start("share")
                    .attribute("from", share.from())
                    .attribute("field", share.field().toString())
                    .attribute("purpose", share.purpose().code())
                    .end("share");
        }
        agreement
                .required()
                .forEach(purpose -> xml.start("require")
                        .attribute("purpose", purpose.code())
                        .end("require"));
        xml.start("limit")
                .attribute("bytes", Long.toString(agreement.limits().bytes()))
                .attribute("records", Long.toString(agreement.limits().records()))
                .attribute("days", Integer.toString(agreement.limits().retentionDays()))
                .end("limit");
        return xml.end("agreement").toByteArray();
    }

    private static void party(XmlOut xml, String party, List<PartyKey> keys) {
        xml.start("party").attribute("id", party).line();
        for (PartyKey key : keys) {
            xml.start("publicKey")
                    .attribute("id", key.id())
                    .attribute("algorithm", SignatureAlgorithm.of(key.key()).toString())
                    .attribute("at", key.fromInclusive().toString())
                    .attribute("until", key.toExclusive().toString())
                    .text(Base64.getEncoder().encodeToString(key.key().getEncoded()))
                    .end("publicKey");
        }
        xml.end("party");
    }

    static ParsedDocument<Agreement> read(InputStream in, String name) {
        return SmallDocument.read(in, name, AGREEMENT, AgreementDocument::content);
    }

    private static Agreement content(GuardedXml xml, XmlValues values, @Nullable String[] root) throws Fault {
        Place place = xml.place();
        Agreement.Builder agreement =
                Agreement.builder(values.id("id", given(root, 1)).value(), values.number("rev", given(root, 2)));
        agreement.validity(values.time("at", given(root, 3)), values.time("until", given(root, 4)));
        int last = 0;
        while (xml.child()) {
            int rank = xml.isOurs() ? ORDER.indexOf(xml.name()) : -1;
            if (rank < last || rank == ORDER.size() - 1 && rank == last) {
                throw xml.unexpected();
            }
            part(xml, values, agreement);
            last = rank;
        }
        if (last < ORDER.size() - 1) {
            throw xml.fault(ProblemCode.PX_MISSING, place, "limit: missing (expected: the last element of agreement)");
        }
        try {
            return agreement.build();
        } catch (IllegalArgumentException e) {
            throw xml.fault(ProblemCode.PX_CONTRADICTION, place, String.valueOf(e.getMessage()));
        }
    }

    private static void part(GuardedXml xml, XmlValues values, Agreement.Builder agreement) throws Fault {
        switch (xml.name()) {
            case "party" -> {
                String party = values.id("id", given(xml.attributes(PARTY), 0)).value();
                agreement.party(party, keys(xml, values));
            }
            case "share" -> {
                @Nullable String[] given = xml.attributes(SHARE);
                String from = values.id("from", given(given, 0)).value();
                ProfileField field = field(xml, given(given, 1));
                agreement.share(from, purpose(values, given(given, 2)), EnumSet.of(field));
                xml.empty();
            }
            case "require" -> {
                agreement.require(purpose(values, given(xml.attributes(REQUIRE), 0)));
                xml.empty();
            }
            default -> {
                @Nullable String[] given = xml.attributes(LIMIT);
                long bytes = values.number("bytes", given(given, 0));
                long records = values.number("records", given(given, 1));
                int days = values.pieces("days", given(given, 2));
                agreement.limits(values.valid(ProblemCode.PX_NUMBER, () -> new Agreement.Limits(bytes, records, days)));
                xml.empty();
            }
        }
    }

    private static Purpose purpose(XmlValues values, String code) throws Fault {
        return values.valid(ProblemCode.PX_CODE, () -> Purpose.of(code));
    }

    private static ProfileField field(GuardedXml xml, String element) throws Fault {
        ProfileField field = ProfileField.of(element);
        if (field == null) {
            throw xml.fault(ProblemCode.PX_WORD, "field: unknown word (expected: a part of a profile, such as email)");
        }
        return field;
    }

    private static List<PartyKey> keys(GuardedXml xml, XmlValues values) throws Fault {
        List<PartyKey> keys = new ArrayList<>();
        while (xml.child()) {
            if (!xml.isOurs() || !xml.name().equals("publicKey")) {
                throw xml.unexpected();
            }
            @Nullable String[] given = xml.attributes(KEY);
            String id = values.id("id", given(given, 0)).value();
            SignatureAlgorithm algorithm = Stream.of(SignatureAlgorithm.values())
                    .filter(known -> known.toString().equals(given[1]))
                    .findFirst()
                    .orElseThrow(() -> xml.fault(
                            ProblemCode.PX_WORD, "algorithm: unknown word (expected: ECDSA-P256, RSA-PSS or Ed25519)"));
            Instant from = values.time("at", given(given, 2));
            Instant to = values.time("until", given(given, 3));
            PublicKey key = key(xml, algorithm, xml.text());
            keys.add(values.valid(ProblemCode.PX_CONTRADICTION, () -> new PartyKey(id, key, from, to)));
        }
        return keys;
    }

    private static PublicKey key(GuardedXml xml, SignatureAlgorithm algorithm, String base64) throws Fault {
        try {
            return algorithm.decode(Base64.getDecoder().decode(base64)).orElseThrow(IllegalArgumentException::new);
        } catch (IllegalArgumentException e) {
            throw xml.fault(
                    ProblemCode.PX_KEY, "publicKey: no key of " + algorithm + " (expected: X.509 bytes in base64)");
        }
    }
}
