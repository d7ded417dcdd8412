package org.modestcrm.source;

import org.modestcrm.internal.Texts;

/**
 * Which record of which source.
 *
 * @param source the system it comes from: a code such as {@code webshop}
 * @param recordId its id there, 1 to 200 characters
 */
public record RecordKey(String source, String recordId) implements Comparable<RecordKey> {
    /**
     * Checks the texts.
     *
     * @param source the system
     * @param recordId the id there
     */
    public RecordKey {
        Texts.code("source", source);
        Texts.required("record id", recordId, 200);
    }

    /**
     * The key of a record.
     *
     * @param source the system it comes from
     * @param recordId its id there
     * @return the key
     */
    public static RecordKey of(String source, String recordId) {
        return new RecordKey(source, recordId);
    }

    @Override
    public int compareTo(RecordKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : recordId.compareTo(other.recordId);
    }

    @Override
    public String toString() {
        return source + "/" + recordId;
    }
}
