package org.modestcrm.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSignerTest {
    private static final String MAIL = "Date: Sun, 1 Mar 2026 09:00:00 +0000\r\nFrom: Shop <orders@shop.example>\r\n"
            + "To: alice@example.org\r\nSubject: An\r\n  order \t 17\r\nMIME-Version: 1.0\r\n\r\nHello  there \r\n\r\nBye\r\n\r\n\r\n";

    /** By RFC 6376, 3.4.2 and 3.4.4: the canonical form of the mail above, written by hand. */
    private static final String BODY = "Hello there\r\n\r\nBye\r\n";

    private static final String HEADER =
            "from:Shop <orders@shop.example>\r\nto:alice@example.org\r\nsubject:An order 17\r\n"
                    + "date:Sun, 1 Mar 2026 09:00:00 +0000\r\nmime-version:1.0\r\n";

    private static KeyPair keys(String algorithm) throws Exception {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    private static String signed(KeyPair keys, String mail) {
        byte[] signed = DkimSigner.of("shop.example", "s1", keys.getPrivate())
                .signed(mail.getBytes(StandardCharsets.ISO_8859_1), Instant.parse("2026-03-01T09:00:00Z"));
        return new String(signed, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void the_signature_covers_the_canonical_form(String algorithm) throws Exception {
        KeyPair keys = keys(algorithm);
        String signed = signed(keys, MAIL);
        String field = signed.substring(0, signed.indexOf("\r\nDate:"));
        String unfolded = field.replaceAll("\r\n", "").replaceAll("[ \t]+", " ");
        String signature = unfolded.substring(unfolded.indexOf("; b=") + 4).replace(" ", "");
        String covered = HEADER + "dkim-signature:" + unfolded.substring(16, unfolded.indexOf("; b=") + 4);

        assertThat(signed).endsWith(MAIL);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(StandardCharsets.US_ASCII));
        assertThat(unfolded).contains("bh=" + Base64.getEncoder().encodeToString(hash) + ";");
        byte[] data = covered.getBytes(StandardCharsets.US_ASCII);
        Signature verifier = Signature.getInstance(algorithm.equals("RSA") ? "SHA256withRSA" : "Ed25519");
        verifier.initVerify(keys.getPublic());
        verifier.update(
                algorithm.equals("RSA")
                        ? data
                        : MessageDigest.getInstance("SHA-256").digest(data));
        assertThat(verifier.verify(Base64.getDecoder().decode(signature))).isTrue();
        assertThat(signed.lines()).allMatch(line -> line.length() <= 200);
    }

    @Test
    void only_keys_that_receivers_know_are_taken() throws Exception {
        KeyPair other = keys("EC");

        assertThatThrownBy(() -> DkimSigner.of("shop.example", "s1", other.getPrivate()))
                .hasMessage("DKIM key: EC (expected: RSA or Ed25519)");
        assertThatThrownBy(() -> DkimSigner.of("shop example", "s1", other.getPrivate()))
                .hasMessageStartingWith("DKIM domain: \"shop example\" has ' '");
    }
}
