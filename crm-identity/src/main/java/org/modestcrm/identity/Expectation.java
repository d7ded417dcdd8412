package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The fixed point that {@link ModelTraining} looks for. For one thread. */
final class Expectation {
    private static final Evidence[] ALL = Evidence.values();
    private static final int ROUNDS = 3;
    private static final int STEPS = 15;
    private static final int RANDOM_PAIRS = 200_000;
    private static final int MOST_PAIRS_IN_PASS = 60_000;
    private static final int FEWEST_PAIRS_IN_PASS = 50;
    private static final double SEEN_BEFOREHAND = 50;
    private static final double SEEN_BEFOREHAND_IN_PASS = 30;
    private static final long SEED = 7;
    /** More than that share of a person's records never differ in given name or birth date. */
    private static final double MOST_DIFFERENT = 0.12;
    /** The passes in which other persons of a household are met. */
    private static final Set<BlockKey> HOUSEHOLD_PASSES =
            EnumSet.of(BlockKey.ADDRESS, BlockKey.FAMILY_PLACE, BlockKey.PHONE);

    private final List<Features> records;
    private final MatchModel.Names names;
    private final LevelShares shipped = LevelShares.shipped();
    private final Map<BlockKey, List<Comparison>> passes = new EnumMap<>(BlockKey.class);
    private final List<Comparison> candidates = new ArrayList<>();
    private final double[][] random = LevelShares.counts();
    private final double[] householdGiven = new double[Evidence.GIVEN_NAME.levels()];
    private LevelShares shares = shipped;
    private double persons;
    private double households;

    Expectation(List<Features> records, MatchModel.Names names, int blockCap) {
        this.records = records;
        this.names = names;
        this.persons = records.size();
        this.households = records.size() / 2.0;
        compareCandidates(blockCap);
        compareAtRandom();
    }

    private void compareCandidates(int blockCap) {
        BlockIndex index = new BlockIndex(blockCap, records::get);
        for (int i = 0; i < records.size(); i++) {
            Features record = records.get(i);
            Map<Integer, Set<BlockKey>> found = new HashMap<>();
            index.candidates(
                    record,
                    (other, kind) -> found.computeIfAbsent(other, o -> EnumSet.noneOf(BlockKey.class))
                            .add(kind));
            found.forEach((other, kinds) -> {
                Comparison comparison = Comparison.of(records.get(other), record);
                candidates.add(comparison);
                kinds.forEach(kind ->
                        passes.computeIfAbsent(kind, k -> new ArrayList<>()).add(comparison));
            });
            index.post(i, record);
        }
    }

    private void compareAtRandom() {
        Random dice = new Random(SEED);
        int size = records.size();
        long pairs = Math.min(RANDOM_PAIRS, (long) size * (size - 1) / 4);
        for (long i = 0; i < pairs; i++) {
            int a = dice.nextInt(size);
            int b = dice.nextInt(size);
            if (a != b) {
                count(Comparison.of(records.get(a), records.get(b)), random, 1);
            }
        }
    }

    private static void count(Comparison comparison, double[][] counts, double weight) {
        for (int e = 0; e < ALL.length; e++) {
            if (comparison.levels[e] != Evidence.MISSING) {
                counts[e][comparison.levels[e]] += weight;
            }
        }
    }

    void run() {
        for (int round = 0; round < ROUNDS; round++) {
            shares = shares.with(LevelShares.STRANGERS, strangers());
            Arrays.fill(householdGiven, 0);
            double[][] seen = LevelShares.counts();
            passes.forEach((pass, comparisons) -> learn(pass, comparisons, seen));
            shares = shares.with(LevelShares.PERSON, persons(seen)).with(LevelShares.HOUSEHOLD, household());
            countPairs();
        }
    }

    LevelShares shares() {
        return shares;
    }

    /** Pairs found, by record. */
    MatchModel.Prior prior() {
        return new MatchModel.Prior(records.size(), persons / records.size(), households / records.size());
    }

