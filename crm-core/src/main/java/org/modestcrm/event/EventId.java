package org.modestcrm.event;

/**
 * The number of an event, by which a listener knows one it has already seen.
 *
 * @param value 1 or more, rising in the order of publication within one {@code Crm}
 */
public record EventId(long value) implements Comparable<EventId> {
    @Override
    public int compareTo(EventId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
