package org.modestcrm.source;

import java.time.Instant;
import java.util.List;

/**
 * Where a shown value comes from.
 *
 * @param record which record says it
 * @param changedAt how old it is
 * @param rule why it is shown
 * @param value the value
 * @param losing other values that are not shown, best first
 */
public record FieldOrigin(
        RecordKey record, Instant changedAt, SurvivorshipRule rule, Object value, List<Losing> losing) {
    /**
     * Copies the list.
     *
     * @param record which record
     * @param changedAt how old
     * @param rule why
     * @param value the value
     * @param losing the others
     */
    public FieldOrigin {
        losing = List.copyOf(losing);
    }

    /**
     * A value that is not shown.
     *
     * @param record which record says it
     * @param changedAt how old it is
     * @param value the value
     */
    public record Losing(RecordKey record, Instant changedAt, Object value) {}

    /** Record and rule: the values stay out of logs. */
    @Override
    public String toString() {
        return "from " + record + " by " + rule + ", " + losing.size() + " losing";
    }
}
