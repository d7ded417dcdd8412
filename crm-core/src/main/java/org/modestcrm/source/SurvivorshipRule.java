package org.modestcrm.source;

/** Why the value of one record is shown and not that of another. */
public enum SurvivorshipRule {
    /** Its record decides this field by the word of a person. */
    PINNED,
    /** Its source comes first in the order the shop gave. */
    SOURCE_PRIORITY,
    /** Its record has an identifier the customer proved, the latest such. */
    VERIFIED,
    /** Its record changed this field last. */
    LAST_UPDATED,
    /** Most records say so. */
    MOST_FREQUENT,
    /** It tells most. */
    MOST_COMPLETE,
    /** Its record was there first. */
    OLDEST
}
