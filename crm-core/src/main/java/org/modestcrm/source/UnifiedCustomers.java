package org.modestcrm.source;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.source.RecordLink.Evidence;

/**
 * Customers put together from source records, and taken apart again.
 *
 * <pre>{@code
 * UnifiedCustomers customers = new UnifiedCustomers(records, links, Survivorship.lastUpdated());
 * customers.merge(CustomerId.of("17"), CustomerId.of("93"), Decision.by("claire", "same loyalty card", now));
 * customers.find(CustomerId.of("93"));   // the one customer, under the older id
 * customers.unmerge(CustomerId.of("17"), CustomerId.of("93"), Decision.by("claire", "mother and daughter", now));
 * }</pre>
 *
 * <p>The id of the record seen first survives, the others are aliases for good. Nothing is copied or moved by a merge, so
 * that taking it back restores both sides exactly. Thread-safe when its stores are; decisions are taken one at a time.
 */
public final class UnifiedCustomers {
    private final SourceRecords records;
    private final RecordLinks links;
    private final Survivorship survivorship;

    /**
     * Customers over these stores.
     *
     * @param records what the sources say
     * @param links which records are one person
     * @param survivorship whose value is shown
     */
    public UnifiedCustomers(SourceRecords records, RecordLinks links, Survivorship survivorship) {
        this.records = records;
        this.links = links;
        this.survivorship = survivorship;
    }

    /**
     * Who decides that records are one person or two, why and when.
     *
     * @param by a code of the person or proof
     * @param why a sentence for staff
     * @param at when
     */
    public record Decision(String by, String why, Instant at) {
        /**
         * A decision.
         *
         * @param by a code of the person or proof
         * @param why a sentence for staff
         * @param at when
         * @return the decision
         */
        public static Decision by(String by, String why, Instant at) {
            return new Decision(by, why, at);
        }
    }

    /**
     * The customer of an id.
     *
     * @param id the surviving id or an alias
     * @return empty when no record has this id
     */
    public Optional<UnifiedCustomer> find(CustomerId id) {
        return records.findByOwnId(id).map(record -> unify(joined(record.key())));
    }

    /**
     * The customer a record is part of.
     *
     * @param key the record
     * @return empty when there is no such record
     */
    public Optional<UnifiedCustomer> find(RecordKey key) {
        return records.find(key).map(record -> unify(joined(key)));
    }

    /**
     * Makes two customers one.
     *
     * @param one an id of the first
     * @param other an id of the second
     * @param decision who says so
     * @return the one customer
     * @throws IllegalArgumentException when an id is unknown, both are one already, or somebody told records of the two
     *     apart
     */
    public synchronized UnifiedCustomer merge(CustomerId one, CustomerId other, Decision decision) {
        SourceRecord first = existing(one);
        SourceRecord second = existing(other);
        Set<RecordKey> left = joined(first.key());
        Set<RecordKey> right = joined(second.key());
        if (left.contains(second.key())) {
            throw new IllegalArgumentException(
                    "customers " + one + " and " + other + " are one already (expected: two different customers)");
        }
        RecordPair pair = RecordPair.of(first.key(), second.key());
        forbiddenBetween(left, right).filter(link -> !link.pair().equals(pair)).ifPresent(link -> {
            throw new IllegalArgumentException("customers " + one + " and " + other + " were told apart: " + link
                    + " (expected: that decision taken back first, with allow)");
        });
        Set<RecordKey> both = new TreeSet<>(left);
        both.addAll(right);
        UnifiedCustomer joined = unify(both);
        links.record(new RecordLink(
                pair, LinkStatus.CONFIRMED, Evidence.stated(decision.why()), decision.by(), decision.at()));
        return joined;
    }

    /**
     * Takes the link of two records back: they are two persons. Both sides are again what they were.
     *
     * @param one the id under which one record came in
     * @param other the id under which the other came in
     * @param decision who says so
     * @throws IllegalArgumentException when an id is unknown or other links still hold the two together; the message names
     *     them
     */
    public synchronized void unmerge(CustomerId one, CustomerId other, Decision decision) {
        RecordKey first = existing(one).key();
        RecordKey second = existing(other).key();
        RecordPair pair = RecordPair.of(first, second);
        List<RecordKey> still = path(first, second, pair);
        if (!still.isEmpty()) {
            throw new IllegalArgumentException("customers " + one + " and " + other + " are also held together by "
                    + still + " (expected: those links taken back first)");
        }
        links.record(new RecordLink(
                pair, LinkStatus.FORBIDDEN, Evidence.stated(decision.why()), decision.by(), decision.at()));
    }

