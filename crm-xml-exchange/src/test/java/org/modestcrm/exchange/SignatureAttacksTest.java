package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to bend a signed manifest that the attack lists know: wrapped, doubled, hidden, weakened, swapped. */
class SignatureAttacksTest {
    private static final Pattern SIGNATURE = Pattern.compile("<ds:Signature .*</ds:Signature>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private final Map<String, String> variants = new TreeMap<>();

    @Test
    void no_bent_manifest_is_accepted() throws IOException {
        TwoSites sites = new TwoSites();
        sites.customer("c1");
        MessageExport.MadeMessage made = sites.full(folder);
        String good = Files.readString(made.manifest());
        bend(good);

        List<String> accepted = new ArrayList<>();
        for (Map.Entry<String, String> variant : variants.entrySet()) {
            assertThat(variant.getValue()).as(variant.getKey()).isNotEqualTo(good);
            Files.writeString(made.manifest(), variant.getValue());
            Receipt receipt = sites.imports().take(made.manifest()).receipt();
            if (receipt.status() != Receipt.Status.REFUSED || receipt.problems().isEmpty()) {
                accepted.add(variant.getKey());
            }
        }
        Files.writeString(made.manifest(), good);

        assertThat(variants).hasSizeGreaterThanOrEqualTo(100);
        assertThat(accepted).isEmpty();
        assertThat(sites.imports().take(made.manifest()).receipt().status()).isEqualTo(Receipt.Status.ACCEPTED);
    }

    private void bend(String good) {
        String signature = signatureOf(good);
        String unsigned = good.replace(signature, "");
        values(good);
        wrap(good, unsigned, signature);
        weaken(good, signature);
        shapes(good, signature);
        trust(good, signature);
    }

    private static String signatureOf(String good) {
        Matcher matcher = SIGNATURE.matcher(good);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private void add(String name, String document) {
        variants.put(name, document);
    }

    /** Each value of the signed manifest, changed. */
    private void values(String good) {
        Matcher attribute = Pattern.compile(
                        " (id|at|until|from|to|agreement|rev|mode|sequence|name|bytes|sha256|records"
                                + "|gone)=\"([^\"]+)\"")
                .matcher(good.substring(0, good.indexOf("<ds:Signature")));
        while (attribute.find()) {
            String changed = attribute.group(2).replaceFirst("[0-9a-z]", "7");
            if (!changed.equals(attribute.group(2))) {
                add(
                        "value " + attribute.group(1) + " at " + attribute.start(),
                        good.substring(0, attribute.start(2)) + changed + good.substring(attribute.end(2)));
            }
        }
        add("purpose", good.replace(">OFFERS<", ">NEWSLETTER<"));
        add("blank inside", good.replace("<purpose>", " <purpose>"));
        add("comment inside a value", good.replace(">OFFERS<", ">OFF<!-- -->ERS<"));
        add("purpose added", good.replace("<purpose>", "<purpose>NEWSLETTER</purpose><purpose>"));
        add("part taken out", good.replaceFirst("<part [^>]*/>\n", ""));
        add("previous added", good.replace(" sequence=", " previous=\"x\" sequence="));
    }

    /** The signed manifest hidden somewhere, an evil one where values might be read (XSW 1 to 8). */
    private void wrap(String good, String unsigned, String signature) {
        String body = unsigned.substring(unsigned.indexOf("<manifest"));
        String evil = body.replace("to=\"garden\"", "to=\"garden\" previous=\"evil\"");
        String close = "</manifest>";
        String[] places = {
            evil.replace(close, good.substring(good.indexOf("<manifest")) + close),
            evil.replace(close, signature + body + close),
            evil.replace(close, body + signature + close),
            evil.replace(close, signature.replace("</ds:Signature>", body + "</ds:Signature>") + close),
            evil.replace(
                    close,
                    signature.replace("</ds:Signature>", "<ds:Object>" + body + "</ds:Object></ds:Signature>") + close),
            evil.replace(
                    close,
                    signature.replace("<ds:SignatureValue>", "<ds:Object>" + body + "</ds:Object><ds:SignatureValue>")
                            + close),
            body.replace(close, signature.replace("<ds:SignedInfo>", evil + "<ds:SignedInfo>") + close),
            body.replace(close, signature.replace("<ds:SignedInfo>", "<ds:SignedInfo>" + evil) + close),
            "<x:Envelope xmlns:x=\"urn:x\">" + evil + good.substring(good.indexOf("<manifest")) + "</x:Envelope>",
            evil.replace(close, "<x:ext xmlns:x=\"urn:x\">" + body + "</x:ext>" + signature + close),
            body.replace("<purpose", "<x:ext xmlns:x=\"urn:x\">" + evil + "</x:ext><purpose")
                    .replace(close, signature + close),
            good + evil,
            evil + good.substring(good.indexOf("<manifest")),
        };
        for (int i = 0; i < places.length; i++) {
            add("wrapped " + i, places[i]);
            add(
                    "wrapped with ids " + i,
                    places[i].replace("URI=\"\"", "URI=\"#m\"").replace("<manifest ", "<manifest Id=\"m\" "));
            add("wrapped, reference to the root " + i, places[i].replace("URI=\"\"", "URI=\"#xpointer(/)\""));
        }
    }

    private void weaken(String good, String signature) {
        String[] algorithms = {
            "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
            "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
            "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1",
            "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519",
            "none",
            ""
        };
        for (String algorithm : algorithms) {
            add(
                    "signed with " + algorithm,
                    good.replace("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", algorithm));
            add("digest of " + algorithm, good.replace("http://www.w3.org/2001/04/xmlenc#sha256", algorithm));
            add(
                    "method twice, first " + algorithm,
                    good.replace(
                            "<ds:SignatureMethod",
                            "<ds:SignatureMethod Algorithm=\"" + algorithm + "\"/><ds:SignatureMethod"));
        }
        String[] transforms = {
            "http://www.w3.org/TR/1999/REC-xslt-19991116",
            "http://www.w3.org/TR/1999/REC-xpath-19991116",
            "http://www.w3.org/2002/06/xmldsig-filter2",
            "http://www.w3.org/2000/09/xmldsig#base64",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"
        };
        for (String transform : transforms) {
            String element = "<ds:Transform Algorithm=\"" + transform + "\"/>";
            add("transform first " + transform, good.replace("<ds:Transforms>", "<ds:Transforms>" + element));
            add("transform last " + transform, good.replace("</ds:Transforms>", element + "</ds:Transforms>"));
            add("canonical by " + transform, good.replace("http://www.w3.org/2001/10/xml-exc-c14n#", transform));
        }
        add("no signature", good.replace(signature, ""));
        add(
                "length of HMAC",
                good.replace(
                        "#ecdsa-sha256\"/>",
                        "#ecdsa-sha256\"><ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>"));
        add("empty value", good.replaceAll("<ds:SignatureValue>[^<]*", "<ds:SignatureValue>"));
        add("zero value", good.replaceAll("<ds:SignatureValue>[^<]*", "<ds:SignatureValue>" + "A".repeat(86) + "=="));
        add("empty digest", good.replaceAll("<ds:DigestValue>[^<]*", "<ds:DigestValue>"));
    }

    private void shapes(String good, String signature) {
        add("signature twice", good.replace(signature, signature + signature));
        add("signature first", good.replace(signature, "").replace("<purpose>", signature + "<purpose>"));
        add("reference twice", repeat(good, "ds:Reference"));
        add("signed info twice", repeat(good, "ds:SignedInfo"));
        add("digest value twice", repeat(good, "ds:DigestValue"));
        add("value twice", repeat(good, "ds:SignatureValue"));
        add("transforms twice", repeat(good, "ds:Transforms"));
        add("comment in the digest", good.replace("<ds:DigestValue>", "<ds:DigestValue><!-- x -->"));
        add("instruction in the digest", good.replace("<ds:DigestValue>", "<ds:DigestValue><?x y?>"));
        add("id of the signature", good.replace("<ds:Signature ", "<ds:Signature Id=\"s\" "));
        add("id of the root", good.replace("<manifest ", "<manifest Id=\"a\" ID=\"a\" "));
        add("type of the reference", good.replace("<ds:Reference ", "<ds:Reference Type=\"x\" "));
        add("reference to a file", good.replace("URI=\"\"", "URI=\"file:///etc/passwd\""));
        add("reference to the net", good.replace("URI=\"\"", "URI=\"http://127.0.0.1:1/x\""));
        add("reference without URI", good.replace(" URI=\"\"", ""));
        add("other namespace", good.replace("2000/09/xmldsig#\"", "2009/xmldsig11#\""));
        add("doctype", good.replace("<manifest", "<!DOCTYPE manifest [<!ATTLIST manifest Id ID #IMPLIED>]><manifest"));
        add("inherited xml:base", good.replace("<manifest ", "<manifest xml:base=\"http://x/\" "));
        add("stray attribute", good.replace("<ds:SignedInfo>", "<ds:SignedInfo x=\"y\">"));
        add("text in the signature", good.replace("<ds:SignedInfo>", "x<ds:SignedInfo>"));
    }

    private static String repeat(String good, String element) {
        int from = good.indexOf("<" + element + ">") < 0
                ? good.indexOf("<" + element + " ")
                : good.indexOf("<" + element + ">");
        int to = good.indexOf("</" + element + ">") + element.length() + 3;
        return good.substring(0, to) + good.substring(from);
    }

    /** A document that brings its own key. */
    private void trust(String good, String signature) {
        byte[] unsigned = good.replace(signature, "").getBytes(StandardCharsets.UTF_8);
        String foreign = new String(
                EnvelopedSignature.sign(
                        unsigned, "manifest", SigningKey.of(TwoSites.keys("EC").getPrivate())),
                StandardCharsets.UTF_8);
        String rsa = new String(
                EnvelopedSignature.sign(unsigned, "manifest", SigningKey.of(TwoSites.RSA.getPrivate())),
                StandardCharsets.UTF_8);
        add("foreign key", foreign);
        add("foreign kind of key", rsa);
        String[] keys = {
            "<ds:KeyName>f1</ds:KeyName>",
            "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>",
            "<ds:RetrievalMethod URI=\"http://127.0.0.1:1/key\"/>",
            "<ds:X509Data><ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data>",
        };
        for (String key : keys) {
            String info = "<ds:KeyInfo>" + key + "</ds:KeyInfo></ds:Signature>";
            add("brings " + key, good.replace("</ds:Signature>", info));
            add("foreign, brings " + key, foreign.replace("</ds:Signature>", info));
        }
    }
}
