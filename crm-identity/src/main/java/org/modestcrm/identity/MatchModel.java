package org.modestcrm.identity;

import java.util.Map;
import java.util.Set;

/**
 * What a matcher knows of records in general: how often each level of agreement is seen among records of one person, of
 * two persons of one household, and of strangers; how rare names are; which values are everybody's. {@link #shipped()}
 * serves from the first record on; {@link ModelTraining} learns one from a shop's own records, without labels. As text
 * it can be kept and read again: {@link #toText()}, {@link #parse}. Immutable.
 */
public final class MatchModel {
    private final String version;
    private final LevelShares shares;
    private final Prior prior;
    private final Names names;
    private final Set<Long> generic;

    MatchModel(String version, LevelShares shares, Prior prior, Names names, Set<Long> generic) {
        this.version = version;
        this.shares = shares;
        this.prior = prior;
        this.names = names;
        this.generic = Set.copyOf(generic);
    }

    /**
     * How many records of a person, and of other persons of the household, one record has on average among so many.
     *
     * @param records how many records
     * @param persons pairs of one person, divided by records
     * @param households pairs of two persons of one household, divided by records
     */
    record Prior(int records, double persons, double households) {
        /** The probability that two records picked at random are of one person. */
        double person() {
            return Math.min(0.5, 2 * persons / Math.max(1, records - 1));
        }

        /** The probability that they are of two persons of one household. */
        double household() {
            return Math.min(0.5, 2 * households / Math.max(1, records - 1));
        }
    }

    /** How rare names are. */
    record Names(NameFrequencies given, NameFrequencies family) {
        static final Names UNKNOWN =
                new Names(new NameFrequencies(Map.of(), 0.004), new NameFrequencies(Map.of(), 0.001));
    }

    /**
     * The model that comes with the jar: for about ten thousand customers of a European shop, each with two records.
     *
     * @return never null
     */
    public static MatchModel shipped() {
        return shipped(10_000);
    }

    /**
     * The model that comes with the jar, for another number of records. The more there are, the more strangers look
     * alike by chance.
     *
     * @param records how many the shop expects, 2 or more
     * @return never null
     */
    public static MatchModel shipped(int records) {
        if (records < 2) {
            throw new IllegalArgumentException("records: " + records + " (expected: 2 or more)");
        }
        return new MatchModel("shipped-1", LevelShares.shipped(), new Prior(records, 1, 0.5), Names.UNKNOWN, Set.of());
    }

    /**
     * Reads a model that was kept.
     *
     * @param text what {@link #toText()} gave
     * @return an equal model
     * @throws IllegalArgumentException naming the line that is none of a model
     */
    public static MatchModel parse(String text) {
        return ModelText.parse(text);
    }

    /**
     * The model as text, to be kept: frequencies of names that are borne more than once, and no values of records.
     *
     * @return lines of words, in a fixed order
     */
    public String toText() {
        return ModelText.of(this);
    }

    /**
     * Which model this is; it goes with every link made by it.
     *
     * @return such as {@code shipped-1} or {@code trained-5272-1c0ffee5}
     */
    public String version() {
        return version;
    }

    LevelShares shares() {
        return shares;
    }

    Prior prior() {
        return prior;
    }

    Names names() {
        return names;
    }

    Set<Long> generic() {
        return generic;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatchModel that && toText().equals(that.toText());
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return "model " + version;
    }
}