    /** Levels among random pairs, less what the few pairs of one person or household among them add. */
    private double[][] strangers() {
        double[][] result = LevelShares.counts();
        MatchModel.Prior prior = prior();
        for (Evidence evidence : ALL) {
            int e = evidence.place();
            double all = sum(random[e]);
            double total = 0;
            for (int level = 0; level < evidence.levels(); level++) {
                double usual = shipped.of(LevelShares.STRANGERS, evidence, level);
                double seen = all < 100 ? usual : random[e][level] / all;
                double others = prior.person() * shares.of(LevelShares.PERSON, evidence, level)
                        + prior.household() * shares.of(LevelShares.HOUSEHOLD, evidence, level);
                boolean few = all >= 100 && random[e][level] < 10;
                double corrected = few
                        ? Math.min(usual, Math.max(seen - others, (random[e][level] + 1) / all))
                        : Math.max(seen - others, Math.min(usual, seen));
                result[e][level] = corrected;
                total += corrected;
            }
            for (int level = 0; level < evidence.levels(); level++) {
                result[e][level] /= total;
            }
        }
        return result;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Learns in one pass, and adds what it saw of records of one person. */
    private void learn(BlockKey pass, List<Comparison> all, double[][] seen) {
        if (all.size() < FEWEST_PAIRS_IN_PASS) {
            return;
        }
        List<Comparison> comparisons = all.subList(0, Math.min(MOST_PAIRS_IN_PASS, all.size()));
        double[] mixture = {0.3, 0.2, 0.5};
        LevelShares local = shares;
        double[][] counts = LevelShares.counts();
        for (int step = 0; step < STEPS; step++) {
            boolean last = step == STEPS - 1;
            counts = LevelShares.counts();
            mixture = step(pass, comparisons, mixture, new Step(scorer(local), counts, last));
            local = local.with(LevelShares.PERSON, smoothed(pass, counts, local));
        }
        for (int e = 0; e < ALL.length; e++) {
            if (!pass.fixed().contains(ALL[e])) {
                for (int level = 0; level < counts[e].length; level++) {
                    seen[e][level] += counts[e][level];
                }
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // counted into, and never compared
    private record Step(Scorer scorer, double[][] counts, boolean last) {}

    private double[] step(BlockKey pass, List<Comparison> comparisons, double[] mixture, Step step) {
        double[] next = {1, 1, 1};
        for (Comparison comparison : comparisons) {
            double[] likelihoods = step.scorer().likelihoods(comparison, pass.fixed());
            double[] shareOf = posterior(likelihoods, mixture);
            for (int kind = 0; kind < 3; kind++) {
                next[kind] += shareOf[kind];
            }
            count(comparison, step.counts(), shareOf[LevelShares.PERSON]);
            int given = comparison.level(Evidence.GIVEN_NAME);
            if (step.last() && given != Evidence.MISSING && HOUSEHOLD_PASSES.contains(pass)) {
                householdGiven[given] += shareOf[LevelShares.HOUSEHOLD];
            }
        }
        for (int kind = 0; kind < 3; kind++) {
            next[kind] /= comparisons.size() + 3.0;
        }
        return next;
    }

    private static double[] posterior(double[] logLikelihoods, double[] mixture) {
        double[] result = new double[3];
        double most = Math.max(logLikelihoods[0], Math.max(logLikelihoods[1], logLikelihoods[2]));
        double total = 0;
        for (int kind = 0; kind < 3; kind++) {
            result[kind] = mixture[kind] * Math.exp(logLikelihoods[kind] - most);
            total += result[kind];
        }
        for (int kind = 0; kind < 3; kind++) {
            result[kind] /= total;
        }
        return result;
    }

    private Scorer scorer(LevelShares of) {
        return new Scorer(new MatchModel("training", of, prior(), names, Set.of()));
    }

    private double[][] smoothed(BlockKey pass, double[][] counts, LevelShares local) {
        double[][] result = LevelShares.counts();
        for (Evidence evidence : ALL) {
            int e = evidence.place();
            for (int level = 0; level < evidence.levels(); level++) {
                result[e][level] = pass.fixed().contains(evidence)
                        ? local.of(LevelShares.PERSON, evidence, level)
                        : smooth(counts[e], evidence, level, SEEN_BEFOREHAND_IN_PASS);
            }
        }
        return result;
    }

    private double smooth(double[] counts, Evidence evidence, int level, double beforehand) {
        double usual = shipped.of(LevelShares.PERSON, evidence, level);
        return (counts[level] + beforehand * usual) / (sum(counts) + beforehand);
    }

    private double[][] persons(double[][] seen) {
        double[][] result = LevelShares.counts();
        for (Evidence evidence : ALL) {
            int e = evidence.place();
            for (int level = 0; level < evidence.levels(); level++) {
                result[e][level] = smooth(seen[e], evidence, level, SEEN_BEFOREHAND);
            }
        }
        cap(result[Evidence.GIVEN_NAME.place()]);
        cap(result[Evidence.BIRTH_DATE.place()]);
        return result;
    }

    private static void cap(double[] levels) {
        levels[levels.length - 1] = Math.min(MOST_DIFFERENT, levels[levels.length - 1]);
    }

    /** How often a household has two of one given name differs; the rest of a household is taken as shipped. */
    private double[][] household() {
        double[][] result = shipped.with(LevelShares.HOUSEHOLD, shipped.of(LevelShares.HOUSEHOLD))
                .of(LevelShares.HOUSEHOLD);
        double all = sum(householdGiven);
        for (int level = 0; level < householdGiven.length; level++) {
            double usual = shipped.of(LevelShares.HOUSEHOLD, Evidence.GIVEN_NAME, level);
            result[Evidence.GIVEN_NAME.place()][level] =
                    (householdGiven[level] + SEEN_BEFOREHAND_IN_PASS * usual) / (all + SEEN_BEFOREHAND_IN_PASS);
        }
        return result;
    }

    /** How many pairs there are of each kind, given how many there are. */
    private void countPairs() {
        Scorer scorer = scorer(shares);
        double total = records.size() * (records.size() - 1) / 2.0;
        List<double[]> likelihoods = candidates.stream()
                .map(comparison -> scorer.likelihoods(comparison, Set.of()))
                .toList();
        for (int step = 0; step < 5; step++) {
            double[] mixture = {persons / total, households / total, 1};
            persons = 1;
            households = 1;
            for (double[] likelihood : likelihoods) {
                double[] shareOf = posterior(likelihood, mixture);
                persons += shareOf[LevelShares.PERSON];
                households += shareOf[LevelShares.HOUSEHOLD];
            }
        }
    }
}
