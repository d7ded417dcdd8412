package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordPair;

/**
 * Keeps persons and households current while records come, change and go.
 *
 * <pre>{@code
 * MatchModel model = ModelTraining.train(records, IdentitySettings.standard());
 * IdentityResolver resolver = IdentityResolver.of(model, IdentitySettings.standard());
 * resolver.resolveAll(records);
 * Resolution answer = resolver.resolve(incoming);       // who is it?
 * resolver.explain(one, other).sentences(Locale.FRENCH) // why?
 * resolver.forbid(one, other);                          // no: mother and daughter
 * }</pre>
 *
 * <p>Records are kept in the form in which they are compared, in memory; the shop's store keeps them as given. The same
 * records make the same persons in whatever order they come, as long as no block is larger than
 * {@link IdentitySettings#blockCap()}; {@link #resolveAgain()} makes it so in any case. A change touches only the records
 * that may be one person with the changed one. Thread-safe.
 */
public final class IdentityResolver {
    private final MatchModel model;
    private final IdentitySettings settings;
    private final Pins pins = new Pins();
    private final Map<RecordKey, ResolvedGroup> groups = new HashMap<>();
    private RecordGraph graph;

    private IdentityResolver(MatchModel model, IdentitySettings settings) {
        this.model = model;
        this.settings = settings;
        this.graph = new RecordGraph(model, settings);
    }

    /** Records held to be one person, and the pairs that hold them together. */
    private record ResolvedGroup(RecordKey id, List<RecordKey> records, List<Gathering.Pair> links) {}

    /**
     * A resolver without records.
     *
     * @param model what it knows of records in general
     * @param settings how sure is sure enough
     * @return a resolver
     */
    public static IdentityResolver of(MatchModel model, IdentitySettings settings) {
        return new IdentityResolver(model, settings);
    }

    /**
     * Takes in one record and tells who it is. A record with a known key takes the place of the one held.
     *
     * @param record what a source says
     * @return who it is
     */
    public synchronized Resolution resolve(PersonRecord record) {
        if (graph.find(record.key()) != null) {
            remove(record.key());
        }
        graph.add(graph.features(record));
        regroup(record.key());
        return resolution(record.key());
    }

    /**
     * Takes in many records at once; faster than one by one, with the same outcome.
     *
     * @param records what sources say
     * @throws IllegalArgumentException when two of them have one key, or one is held already; nothing is taken in then
     */
    public synchronized void resolveAll(Collection<PersonRecord> records) {
        Set<RecordKey> keys = new HashSet<>();
        for (PersonRecord record : records) {
            if (!keys.add(record.key()) || graph.find(record.key()) != null) {
                throw new IllegalArgumentException(
                        "record " + record.key() + ": there twice (expected: each record of a source once)");
            }
        }
        records.stream()
                .sorted(Comparator.comparing(PersonRecord::key))
                .forEach(record -> graph.add(graph.features(record)));
        Set<RecordKey> grouped = new HashSet<>();
        keys.stream().sorted().forEach(key -> {
            if (!grouped.contains(key)) {
                grouped.addAll(regroup(key));
            }
        });
    }

    /**
     * Forgets a record. The persons it held together are resolved anew.
     *
     * @param key which
     * @return whether it was held
     */
    public synchronized boolean remove(RecordKey key) {
        if (graph.find(key) == null) {
            return false;
        }
        Set<RecordKey> touched = new TreeSet<>();
        graph.component(key, pins).forEach(record -> touched.add(record.key));
        touched.remove(key);
        graph.remove(key);
        groups.remove(key);
        touched.forEach(this::regroup);
        return true;
    }

    /** Compares all records anew, in the order of their keys, so that the outcome is that of the records alone. */
    public synchronized void resolveAgain() {
        RecordGraph before = graph;
        graph = new RecordGraph(model, settings);
        groups.clear();
        List<RecordKey> keys = before.keys().stream().sorted().toList();
        keys.forEach(key -> Optional.ofNullable(before.find(key)).ifPresent(graph::add));
        Set<RecordKey> grouped = new HashSet<>();
        keys.stream().filter(key -> !grouped.contains(key)).forEach(key -> grouped.addAll(regroup(key)));
    }

