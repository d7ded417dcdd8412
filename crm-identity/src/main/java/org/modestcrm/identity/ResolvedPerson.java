package org.modestcrm.identity;

import java.util.List;
import org.modestcrm.source.RecordKey;

/**
 * A person, as found: records, and the household it belongs to.
 *
 * @param id the least key among its records
 * @param records by key, at least one
 * @param household the least key among the records of the household
 */
public record ResolvedPerson(RecordKey id, List<RecordKey> records, RecordKey household) {
    /**
     * Copies the list.
     *
     * @param id the least key
     * @param records all keys
     * @param household the least key of the household
     */
    public ResolvedPerson {
        records = List.copyOf(records);
    }
}
