package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordPair;

/**
 * Gathers records that may be one person into persons: strongest pair first, and each time the two groups are compared as
 * wholes, best agreement of all their records counting. So a father and a son of one name, whose records look alike pair
 * by pair, stay two when their birth dates, numbers and mailboxes differ, and no chain of look-alikes makes one person of
 * many. The outcome depends on the records and the pairs alone, not on the order they came in. For one thread.
 */
final class Gathering {
    private final Scorer scorer;
    private final IdentitySettings settings;
    private final Pins pins;
    private final double enough;
    private final Map<RecordKey, Group> groups = new HashMap<>();
    private final Map<RecordPair, Comparison> compared = new HashMap<>();
    private final List<Pair> links = new ArrayList<>();

    Gathering(Scorer scorer, IdentitySettings settings, Pins pins) {
        this.scorer = scorer;
        this.settings = settings;
        this.pins = pins;
        this.enough = Scorer.Score.weight(settings.autoProbability());
    }

    /** Two records and how much they look alike. */
    record Pair(Features one, Features other, double weight) {
        RecordPair keys() {
            return RecordPair.of(one.key, other.key);
        }
    }

    /** Records of one person. */
    static final class Group {
        private final List<Features> members = new ArrayList<>(2);
        private final Set<RecordKey> keys = new HashSet<>(2);

        private Group(Features first) {
            members.add(first);
            keys.add(first.key);
        }

        List<Features> members() {
            return members;
        }

        RecordKey least() {
            return keys.stream().min(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /** The groups, each with at least one of the records. */
    List<Group> gather(List<Features> records, List<Pair> pairs) {
        records.forEach(record -> groups.put(record.key, new Group(record)));
        pairs.stream().filter(pair -> pins.isConfirmed(pair.keys())).forEach(this::join);
        pairs.stream()
                .filter(pair -> !pins.isConfirmed(pair.keys()))
                .sorted(Comparator.comparingDouble((Pair pair) -> -pair.weight())
                        .thenComparing(pair -> pair.keys().first())
                        .thenComparing(pair -> pair.keys().second()))
                .forEach(this::consider);
        return groups.values().stream().distinct().toList();
    }

    /** The pairs by which groups were joined: one less than a person has records. */
    List<Pair> links() {
        return links;
    }

    private void consider(Pair pair) {
        Group one = group(pair.one());
        Group other = group(pair.other());
        if (one != other && fit(one, other)) {
            join(pair);
        }
    }

    private Group group(Features record) {
        Group group = groups.get(record.key);
        if (group == null) {
            throw new IllegalStateException("record " + record.key + " is not among those gathered");
        }
        return group;
    }

    private boolean fit(Group one, Group other) {
        return one.members.size() + other.members.size() <= settings.largestPerson()
                && !pins.forbid(one.keys, other.keys)
                && withinLimits(one, other)
                && alike(one, other);
    }

    private boolean withinLimits(Group one, Group other) {
        return settings.limits().entrySet().stream().allMatch(limit -> {
            String kind = limit.getKey() + '\n';
            Set<String> values = new HashSet<>();
            List.of(one, other)
                    .forEach(group -> group.members.forEach(member -> {
                        for (String identifier : member.identifiers) {
                            if (identifier.startsWith(kind)) {
                                values.add(identifier);
                            }
                        }
                    }));
            return values.size() <= limit.getValue();
        });
    }

    /** Whether the best agreement of all records of both outweighs what never agrees although it could. */
    private boolean alike(Group one, Group other) {
        Comparison best = null;
        int mailboxes = 0;
        int numbers = 0;
        for (Features a : one.members) {
            for (Features b : other.members) {
                Comparison pair = compared.computeIfAbsent(RecordPair.of(a.key, b.key), key -> Comparison.of(a, b));
                best = best == null ? pair : best.best(pair);
                mailboxes += pair.says(Evidence.EMAIL) ? 1 : 0;
                numbers += pair.says(Evidence.PHONE) ? 1 : 0;
            }
        }
        if (best == null) {
            throw new IllegalStateException("a group without records");
        }
        Comparison whole = one.members.size() + other.members.size() == 2 ? best : best.withoutGuesses();
        double doubt = scorer.doubt(whole, Evidence.EMAIL, mailboxes) + scorer.doubt(whole, Evidence.PHONE, numbers);
        return scorer.score(whole).weight() - doubt >= enough;
    }

    private void join(Pair pair) {
        Group one = group(pair.one());
        Group other = group(pair.other());
        if (one != other) {
            Group larger = one.members.size() >= other.members.size() ? one : other;
            Group smaller = larger == one ? other : one;
            larger.members.addAll(smaller.members);
            larger.keys.addAll(smaller.keys);
            smaller.keys.forEach(key -> groups.put(key, larger));
            links.add(pair);
        }
    }
}