    private Set<RecordKey> regroup(RecordKey start) {
        List<Features> members = graph.component(start, pins);
        Gathering gathering = new Gathering(graph.scorer(), settings, pins);
        List<Gathering.Group> gathered = gathering.gather(members, graph.pairs(members, pins));
        Map<RecordKey, List<Gathering.Pair>> links = new HashMap<>();
        Map<RecordKey, RecordKey> ids = new HashMap<>();
        gathered.forEach(group -> group.members().forEach(member -> ids.put(member.key, group.least())));
        gathering
                .links()
                .forEach(link -> links.computeIfAbsent(
                                ids.getOrDefault(link.one().key, link.one().key), id -> new ArrayList<>(1))
                        .add(link));
        for (Gathering.Group group : gathered) {
            List<RecordKey> keys =
                    group.members().stream().map(member -> member.key).sorted().toList();
            RecordKey id = keys.get(0);
            ResolvedGroup resolved = new ResolvedGroup(id, keys, links.getOrDefault(id, List.of()));
            keys.forEach(key -> groups.put(key, resolved));
        }
        return ids.keySet();
    }

    /**
     * Holds what staff decided: the two records are one person, whatever they say.
     *
     * @param pair two records, held already or to come
     * @throws IllegalArgumentException when that contradicts another decision; the message names it
     */
    public synchronized void confirm(RecordPair pair) {
        pin(pair, LinkStatus.CONFIRMED);
    }

    /**
     * Holds what staff decided: the two records are two persons. Only the records around them are resolved anew.
     *
     * @param pair two records, held already or to come
     * @throws IllegalArgumentException when that contradicts another decision; the message names it
     */
    public synchronized void forbid(RecordPair pair) {
        pin(pair, LinkStatus.FORBIDDEN);
    }

    /**
     * Takes a decision of staff back; the records speak for themselves again.
     *
     * @param pair two records
     */
    public synchronized void release(RecordPair pair) {
        pins.remove(pair);
        regroup(pair.first());
        regroup(pair.second());
    }

    private void pin(RecordPair pair, LinkStatus status) {
        pins.set(pair, status);
        regroup(pair.first());
        regroup(pair.second());
    }

    /**
     * The person of a record.
     *
     * @param key the record
     * @return empty when it is not held
     */
    public synchronized Optional<ResolvedPerson> person(RecordKey key) {
        return Optional.ofNullable(groups.get(key))
                .map(group -> new ResolvedPerson(
                        group.id(), group.records(), household(group).get(0)));
    }

    /**
     * All persons.
     *
     * @return by id
     */
    public synchronized List<ResolvedPerson> persons() {
        Map<RecordKey, RecordKey> households = new HashMap<>();
        List<ResolvedPerson> persons = new ArrayList<>();
        groups.values().stream()
                .distinct()
                .sorted(Comparator.comparing(ResolvedGroup::id))
                .forEach(group -> {
                    if (!households.containsKey(group.id())) {
                        List<RecordKey> members = household(group);
                        members.forEach(member -> households.put(member, members.get(0)));
                    }
                    persons.add(new ResolvedPerson(
                            group.id(), group.records(), households.getOrDefault(group.id(), group.id())));
                });
        return persons;
    }

    /** The ids of the persons of a household, least first. */
    private List<RecordKey> household(ResolvedGroup start) {
        return Household.of(start.id(), id -> {
            Set<RecordKey> next = new TreeSet<>();
            for (RecordKey record : member(id).records()) {
                graph.neighbours(record, (other, weight, household) -> {
                    if (Scorer.Score.probability(household) >= settings.autoProbability()) {
                        next.add(member(other.key).id());
                    }
                });
            }
            return next;
        });
    }

