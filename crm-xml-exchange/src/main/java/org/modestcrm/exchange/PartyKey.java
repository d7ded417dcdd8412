package org.modestcrm.exchange;

import java.security.PublicKey;
import java.time.Instant;
import org.modestcrm.exchangelog.ProfileId;

/**
 * The public key of a party, as the agreement names it. Keys are replaced by naming a second one whose time overlaps.
 *
 * @param id the name of the key
 * @param key EC on P-256, RSA of 2048 bits or more, or Ed25519
 * @param fromInclusive from when on it signs
 * @param toExclusive until when
 */
public record PartyKey(String id, PublicKey key, Instant fromInclusive, Instant toExclusive) {
    /**
     * Checks the parts.
     *
     * @param id the name
     * @param key the key
     * @param fromInclusive from when on
     * @param toExclusive until when
     * @throws IllegalArgumentException when the name has another shape, the key is of another kind, or it ends before it
     *     begins
     */
    public PartyKey {
        id = ProfileId.of(id).value();
        SignatureAlgorithm.of(key);
        if (!toExclusive.isAfter(fromInclusive)) {
            throw new IllegalArgumentException(
                    "key " + id + ", to " + toExclusive + " (expected: after " + fromInclusive + ")");
        }
    }

    boolean holdsAt(Instant moment) {
        return !moment.isBefore(fromInclusive) && moment.isBefore(toExclusive);
    }

    boolean verifies(SignatureAlgorithm algorithm, byte[] bytes, byte[] value) {
        return SignatureAlgorithm.of(key) == algorithm && algorithm.verifies(key, bytes, value);
    }
}
