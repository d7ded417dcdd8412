package org.modestcrm.exchange;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.order.OrderNumber;

/**
 * The secret one pair of sites shares, and the ids made with it (HMAC-SHA-256). Two pairs have different keys, so that
 * their files cannot be joined; who does not have the key can neither make an id nor test a guess. Immutable,
 * thread-safe.
 *
 * <pre>{@code
 * PairKey key = PairKey.of("k1", secret);              // 32 random bytes both sites keep
 * key.profileId(CustomerId.of("17"));                  // k1.9f86d081884c7d65...
 * key.emailKey(EmailAddress.of("ada@example.org"));    // hmac-email.k1
 * }</pre>
 */
public final class PairKey {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final int ID_BYTES = 20;

    private final String id;
    private final SecretKeySpec secret;

    private PairKey(String id, SecretKeySpec secret) {
        this.id = id;
        this.secret = secret;
    }

    /**
     * A key.
     *
     * @param id its name, 1 to 20 letters and digits; another one when the key is replaced
     * @param secret 32 random bytes or more
     * @return the key
     * @throws IllegalArgumentException when the id has another shape or the secret is too short
     */
    public static PairKey of(String id, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id of pair key: " + id.length() + " characters (expected: 1 to 20 letters and digits)");
        }
        if (secret.length < 32) {
            throw new IllegalArgumentException(
                    "secret of pair key " + id + ": " + secret.length + " bytes (expected: 32 or more)");
        }
        return new PairKey(id, new SecretKeySpec(secret, "HmacSHA256"));
    }

    /**
     * The name of the key.
     *
     * @return never blank
     */
    public String id() {
        return id;
    }

    /**
     * The id under which the pair speaks of a customer.
     *
     * @param customer the shop's own id
     * @return always the same for the same key and customer
     */
    public ProfileId profileId(CustomerId customer) {
        return pseudonym("customer", customer.value());
    }

    /**
     * The id under which the pair speaks of an order.
     *
     * @param order the shop's own number
     * @return always the same for the same key and order
     */
    public ProfileId orderId(OrderNumber order) {
        return pseudonym("order", order.value());
    }

    /**
     * What both sites can compute of an e-mail address, to find the person each knows already.
     *
     * @param address compared without regard to case
     * @return a key of scheme {@code hmac-email.} and the name of this one
     */
    public Profile.Key emailKey(EmailAddress address) {
        byte[] digest = hmac("email", address.value().toLowerCase(Locale.ROOT));
        return new Profile.Key(
                "hmac-email." + id, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    private ProfileId pseudonym(String kind, String value) {
        return ProfileId.of(id + "." + HexFormat.of().formatHex(hmac(kind, value), 0, ID_BYTES));
    }

    private byte[] hmac(String kind, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal((kind + "\0" + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HmacSHA256 is missing (expected: on every Java platform)", e);
        }
    }

    /** The name only. */
    @Override
    public String toString() {
        return "pair key " + id;
    }
}