    private ResolvedGroup member(RecordKey key) {
        return groups.getOrDefault(key, new ResolvedGroup(key, List.of(key), List.of()));
    }

    /**
     * All pairs of records that look like one person, whether they are merged or staff is asked.
     *
     * @return by keys
     */
    public synchronized List<MatchPair> pairs() {
        List<MatchPair> pairs = new ArrayList<>();
        groups.keySet().stream()
                .sorted()
                .forEach(key -> pairsOf(key).stream()
                        .filter(pair -> pair.pair().first().equals(key))
                        .forEach(pairs::add));
        return pairs;
    }

    /**
     * What staff is asked: pairs that look alike and are not merged.
     *
     * @return most alike first
     */
    public synchronized List<MatchPair> reviewQueue() {
        return pairs().stream()
                .filter(pair -> pair.status() == LinkStatus.REVIEW)
                .sorted(Comparator.comparingDouble(MatchPair::weight).reversed())
                .toList();
    }

    private List<MatchPair> pairsOf(RecordKey key) {
        List<MatchPair> pairs = new ArrayList<>();
        double worthAsking = Scorer.Score.weight(settings.reviewProbability());
        graph.neighbours(key, (other, weight, household) -> {
            if (weight >= worthAsking) {
                pairs.add(pair(RecordPair.of(key, other.key), weight));
            }
        });
        pairs.sort(Comparator.comparing(pair -> pair.pair().other(key)));
        return pairs;
    }

    private MatchPair pair(RecordPair pair, double weight) {
        return new MatchPair(pair, weight, Scorer.Score.probability(weight), status(pair));
    }

    private LinkStatus status(RecordPair pair) {
        if (pins.isConfirmed(pair)) {
            return LinkStatus.CONFIRMED;
        }
        if (pins.isForbidden(pair)) {
            return LinkStatus.FORBIDDEN;
        }
        boolean together =
                member(pair.first()).id().equals(member(pair.second()).id());
        return together ? LinkStatus.AUTO : LinkStatus.REVIEW;
    }

    private Resolution resolution(RecordKey key) {
        ResolvedGroup group = member(key);
        List<MatchPair> links = group.links().stream()
                .map(link -> pair(link.keys(), link.weight()))
                .toList();
        List<MatchPair> review = pairsOf(key).stream()
                .filter(pair -> pair.status() == LinkStatus.REVIEW)
                .sorted(Comparator.comparingDouble(MatchPair::weight).reversed())
                .toList();
        return new Resolution(
                new ResolvedPerson(group.id(), group.records(), household(group).get(0)), links, review);
    }

    /**
     * Tells why two records are held to be one person, or two.
     *
     * @param pair two records that are held
     * @return every step, with its weight
     * @throws IllegalArgumentException when one of them is not held
     */
    public synchronized MatchExplanation explain(RecordPair pair) {
        Features one = graph.find(pair.first());
        Features other = graph.find(pair.second());
        if (one == null || other == null) {
            throw new IllegalArgumentException("record " + (one == null ? pair.first() : pair.second())
                    + " is unknown (expected: a record that was resolved)");
        }
        Comparison comparison = Comparison.of(one, other);
        Scorer.Score score = graph.scorer().score(comparison);
        return new MatchExplanation(
                pair(pair, score.weight()),
                graph.scorer().steps(comparison),
                Scorer.Score.probability(score.household()),
                model.version());
    }

    /**
     * What was done so far.
     *
     * @return figures for operators
     */
    public synchronized IdentityReport report() {
        List<ResolvedGroup> persons = groups.values().stream().distinct().toList();
        int largest =
                persons.stream().mapToInt(group -> group.records().size()).max().orElse(0);
        Map<String, Long> skipped = new HashMap<>();
        graph.index().skipped().forEach((kind, count) -> skipped.put(kind.name(), count));
        return new IdentityReport(
                graph.size(),
                persons.size(),
                largest,
                graph.comparisons(),
                new IdentityReport.Blocks(graph.index().splitBlocks(), skipped));
    }
}
