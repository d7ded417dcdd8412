package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Learns a model from a shop's own records, without labels: how often strangers agree, from random pairs; how often
 * records of one person agree, by expectation maximisation in each block of look-alikes, leaving out what the block agrees
 * on anyway; how many pairs there are, as a fixed point. The shipped model counts as some pairs seen beforehand, so that
 * few records change little. The same records give the same model, in whatever order they come.
 */
public final class ModelTraining {
    /** Fewer records than these teach nothing; they get the shipped model with names of their own. */
    static final int FEWEST = 200;

    private static final int MOST = 20_000;
    private static final double USUAL_GIVEN = 0.008;
    private static final double USUAL_FAMILY = 0.002;

    private ModelTraining() {}

    /**
     * Learns a model.
     *
     * @param records the shop's records; of more than 20,000 a part is looked at that keeps families together
     * @param settings those the model will be used with
     * @return the model; the shipped one with the frequencies of these names when there are fewer than 200 records
     */
    public static MatchModel train(Collection<PersonRecord> records, IdentitySettings settings) {
        List<Features> all = records.stream()
                .sorted(Comparator.comparing(PersonRecord::key))
                .map(record -> Features.of(record, settings.homeCountry()))
                .toList();
        Set<Long> generic = GenericValues.in(all);
        MatchModel.Names names = new MatchModel.Names(
                NameFrequencies.of(all, NameFrequencies::given, USUAL_GIVEN),
                NameFrequencies.of(all, NameFrequencies::family, USUAL_FAMILY));
        UnaryOperator<String> version = kind -> kind + "-" + all.size() + "-" + Integer.toHexString(names.hashCode());
        if (all.size() < FEWEST) {
            MatchModel.Prior prior = new MatchModel.Prior(10_000, 1, 0.5);
            return new MatchModel(version.apply("named"), LevelShares.shipped(), prior, names, generic);
        }
        List<Features> sample = sample(all, generic);
        Expectation expectation = new Expectation(sample, names, settings.blockCap());
        expectation.run();
        MatchModel.Prior learned = expectation.prior();
        MatchModel.Prior prior = new MatchModel.Prior(all.size(), learned.persons(), learned.households());
        return new MatchModel(version.apply("trained"), expectation.shares(), prior, names, generic);
    }

    private static List<Features> sample(List<Features> all, Set<Long> generic) {
        int parts = (all.size() + MOST - 1) / MOST;
        List<Features> sample = new ArrayList<>(Math.min(all.size(), MOST));
        for (Features record : all) {
            if (parts == 1 || Math.floorMod(family(record).hashCode() * 0x9E3779B1, parts) == 0) {
                sample.add(record.without(generic));
            }
        }
        return sample;
    }

    /** What keeps records of one person in one part of the sample, mostly. */
    private static String family(Features record) {
        if (record.name.hasFamily()) {
            return Blocking.sound(record.name.familyWords().get(0));
        }
        NormalisedEmail mailbox = record.mailbox();
        return mailbox == null ? record.key.toString() : mailbox.letters();
    }
}
