package org.modestcrm.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.modestcrm.customer.Identifier;

/**
 * Whose value is shown, field by field. Pins come before every rule; where a rule cannot tell two values apart the later
 * change decides, then the lesser record key, so that the outcome never depends on the order of records. Immutable.
 */
public final class Survivorship {
    private final Map<Field, SurvivorshipRule> rules;
    private final List<String> sources;

    private Survivorship(Builder from) {
        this.rules = Map.copyOf(from.rules);
        this.sources = List.copyOf(from.sources);
    }

    /**
     * The last change of a field is shown.
     *
     * @return {@link SurvivorshipRule#LAST_UPDATED} for all fields
     */
    public static Survivorship lastUpdated() {
        return builder().build();
    }

    /**
     * Begins a choice of rules.
     *
     * @return a builder with {@link SurvivorshipRule#LAST_UPDATED} for all fields
     */
    public static Builder builder() {
        return new Builder();
    }

    /** The shown value of a field with its origin, empty when no record has one. */
    Optional<FieldOrigin> origin(Field field, List<SourceRecord> records) {
        List<SourceRecord> having = records.stream()
                .filter(record -> field.read(record.said()).isPresent())
                .toList();
        if (having.isEmpty()) {
            return Optional.empty();
        }
        boolean pinned = having.stream().anyMatch(record -> record.pinned().contains(field));
        SurvivorshipRule rule = pinned
                ? SurvivorshipRule.PINNED
                : Objects.requireNonNullElse(rules.get(field), SurvivorshipRule.LAST_UPDATED);
        List<SourceRecord> best = new ArrayList<>(having);
        best.sort(order(rule, field, having)
                .thenComparing(record -> age(field, record), Comparator.reverseOrder())
                .thenComparing(SourceRecord::key));
        SourceRecord winner = best.get(0);
        List<FieldOrigin.Losing> losing = best.stream()
                .skip(1)
                .filter(record -> !value(field, record).equals(value(field, winner)))
                .map(record -> new FieldOrigin.Losing(record.key(), age(field, record), value(field, record)))
                .toList();
        return Optional.of(new FieldOrigin(winner.key(), age(field, winner), rule, value(field, winner), losing));
    }

    private static Object value(Field field, SourceRecord record) {
        return field.read(record.said()).orElseThrow();
    }

    private static Instant age(Field field, SourceRecord record) {
        return record.ages().getOrDefault(field, record.changedAt());
    }

    private Comparator<SourceRecord> order(SurvivorshipRule rule, Field field, List<SourceRecord> records) {
        return switch (rule) {
            case PINNED -> Comparator.comparing(record -> !record.pinned().contains(field));
            case SOURCE_PRIORITY -> Comparator.comparingInt(this::rank);
            case VERIFIED -> Comparator.comparing(Survivorship::verifiedAt, Comparator.reverseOrder());
            case LAST_UPDATED -> Comparator.comparing(record -> age(field, record), Comparator.reverseOrder());
            case OLDEST -> Comparator.comparing(SourceRecord::firstSeenAt);
            case MOST_COMPLETE -> Comparator.comparingInt(record -> -field.completeness(value(field, record)));
            case MOST_FREQUENT ->
                Comparator.comparingLong(record -> -records.stream()
                        .filter(other -> value(field, other).equals(value(field, record)))
                        .count());
        };
    }

    private int rank(SourceRecord record) {
        int rank = sources.indexOf(record.key().source());
        return rank < 0 ? sources.size() : rank;
    }

    private static Instant verifiedAt(SourceRecord record) {
        return record.said().identifiers().stream()
                .map(Identifier::verifiedAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** Collects rules. For one thread. */
    public static final class Builder {
        private final Map<Field, SurvivorshipRule> rules = new HashMap<>();
        private final List<String> sources = new ArrayList<>();

        private Builder() {}

        /**
         * Sets the rule of a field.
         *
         * @param field which field
         * @param rule any but {@link SurvivorshipRule#PINNED}, which records carry themselves
         * @return this
         */
        public Builder rule(Field field, SurvivorshipRule rule) {
            if (rule == SurvivorshipRule.PINNED) {
                throw new IllegalArgumentException(
                        "rule of " + field + ": PINNED (expected: another; a record pins with SourceRecord.pinning)");
            }
            rules.put(field, rule);
            return this;
        }

        /**
         * Sets the order of sources for {@link SurvivorshipRule#SOURCE_PRIORITY}.
         *
         * @param names best first; sources not named come last
         * @return this
         */
        public Builder sources(String... names) {
            sources.clear();
            sources.addAll(List.of(names));
            return this;
        }

        /**
         * The rules.
         *
         * @return never null
         */
        public Survivorship build() {
            return new Survivorship(this);
        }
    }
}
