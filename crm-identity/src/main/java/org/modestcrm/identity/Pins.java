package org.modestcrm.identity;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordPair;

/** What people decided of pairs: one person, or two. For one thread. */
final class Pins {
    private final Map<RecordPair, LinkStatus> decided = new HashMap<>();
    private final Map<RecordKey, Set<RecordKey>> confirmed = new HashMap<>();
    private final Map<RecordKey, Set<RecordKey>> forbidden = new HashMap<>();

    void set(RecordPair pair, LinkStatus status) {
        remove(pair);
        if (status == LinkStatus.CONFIRMED) {
            refuseContradiction(pair, reachable(pair.first()), reachable(pair.second()));
        } else if (reachable(pair.first()).contains(pair.second())) {
            throw new IllegalArgumentException("records " + pair
                    + ": told apart, but confirmed as one through other records (expected: those taken back first)");
        }
        decided.put(pair, status);
        side(status, pair.first()).add(pair.second());
        side(status, pair.second()).add(pair.first());
    }

    private void refuseContradiction(RecordPair pair, Set<RecordKey> left, Set<RecordKey> right) {
        for (RecordKey key : left) {
            for (RecordKey other : forbidden.getOrDefault(key, Set.of())) {
                if (right.contains(other)) {
                    throw new IllegalArgumentException("records " + pair + ": confirmed as one, but "
                            + RecordPair.of(key, other) + " were told apart (expected: that taken back first)");
                }
            }
        }
    }

    private Set<RecordKey> side(LinkStatus status, RecordKey key) {
        Map<RecordKey, Set<RecordKey>> sides = status == LinkStatus.CONFIRMED ? confirmed : forbidden;
        return sides.computeIfAbsent(key, k -> new HashSet<>(2));
    }

    void remove(RecordPair pair) {
        LinkStatus status = decided.remove(pair);
        if (status != null) {
            side(status, pair.first()).remove(pair.second());
            side(status, pair.second()).remove(pair.first());
        }
    }

    Set<RecordKey> confirmedWith(RecordKey key) {
        return confirmed.getOrDefault(key, Set.of());
    }

    boolean isConfirmed(RecordPair pair) {
        return decided.get(pair) == LinkStatus.CONFIRMED;
    }

    boolean isForbidden(RecordPair pair) {
        return decided.get(pair) == LinkStatus.FORBIDDEN;
    }

    /** Whether somebody told a record of one group and one of the other apart. */
    boolean forbid(Collection<RecordKey> group, Collection<RecordKey> other) {
        for (RecordKey key : group) {
            Set<RecordKey> apart = forbidden.getOrDefault(key, Set.of());
            if (!apart.isEmpty() && other.stream().anyMatch(apart::contains)) {
                return true;
            }
        }
        return false;
    }

    private Set<RecordKey> reachable(RecordKey start) {
        Set<RecordKey> reached = new HashSet<>(List.of(start));
        Deque<RecordKey> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (RecordKey next : confirmedWith(open.remove())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
