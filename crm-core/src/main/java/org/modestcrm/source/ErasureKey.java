package org.modestcrm.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.internal.Texts;

/**
 * The secret with which identifiers of erased persons are digested (HMAC-SHA-256), so that a tombstone recognises an
 * erased profile and tells nobody whose it was. Keep it outside the database and keep it for good: with another key no
 * erased profile is recognised. Immutable, thread-safe.
 */
public final class ErasureKey {
    private final String id;
    private final SecretKeySpec secret;

    private ErasureKey(String id, byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException(
                    "erasure key of " + secret.length + " bytes (expected: 16 or more, best 32)");
        }
        this.id = Texts.code("key id", id);
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * The key of a shop.
     *
     * @param id names the key in tombstones
     * @param secret 16 bytes or more
     * @return the key
     */
    public static ErasureKey of(String id, byte[] secret) {
        return new ErasureKey(id, secret);
    }

    /**
     * A key that is forgotten with the process: for stores in memory, which are too.
     *
     * @return a random key
     */
    public static ErasureKey forThisProcess() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new ErasureKey("process", secret);
    }

    /**
     * Names the key in tombstones.
     *
     * @return a code
     */
    public String id() {
        return id;
    }

    /**
     * The digests of all by which a record could bring its person back: its key, identifiers, e-mail addresses and
     * telephone numbers.
     *
     * @param record what a source says
     * @return 64 hex digits each
     */
    public Set<String> digests(SourceRecord record) {
        Set<String> digests = new TreeSet<>(digests(record.said()));
        digests.add(digest("RECORD:" + record.key()));
        return digests;
    }

    /**
     * The digests of a customer's identifiers, e-mail addresses and telephone numbers.
     *
     * @param customer the customer
     * @return 64 hex digits each
     */
    public Set<String> digests(Customer customer) {
        Stream<String> identifiers =
                customer.identifiers().stream().map(known -> digest(known.type(), known.normalised()));
        Stream<String> points = customer.contactPoints().stream().flatMap(point -> digest(point).stream());
        return new TreeSet<>(Stream.concat(identifiers, points).toList());
    }

    /**
     * The digest of an e-mail address.
     *
     * @param address the address; compared without regard to case
     * @return 64 hex digits
     */
    public String digest(EmailAddress address) {
        return digest(IdentifierType.EMAIL, IdentifierType.EMAIL.normalise(address.value()));
    }

    private Set<String> digest(ContactPoint point) {
        return point.identifierType()
                .map(type -> Set.of(digest(type, point.normalised())))
                .orElse(Set.of());
    }

    private String digest(IdentifierType type, String normalised) {
        return digest(type + ":" + normalised);
    }

    /**
     * The digest of any text.
     *
     * @param text the text
     * @return 64 hex digits
     */
    public String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }

    @Override
    public String toString() {
        return "erasure key " + id;
    }
}
