package org.modestcrm.source;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modestcrm.customer.Customer;
import org.modestcrm.internal.Times;

/**
 * What one source says of one person, and since when it says each part. Immutable.
 *
 * <p>The id of what it says is the one the person has while no other record is linked to this one.
 */
public final class SourceRecord {
    private final RecordKey key;
    private final Customer said;
    private final Instant firstSeenAt;
    private final Instant changedAt;
    private final Map<Field, Instant> ages;
    private final Set<Field> pinned;

    private SourceRecord(Builder from) {
        this.key = from.key;
        this.said = from.said;
        this.firstSeenAt = from.firstSeenAt;
        this.changedAt = from.changedAt;
        Map<Field, Instant> all = new TreeMap<>();
        for (Field field : Field.of(List.of(said))) {
            if (field.read(said).isPresent()) {
                all.put(field, from.ages.getOrDefault(field, changedAt));
            }
        }
        this.ages = Collections.unmodifiableMap(all);
        this.pinned = Collections.unmodifiableSet(new TreeSet<>(from.pinned));
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
        return builder(key, said).firstSeenAt(at).changedAt(at).build();
    }

    /**
     * Begins a record, for who reads one from a store.
     *
     * @param key which record of which source
     * @param said what it says
     * @return a builder that still needs the times
     */
    public static Builder builder(RecordKey key, Customer said) {
        return new Builder(key, said);
    }

    private Builder toBuilder(Customer now) {
        Builder builder = new Builder(key, now);
        builder.firstSeenAt = firstSeenAt;
        builder.changedAt = changedAt;
        builder.ages.putAll(ages);
        builder.pinned.addAll(pinned);
        return builder;
    }

    /**
     * The record after the source changed its mind. What it says as before keeps its age.
     *
     * @param now what it says now; the id stays
     * @param at when, not before the last change
     * @return a changed copy, the record itself when it says nothing new
     */
    public SourceRecord changed(Customer now, Instant at) {
        if (!now.id().equals(said.id())) {
            throw new IllegalArgumentException(
                    "record " + key + ", own id: " + now.id() + " (expected: " + said.id() + ", as before)");
        }
        if (Times.kept("at", at).isBefore(changedAt)) {
            throw new IllegalArgumentException("record " + key + ", changed at " + at
                    + " (expected: not before its last change at " + changedAt + ")");
        }
        if (now.equals(said)) {
            return this;
        }
        Builder builder = toBuilder(now).changedAt(at);
        for (Field field : Field.of(List.of(now))) {
            if (!field.read(now).equals(field.read(said))) {
                builder.age(field, at);
            }
        }
        return builder.build();
    }

    /**
     * The record with fields it decides.
     *
     * @param fields the fields, in place of those it decided before
     * @return a changed copy
     */
    public SourceRecord pinning(Field... fields) {
        Builder builder = toBuilder(said);
        builder.pinned.clear();
        for (Field field : fields) {
            builder.pin(field);
        }
        return builder.build();
    }

    /** The record deciding these fields too. */
    SourceRecord alsoPinning(Collection<Field> fields) {
        Builder builder = toBuilder(said);
        fields.forEach(builder::pin);
        return builder.build();
    }

    /**
     * Which record of which source.
     *
     * @return never null
     */
    public RecordKey key() {
        return key;
    }

    /**
     * What it says.
     *
     * @return a customer of version 0
     */
    public Customer said() {
        return said;
    }

    /**
     * When the source first spoke of the person; the oldest id of linked records survives.
     *
     * @return never null
     */
    public Instant firstSeenAt() {
        return firstSeenAt;
    }

    /**
     * When it last changed anything of what it says.
     *
     * @return not before it was first seen
     */
    public Instant changedAt() {
        return changedAt;
    }

    /**
     * Since when it says what it says of each field.
     *
     * @return one for each field it has a value of
     */
    public Map<Field, Instant> ages() {
        return ages;
    }

    /**
     * Fields in which this record outweighs all others, whatever the rule.
     *
     * @return may be empty
     */
    public Set<Field> pinned() {
        return pinned;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceRecord that
                && key.equals(that.key)
                && said.equals(that.said)
                && firstSeenAt.equals(that.firstSeenAt)
                && changedAt.equals(that.changedAt)
                && ages.equals(that.ages)
                && pinned.equals(that.pinned);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, said, firstSeenAt, changedAt);
    }

    @Override
    public String toString() {
        return "record " + key;
    }

    /** Collects the parts of a record. For one thread. */
    public static final class Builder {
        private final RecordKey key;
        private final Customer said;
        private Instant firstSeenAt = Instant.MAX;
        private Instant changedAt = Instant.MIN;
        private final Map<Field, Instant> ages = new TreeMap<>();
        private final Set<Field> pinned = new TreeSet<>();

        private Builder(RecordKey key, Customer said) {
            this.key = key;
            this.said = said.withVersion(0);
        }

        /**
         * Sets when the source first spoke of the person.
         *
         * @param value the instant
         * @return this
         */
        public Builder firstSeenAt(Instant value) {
            firstSeenAt = Times.kept("record " + key + ", firstSeenAt", value);
            return this;
        }

        /**
         * Sets when it last changed anything.
         *
         * @param value the instant
         * @return this
         */
        public Builder changedAt(Instant value) {
            changedAt = Times.kept("record " + key + ", changedAt", value);
            return this;
        }

        /**
         * Sets since when it says what it says of a field; the last change when not set.
         *
         * @param field the field
         * @param since the instant
         * @return this
         */
        public Builder age(Field field, Instant since) {
            ages.put(field, Times.kept("record " + key + ", " + field, since));
            return this;
        }

        /**
         * Adds a field in which this record outweighs all others.
         *
         * @param field the field
         * @return this
         */
        public Builder pin(Field field) {
            pinned.add(field);
            return this;
        }

        /**
         * The record.
         *
         * @return never null
         * @throws IllegalArgumentException when it changed before it was first seen, or a time is missing
         */
        public SourceRecord build() {
            if (changedAt.isBefore(firstSeenAt)) {
                throw new IllegalArgumentException("record " + key + ", changedAt: "
                        + (changedAt.equals(Instant.MIN) ? "missing" : changedAt)
                        + " (expected: not before it was first seen"
                        + (firstSeenAt.equals(Instant.MAX) ? ")" : " at " + firstSeenAt + ")"));
            }
            return new SourceRecord(this);
        }
    }
}
