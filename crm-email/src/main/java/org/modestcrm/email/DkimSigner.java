package org.modestcrm.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.modestcrm.internal.Texts;

/**
 * Signs mails for a domain (RFC 6376; RFC 8463 for Ed25519), so that a receiver can see that nobody changed them. The public
 * key stands in the DNS at {@code selector._domainkey.domain}. Immutable, thread-safe.
 *
 * <pre>{@code
 * OrderMails.builder().dkim(DkimSigner.of("shop.example", "s2026", privateKey))
 * }</pre>
 */
public final class DkimSigner {
    /** What is covered; a second From or Subject added on the way breaks the signature (RFC 6376, 5.4.2). */
    private static final List<String> COVERED = List.of(
            "From",
            "From",
            "To",
            "Subject",
            "Subject",
            "Date",
            "Message-ID",
            "References",
            "MIME-Version",
            "Content-Type");

    private final String domain;
    private final String selector;
    private final PrivateKey key;
    private final String algorithm;

    private DkimSigner(String domain, String selector, PrivateKey key, String algorithm) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * A signer.
     *
     * @param domain that signs, usually that of the sender's address
     * @param selector name of the key in the DNS
     * @param key RSA (2,048 bits or more) or Ed25519
     * @return a signer of this key
     * @throws IllegalArgumentException when the key is of another kind
     */
    public static DkimSigner of(String domain, String selector, PrivateKey key) {
        Texts.code("DKIM domain", domain);
        Texts.code("DKIM selector", selector);
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "rsa-sha256";
            case "EdDSA", "Ed25519" -> "ed25519-sha256";
            default ->
                throw new IllegalArgumentException("DKIM key: " + key.getAlgorithm() + " (expected: RSA or Ed25519)");
        };
        return new DkimSigner(domain.toLowerCase(Locale.ROOT), selector, key, algorithm);
    }

    /** The message with the signature before its header. */
    byte[] signed(byte[] message, Instant at) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> headers = headers(text.substring(0, end));
        String unsigned = "v=1; a=" + algorithm + "; c=relaxed/relaxed; d=" + domain + "; s=" + selector + ";\r\n\tt="
                + at.getEpochSecond() + "; h=" + String.join(":", COVERED) + ";\r\n\tbh="
                + bodyHash(text.substring(end + 4)) + ";\r\n\tb=";
        StringBuilder covered = new StringBuilder();
        List<String> rest = new ArrayList<>(headers);
        COVERED.forEach(name -> takeLast(rest, name, covered));
        covered.append(relaxed("DKIM-Signature: " + unsigned));
        String signature = "DKIM-Signature: " + unsigned + folded(signature(covered.toString())) + "\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + signature.length());
        out.writeBytes(signature.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(message);
        return out.toByteArray();
    }

    private static List<String> headers(String head) {
        return List.of(head.split("\r\n(?![ \t])"));
    }

    /** Each mention of a name takes one header more, from the last upwards; a mention without a header covers its absence. */
    private static void takeLast(List<String> headers, String name, StringBuilder covered) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                covered.append(relaxed(headers.remove(i))).append("\r\n");
                return;
            }
        }
    }

    private static String relaxed(String header) {
        int colon = header.indexOf(':');
        String value = header.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return header.substring(0, colon).toLowerCase(Locale.ROOT).strip() + ":" + value.strip();
    }

    private static String bodyHash(String body) {
        String relaxed = body.replaceAll("[ \t]+(?=\r\n|$)", "").replaceAll("[ \t]+", " ");
        String trimmed = relaxed.replaceAll("(\r\n)+$", "");
        String canonical = trimmed.isEmpty() ? "" : trimmed + "\r\n";
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }

    private String signature(String covered) {
        try {
            byte[] data = covered.getBytes(StandardCharsets.ISO_8859_1);
            Signature signature;
            if (algorithm.startsWith("rsa")) {
                signature = Signature.getInstance("SHA256withRSA");
            } else {
                signature = Signature.getInstance("Ed25519");
                data = MessageDigest.getInstance("SHA-256").digest(data);
            }
            signature.initSign(key);
            signature.update(data);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("DKIM key " + selector + " of " + domain + " cannot sign", e);
        }
    }

    private static String folded(String signature) {
        return signature.replaceAll("(.{72})(?=.)", "$1\r\n\t ");
    }

    @Override
    public String toString() {
        return "DKIM key " + selector + " of " + domain;
    }
}
