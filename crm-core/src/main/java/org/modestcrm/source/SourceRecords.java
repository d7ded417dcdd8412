package org.modestcrm.source;

import java.util.Optional;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/** Keeps source records until the person is erased. A port: {@link InMemorySourceRecords} is ours. Thread-safe. */
public interface SourceRecords {
    /**
     * Keeps a record; one with the same key is replaced.
     *
     * @param record the record
     * @return what became of it
     */
    Recorded record(SourceRecord record);

    /**
     * The record of a key.
     *
     * @param key the key
     * @return empty when there is none
     */
    Optional<SourceRecord> find(RecordKey key);

    /**
     * The record whose own id this is.
     *
     * @param id a customer id, surviving or alias
     * @return empty when no record has it
     */
    Optional<SourceRecord> findByOwnId(CustomerId id);

    /**
     * All records, as of some moment during the call.
     *
     * @return by ascending key; close it after use
     */
    Stream<SourceRecord> all();
}
