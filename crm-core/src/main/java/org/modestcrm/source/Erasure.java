package org.modestcrm.source;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;

/**
 * The tombstone of a person who was erased: ids, and keyed digests of what could bring the person back. It holds no value
 * of the person.
 *
 * @param customer the surviving id
 * @param ids every id the person went by, the surviving one among them
 * @param digests of identifiers, contact points and record keys, see {@link ErasureKey}
 * @param keyId which key made the digests
 * @param at when the person was erased
 */
public record Erasure(CustomerId customer, List<CustomerId> ids, Set<String> digests, String keyId, Instant at) {
    /**
     * Copies the collections.
     *
     * @param customer the surviving id
     * @param ids every id
     * @param digests the digests
     * @param keyId the key
     * @param at when
     */
    public Erasure {
        ids = List.copyOf(ids);
        digests = Set.copyOf(digests);
        Texts.code("key id", keyId);
        at = Times.kept("erasure of customer " + customer + ", at", at);
    }

    @Override
    public String toString() {
        return "erasure of customer " + customer + " at " + at;
    }
}
