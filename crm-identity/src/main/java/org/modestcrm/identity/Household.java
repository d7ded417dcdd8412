package org.modestcrm.identity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.modestcrm.source.RecordKey;

/** Persons who share a home, found by going from one to the next. */
final class Household {
    /** More persons than these share no home but a number or a mailbox: then it is the person's own household only. */
    private static final int MOST = 20;

    private Household() {}

    /** Ids of persons, least first. */
    static List<RecordKey> of(RecordKey start, Function<RecordKey, Set<RecordKey>> next) {
        Set<RecordKey> reached = new TreeSet<>(Set.of(start));
        Deque<RecordKey> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (RecordKey id : next.apply(open.remove())) {
                if (reached.add(id)) {
                    open.add(id);
                }
            }
            if (reached.size() > MOST) {
                return List.of(start);
            }
        }
        return List.copyOf(reached);
    }
}
