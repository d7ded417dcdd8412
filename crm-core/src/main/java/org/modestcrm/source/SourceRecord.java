package org.modestcrm.source;

import java.time.Instant;
import java.util.Set;
import org.modestcrm.customer.Customer;

/**
 * What one source says of one person.
 *
 * @param key which record of which source
 * @param said what it says; its id is the one the person has while no other record is linked to this one
 * @param firstSeenAt when the source first spoke of the person; the oldest id of linked records survives
 * @param changedAt when it last changed what it says
 * @param pinned fields in which this record outweighs all others, whatever the rule
 */
public record SourceRecord(RecordKey key, Customer said, Instant firstSeenAt, Instant changedAt, Set<Field> pinned) {
    /**
     * Checks the times and copies the set.
     *
     * @param key which record
     * @param said what it says
     * @param firstSeenAt when it first spoke
     * @param changedAt when it last changed
     * @param pinned fields it decides
     */
    public SourceRecord {
        if (changedAt.isBefore(firstSeenAt)) {
            throw new IllegalArgumentException("record " + key + ", changedAt: " + changedAt
                    + " (expected: not before it was first seen at " + firstSeenAt + ")");
        }
        said = said.withVersion(0);
        pinned = Set.copyOf(pinned);
    }

    /**
     * A record seen for the first time.
     *
     * @param key which record of which source
     * @param said what it says
     * @param at when
     * @return the record
     */
    public static SourceRecord of(RecordKey key, Customer said, Instant at) {
        return new SourceRecord(key, said, at, at, Set.of());
    }

    /**
     * The record after the source changed its mind.
     *
     * @param now what it says now; the id stays
     * @param at when, not before the last change
     * @return a changed copy
     */
    public SourceRecord changed(Customer now, Instant at) {
        if (at.isBefore(changedAt)) {
            throw new IllegalArgumentException("record " + key + ", changed at " + at
                    + " (expected: not before its last change at " + changedAt + ")");
        }
        return new SourceRecord(key, now, firstSeenAt, at, pinned);
    }

    /**
     * The record with fields it decides.
     *
     * @param fields the fields
     * @return a changed copy
     */
    public SourceRecord pinning(Field... fields) {
        return new SourceRecord(key, said, firstSeenAt, changedAt, Set.of(fields));
    }

    @Override
    public String toString() {
        return "record " + key;
    }
}
