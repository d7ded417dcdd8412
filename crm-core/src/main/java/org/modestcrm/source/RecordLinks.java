package org.modestcrm.source;

import java.util.List;
import java.util.Optional;

/** Keeps what is held of pairs of records. A port: {@link InMemoryRecordLinks} is ours. Thread-safe. */
public interface RecordLinks {
    /**
     * Keeps a link; it takes the place of what was held of the pair, which stays in the history.
     *
     * @param link the link
     */
    void record(RecordLink link);

    /**
     * What is held of a pair.
     *
     * @param pair two records
     * @return empty when nothing is
     */
    Optional<RecordLink> find(RecordPair pair);

    /**
     * What is held of a record and any other.
     *
     * @param key the record
     * @return by the other's key; may be empty
     */
    List<RecordLink> of(RecordKey key);

    /**
     * All that was ever held of a pair.
     *
     * @param pair two records
     * @return as recorded; may be empty
     */
    List<RecordLink> history(RecordPair pair);

    /**
     * Takes out all that was ever held of a record and any other: its person was erased.
     *
     * @param key the record
     */
    void remove(RecordKey key);
}