    /**
     * Takes back that two records were told apart; they are not joined by that, but may be again.
     *
     * @param one the id under which one record came in
     * @param other the id under which the other came in
     * @param decision who says so
     */
    public synchronized void allow(CustomerId one, CustomerId other, Decision decision) {
        RecordPair pair = RecordPair.of(existing(one).key(), existing(other).key());
        if (links.find(pair)
                .filter(link -> link.status() == LinkStatus.FORBIDDEN)
                .isEmpty()) {
            throw new IllegalArgumentException(
                    "customers " + one + " and " + other + " were not told apart (expected: a forbidden pair)");
        }
        links.record(
                new RecordLink(pair, LinkStatus.REVIEW, Evidence.stated(decision.why()), decision.by(), decision.at()));
    }

    /**
     * What the records of a customer say once somebody changed the customer as shown. A single record says what was
     * given. Of several, the one whose id survived takes what was added or changed, and decides the fields that were
     * changed; what was taken away is taken from every record that says it.
     *
     * @param shown the customer before
     * @param given the customer after
     * @param at when
     * @return the records that changed, to be kept by the caller; empty when none did
     */
    public List<SourceRecord> edited(UnifiedCustomer shown, Customer given, Instant at) {
        List<SourceRecord> before = shown.records().stream()
                .map(records::find)
                .flatMap(Optional::stream)
                .toList();
        Edit edit = new Edit(shown.customer(), given);
        return before.stream()
                .map(record -> {
                    Instant when = at.isBefore(record.changedAt()) ? record.changedAt() : at;
                    if (before.size() == 1) {
                        return record.changed(given, when);
                    }
                    boolean own = record.said().id().equals(given.id());
                    return own
                            ? record.changed(edit.own(record.said()), when).alsoPinning(edit.fields())
                            : record.changed(edit.other(record.said()), when);
                })
                .filter(record -> !before.contains(record))
                .toList();
    }

    private SourceRecord existing(CustomerId id) {
        return records.findByOwnId(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "customer " + id + " is unknown (expected: the id of a source record)"));
    }

    private Optional<RecordLink> forbiddenBetween(Set<RecordKey> left, Set<RecordKey> right) {
        return left.stream()
                .flatMap(key -> links.of(key).stream())
                .filter(link -> link.status() == LinkStatus.FORBIDDEN)
                .filter(link -> right.contains(link.pair().first())
                        || right.contains(link.pair().second()))
                .findFirst();
    }

    private Set<RecordKey> joined(RecordKey start) {
        Set<RecordKey> reached = new TreeSet<>(Set.of(start));
        Deque<RecordKey> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            RecordKey key = open.remove();
            for (RecordLink link : links.of(key)) {
                if (link.status().joins() && reached.add(link.pair().other(key))) {
                    open.add(link.pair().other(key));
                }
            }
        }
        return reached;
    }

    /** The records between two, without using one pair; empty when there is no other way. */
    private List<RecordKey> path(RecordKey from, RecordKey to, RecordPair without) {
        Deque<List<RecordKey>> open = new ArrayDeque<>(List.of(List.of(from)));
        Set<RecordKey> reached = new LinkedHashSet<>(Set.of(from));
        while (!open.isEmpty()) {
            List<RecordKey> way = open.remove();
            RecordKey last = way.get(way.size() - 1);
            if (last.equals(to)) {
                return way;
            }
            for (RecordLink link : links.of(last)) {
                RecordKey next = link.pair().other(last);
                if (link.status().joins() && !link.pair().equals(without) && reached.add(next)) {
                    List<RecordKey> longer = new ArrayList<>(way);
                    longer.add(next);
                    open.add(longer);
                }
            }
        }
        return List.of();
    }

    private UnifiedCustomer unify(Set<RecordKey> keys) {
        List<SourceRecord> joined =
                keys.stream().map(records::find).flatMap(Optional::stream).toList();
        List<SourceRecord> newestFirst = joined.stream()
                .sorted(Comparator.comparing(SourceRecord::changedAt).reversed().thenComparing(SourceRecord::key))
                .toList();
        Customer.Builder shown = Customer.builder(survivingId(joined));
        for (SourceRecord record : newestFirst) {
            record.said().identifiers().forEach(shown::identifier);
            record.said().addressBook().forEach(shown::address);
        }
        // of one address in two records the newer one's delivery state holds: a contact point replaces an earlier one
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            newestFirst.get(i).said().contactPoints().forEach(shown::contactPoint);
            newestFirst.get(i).said().preferences().forEach(shown::preference);
        }
        Map<Field, FieldOrigin> origins = new HashMap<>();
        for (Field field : Field.of(joined.stream().map(SourceRecord::said).toList())) {
            survivorship.origin(field, joined).ifPresent(origin -> {
                field.write(shown, origin.value());
                origins.put(field, origin);
            });
        }
        Set<CustomerId> ids =
                new TreeSet<>(joined.stream().map(record -> record.said().id()).toList());
        return new UnifiedCustomer(shown.build(), ids, List.copyOf(keys), origins);
    }

    private static CustomerId survivingId(List<SourceRecord> joined) {
        return joined.stream()
                .min(Comparator.comparing(SourceRecord::firstSeenAt).thenComparing(SourceRecord::key))
                .orElseThrow()
                .said()
                .id();
    }
}
