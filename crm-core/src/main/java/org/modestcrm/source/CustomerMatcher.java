package org.modestcrm.source;

import java.util.List;

/**
 * Finds which records are one person. A port: crm-identity has an implementation that learns from the shop's records, and
 * a shop may bring its own. Who imports records hands each to the matcher after it is stored. Thread-safe.
 */
public interface CustomerMatcher {
    /**
     * Takes a record in, new or changed, and records the links it finds. What a person decided, confirmed or forbidden,
     * is never replaced.
     *
     * @param record what the source says now
     * @return the links held of the record after that, by the other record's key; may be empty
     */
    List<RecordLink> match(SourceRecord record);
}
