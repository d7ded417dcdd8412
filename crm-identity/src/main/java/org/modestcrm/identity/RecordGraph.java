package org.modestcrm.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.modestcrm.source.RecordKey;

/** The records held, and which of them look alike. For one thread. */
final class RecordGraph {
    private final List<@Nullable Features> records = new ArrayList<>();
    private final Map<RecordKey, Integer> numbers = new HashMap<>();
    private final NeighbourTable neighbours = new NeighbourTable();
    private final BlockIndex index;
    private final MatchModel model;
    private final Scorer scorer;
    private final IdentitySettings settings;
    private final double enough;
    private final double worthAsking;
    private int[] seen = new int[1 << 10];
    private int stamp;
    private long comparisons;

    RecordGraph(MatchModel model, IdentitySettings settings) {
        this.model = model;
        this.settings = settings;
        this.scorer = new Scorer(model);
        this.index = new BlockIndex(settings.blockCap(), this::held);
        this.enough = Scorer.Score.weight(settings.autoProbability());
        this.worthAsking = Scorer.Score.weight(settings.reviewProbability());
    }

    Scorer scorer() {
        return scorer;
    }

    Features features(PersonRecord record) {
        return Features.of(record, settings.homeCountry()).without(model.generic());
    }

    /** The features of a number; those of a record that was removed are gone from every block that is read. */
    private Features held(int number) {
        Features record = records.get(number);
        return record == null ? Features.NOTHING : record;
    }

    @Nullable Features find(RecordKey key) {
        Integer number = numbers.get(key);
        return number == null ? null : records.get(number);
    }

    int size() {
        return numbers.size();
    }

    Set<RecordKey> keys() {
        return numbers.keySet();
    }

    long comparisons() {
        return comparisons;
    }

    BlockIndex index() {
        return index;
    }

    /** Takes a record in and compares it with those it may be one person with. */
    void add(Features record) {
        int number = records.size();
        if (number >= seen.length) {
            seen = Arrays.copyOf(seen, seen.length * 2);
        }
        stamp++;
        index.candidates(record, (other, kind) -> {
            if (seen[other] != stamp) {
                seen[other] = stamp;
                compare(record, number, other);
            }
        });
        records.add(record);
        numbers.put(record.key, number);
        index.post(number, record);
    }

    private void compare(Features record, int number, int other) {
        Features known = records.get(other);
        if (known != null) {
            comparisons++;
            Comparison comparison = Comparison.of(record, known);
            Scorer.Score score = scorer.score(comparison);
            double household = comparison.sharesHome() ? score.household() : Double.NEGATIVE_INFINITY;
            if (score.weight() >= worthAsking || household >= enough) {
                neighbours.add(number, other, new Scorer.Score(score.weight(), household));
            }
        }
    }

    void remove(RecordKey key) {
        Integer number = numbers.remove(key);
        if (number != null) {
            records.set(number, null);
        }
    }

    /** Takes a neighbour. */
    interface Neighbours {
        void accept(Features other, double weight, double household);
    }

    void neighbours(RecordKey key, Neighbours taker) {
        Integer number = numbers.get(key);
        if (number != null) {
            neighbours.forEach(number, (other, weight, household) -> {
                Features known = records.get(other);
                if (known != null) {
                    taker.accept(known, weight, household);
                }
            });
        }
    }

    /** All records that may be one person with a record, by sure pairs and by what staff confirmed. */
    List<Features> component(RecordKey start, Pins pins) {
        Set<RecordKey> reached = new TreeSet<>(Set.of(start));
        Deque<RecordKey> open = new ArrayDeque<>(reached);
        List<Features> members = new ArrayList<>();
        while (!open.isEmpty()) {
            RecordKey key = open.remove();
            Features record = find(key);
            if (record != null) {
                members.add(record);
                neighbours(key, (other, weight, household) -> {
                    if (weight >= enough && reached.add(other.key)) {
                        open.add(other.key);
                    }
                });
                pins.confirmedWith(key).stream().filter(reached::add).forEach(open::add);
            }
        }
        return members;
    }

    /** The pairs among records that may be one person, confirmed ones first. */
    List<Gathering.Pair> pairs(List<Features> members, Pins pins) {
        List<Gathering.Pair> pairs = new ArrayList<>();
        for (Features record : members) {
            neighbours(record.key, (other, weight, household) -> {
                if (weight >= enough && record.key.compareTo(other.key) < 0) {
                    pairs.add(new Gathering.Pair(record, other, weight));
                }
            });
            pins.confirmedWith(record.key).stream().sorted().forEach(key -> {
                Features other = find(key);
                if (other != null && record.key.compareTo(key) < 0) {
                    pairs.add(0, new Gathering.Pair(record, other, score(record, other)));
                }
            });
        }
        return pairs;
    }

    double score(Features one, Features other) {
        return scorer.score(Comparison.of(one, other)).weight();
    }
}
