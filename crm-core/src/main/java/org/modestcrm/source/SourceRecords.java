package org.modestcrm.source;

import java.util.List;
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
     * @throws IllegalArgumentException when its own id is another record's
     */
    Recorded record(SourceRecord record);

    /**
     * Keeps many records, for imports: either all of them or none.
     *
     * @param records in any order, each key once
     * @return what became of each, in the same order
     * @throws IllegalArgumentException when the own id of one is another's; nothing is written then
     */
    List<Recorded> recordAll(List<SourceRecord> records);

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
     * Takes a record out: its person was erased.
     *
     * @param key the key; one that is not there is no mistake
     */
    void remove(RecordKey key);

    /**
     * All records, as of some moment during the call.
     *
     * @return by ascending key; close it after use
     */
    Stream<SourceRecord> all();
}
