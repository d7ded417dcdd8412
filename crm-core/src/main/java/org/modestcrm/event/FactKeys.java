package org.modestcrm.event;

import java.time.Instant;

/** Remembers which acts of recording were done. A port: {@link InMemoryFactKeys} is ours. Thread-safe. */
public interface FactKeys {
    /**
     * Keeps a key in the running {@linkplain Transactions unit}, unless it is kept already.
     *
     * @param key the key
     * @param fact what it was used for: kind and id of the fact
     * @param at when
     * @return what the key was used for first: the given fact when the key is new
     */
    Use putIfAbsent(FactKey key, String fact, Instant at);

    /**
     * What a key was used for.
     *
     * @param fact kind and id of the fact
     * @param state whether this was the first time
     */
    record Use(String fact, State state) {}

    /** Whether a key was new. */
    enum State {
        /** It was not known. */
        FIRST,
        /** It was used before. */
        REPEATED
    }

    /**
     * Forgets keys, so that the memory of them does not grow for ever.
     *
     * @param before those kept earlier than this
     * @return how many
     */
    int forget(Instant before);
}
