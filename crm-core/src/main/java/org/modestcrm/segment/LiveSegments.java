package org.modestcrm.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.segment.SegmentChange.Cause;
import org.modestcrm.segment.SegmentChange.Kind;

/**
 * Keeps who is in which segment current: customers are looked at again when something is recorded about them, and when
 * their memberships are due to change although nothing is. Nobody else is touched.
 *
 * <pre>{@code
 * LiveSegments<CustomerHistory> live = LiveSegments.of(segments, context);
 * crm.subscribe(Event.OrderRecorded.class, event -> live.recorded(historyOf(event), clock.instant()).forEach(this::tell));
 * executor.scheduleAtFixedRate(() -> live.due(clock.instant(), 1_000, this::historyOf).forEach(this::tell), ...);
 * }</pre>
 *
 * <p>Time-driven changes carry the exact instant at which they came about, however late {@link #due} is called. Held in
 * memory: after a start, record every customer once. Thread-safe.
 *
 * @param <C> the class of a customer
 */
public final class LiveSegments<C> {
    private final Segments<C> segments;
    private final EvaluationContext context;
    private final Function<? super C, String> key;
    private final Map<String, Memberships> memberships = new HashMap<>();
    private final TreeMap<Instant, Set<String>> queue = new TreeMap<>();

    private LiveSegments(Segments<C> segments, EvaluationContext context, Function<? super C, String> key) {
        this.segments = segments;
        this.context = context;
        this.key = key;
    }

    /**
     * Nobody yet.
     *
     * @param segments which segments; their catalogue has a {@link FactCatalogue.Builder#key}
     * @param context zone, rates and policies; its moment does not matter
     * @param <C> the class of a customer
     * @return knows no customer until one is recorded
     * @throws IllegalArgumentException when the catalogue has no key
     */
    public static <C> LiveSegments<C> of(Segments<C> segments, EvaluationContext context) {
        Function<? super C, String> key = segments.key();
        if (key == null) {
            throw new IllegalArgumentException("customers have no key (expected: FactCatalogue.Builder.key)");
        }
        return new LiveSegments<>(segments, context, key);
    }

    /**
     * Looks at a customer again because something was recorded, corrected or taken back. Call {@link #due} first, so that
     * what time brought about before is told with its own instant.
     *
     * @param customer with all that is known now
     * @param now the moment
     * @return what the customer entered and left; may be empty
     */
    public synchronized List<SegmentChange> recorded(C customer, Instant now) {
        return turn(key.apply(customer), segments.at(context.withNow(now)).of(customer), Cause.FACT, now);
    }

    /**
     * Looks again at customers whose memberships were due to change, each at its own instant.
     *
     * @param now until when, included
     * @param atMost how many looks this call may take, so that it stays short; call again while {@link #nextDue} is not
     *     after now
     * @param customers finds a customer by key; whoever is not found any more is forgotten without a word
     * @return who entered and left what, by time
     */
    public synchronized List<SegmentChange> due(
            Instant now, int atMost, Function<String, Optional<? extends C>> customers) {
        List<SegmentChange> changes = new ArrayList<>();
        for (int looks = 0; looks < atMost; looks++) {
            Map.Entry<Instant, Set<String>> first = queue.firstEntry();
            if (first == null || first.getKey().isAfter(now)) {
                return changes;
            }
            Instant at = first.getKey();
            String customer = first.getValue().iterator().next();
            Optional<? extends C> found = customers.apply(customer);
            if (found.isPresent()) {
                Memberships then = segments.at(context.withNow(at)).of(found.get());
                changes.addAll(turn(customer, then, Cause.TIME, at));
            } else {
                forget(customer);
            }
        }
        return changes;
    }

    private List<SegmentChange> turn(String customer, Memberships now, Cause cause, Instant at) {
        Memberships before = memberships.put(customer, now);
        unfile(customer, before);
        now.validUntil()
                .ifPresent(until ->
                        queue.computeIfAbsent(until, unused -> new TreeSet<>()).add(customer));
        Set<String> then = before == null ? Set.of() : before.segments();
        List<SegmentChange> changes = new ArrayList<>();
        difference(then, now.segments())
                .forEach(segment -> changes.add(new SegmentChange(customer, segment, Kind.LEFT, cause, at)));
        difference(now.segments(), then)
                .forEach(segment -> changes.add(new SegmentChange(customer, segment, Kind.ENTERED, cause, at)));
        return changes;
    }

    private static List<String> difference(Collection<String> all, Set<String> without) {
        return all.stream().filter(one -> !without.contains(one)).toList();
    }

    private void unfile(String customer, @Nullable Memberships before) {
        if (before != null) {
            before.validUntil()
                    .ifPresent(until -> queue.computeIfPresent(until, (at, customers) -> {
                        customers.remove(customer);
                        return customers.isEmpty() ? null : customers;
                    }));
        }
    }

    /**
     * Forgets a customer, as when one is erased.
     *
     * @param customer the key; of nobody does nothing
     */
    public synchronized void forget(String customer) {
        unfile(customer, memberships.remove(customer));
    }

    /**
     * The segments of a customer as of the last look.
     *
     * @param customer the key
     * @return ids; empty for an unknown customer
     */
    public synchronized Set<String> segmentsOf(String customer) {
        Memberships known = memberships.get(customer);
        return known == null ? Set.of() : known.segments();
    }

    /**
     * The members of a segment as of the last looks.
     *
     * @param segment its id
     * @return keys of customers; may be empty
     */
    public synchronized Set<String> members(String segment) {
        Set<String> members = new HashSet<>();
        memberships.forEach((customer, known) -> {
            if (known.segments().contains(segment)) {
                members.add(customer);
            }
        });
        return Set.copyOf(members);
    }

    /**
     * When {@link #due} has something to do next.
     *
     * @return empty when time changes nothing any more
     */
    public synchronized Optional<Instant> nextDue() {
        return queue.isEmpty() ? Optional.empty() : Optional.of(queue.firstKey());
    }
}
