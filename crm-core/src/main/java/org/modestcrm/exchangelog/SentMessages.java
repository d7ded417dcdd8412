package org.modestcrm.exchangelog;

import java.util.List;
import java.util.Optional;

/**
 * Remembers what was made for whom, so that each change goes into exactly one message and a tombstone is repeated until
 * the partner has acknowledged it. A port: {@link InMemorySentMessages} is ours. Thread-safe.
 */
public interface SentMessages {
    /**
     * The message made last for a partner.
     *
     * @param partner the partner
     * @return empty before the first
     */
    Optional<SentMessage> last(String partner);

    /**
     * Keeps a message; it replaces one of the same partner and sequence.
     *
     * @param message the message
     */
    void record(SentMessage message);

    /**
     * What a partner has not acknowledged yet.
     *
     * @param partner the partner
     * @return by profile id; may be empty
     */
    List<Tombstone> pending(String partner);

    /**
     * Keeps a tombstone to tell a partner; it replaces one of the same profile.
     *
     * @param partner the partner
     * @param tombstone the tombstone
     */
    void pend(String partner, Tombstone tombstone);

    /**
     * A tombstone needs no more telling; nothing happens when a newer one is kept.
     *
     * @param partner the partner
     * @param tombstone the tombstone
     */
    void settle(String partner, Tombstone tombstone);
}
