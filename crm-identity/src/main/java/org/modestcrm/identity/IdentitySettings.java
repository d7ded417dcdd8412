package org.modestcrm.identity;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.modestcrm.internal.Problems;

/**
 * How sure is sure enough, and what no person may have. Immutable.
 *
 * <p>Defaults: merge at a probability of 0.85, ask staff from 0.5, 300 records in a block, 50 records in a person, no home
 * country, no limits of identifiers.
 */
public final class IdentitySettings {
    private final double autoProbability;
    private final double reviewProbability;
    private final int blockCap;
    private final int largestPerson;
    private final String homeCountry;
    private final Map<String, Integer> limits;

    private IdentitySettings(Builder from) {
        this.autoProbability = from.autoProbability;
        this.reviewProbability = from.reviewProbability;
        this.blockCap = from.blockCap;
        this.largestPerson = from.largestPerson;
        this.homeCountry = from.homeCountry;
        this.limits = Map.copyOf(from.limits);
    }

    /**
     * The defaults.
     *
     * @return never null
     */
    public static IdentitySettings standard() {
        return builder().build();
    }

    /**
     * Begins settings.
     *
     * @return a builder holding the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * From which probability on two records are merged without asking.
     *
     * @return 0.5 to 1
     */
    public double autoProbability() {
        return autoProbability;
    }

    /**
     * From which probability on staff is asked.
     *
     * @return 0.01 to {@link #autoProbability()}
     */
    public double reviewProbability() {
        return reviewProbability;
    }

    /**
     * How many records a block may have before a second key splits it.
     *
     * @return 10 or more
     */
    public int blockCap() {
        return blockCap;
    }

    /**
     * How many records a person may have; what would exceed it is left to staff.
     *
     * @return 2 or more
     */
    public int largestPerson() {
        return largestPerson;
    }

    /**
     * The country of telephone numbers of records that name none.
     *
     * @return ISO 3166-1 code of two letters, or empty
     */
    public String homeCountry() {
        return homeCountry;
    }

    /**
     * How many different values of a kind of identifier one person may have.
     *
     * @return by kind; 1 for a unique number such as a national id
     */
    public Map<String, Integer> limits() {
        return limits;
    }

    /** Collects settings. For one thread. */
    public static final class Builder {
        private double autoProbability = 0.85;
        private double reviewProbability = 0.5;
        private int blockCap = 300;
        private int largestPerson = 50;
        private String homeCountry = "";
        private final Map<String, Integer> limits = new TreeMap<>();

        private Builder() {}

        /**
         * Sets from which probability on two records are merged without asking.
         *
         * @param probability 0.5 to 1
         * @return this
         */
        public Builder autoProbability(double probability) {
            autoProbability = probability;
            return this;
        }

        /**
         * Sets from which probability on staff is asked.
         *
         * @param probability 0.01 to that of merging
         * @return this
         */
        public Builder reviewProbability(double probability) {
            reviewProbability = probability;
            return this;
        }

        /**
         * Sets how many records a block may have before a second key splits it.
         *
         * @param records 10 to 100,000
         * @return this
         */
        public Builder blockCap(int records) {
            blockCap = records;
            return this;
        }

        /**
         * Sets how many records a person may have.
         *
         * @param records 2 to 1,000
         * @return this
         */
        public Builder largestPerson(int records) {
            largestPerson = records;
            return this;
        }

        /**
         * Sets the country of telephone numbers of records that name none.
         *
         * @param country ISO 3166-1 code of two letters
         * @return this
         */
        public Builder homeCountry(String country) {
            homeCountry = country.toUpperCase(Locale.ROOT);
            return this;
        }

        /**
         * Sets how many different values of a kind of identifier one person may have. Two records that together have more
         * are never merged without asking.
         *
         * @param kind the kind, as in {@link PersonRecord#identifiers()}
         * @param values 1 or more
         * @return this
         */
        public Builder limit(String kind, int values) {
            limits.put(kind, values);
            return this;
        }

        /**
         * The settings.
         *
         * @return never null
         * @throws IllegalArgumentException naming every setting out of its range
         */
        public IdentitySettings build() {
            Problems problems = new Problems();
            problems.when(
                    !(autoProbability >= 0.5 && autoProbability < 1),
                    "autoProbability: " + autoProbability + " (expected: 0.5 to below 1)");
            problems.when(
                    !(reviewProbability >= 0.01 && reviewProbability <= autoProbability),
                    "reviewProbability: " + reviewProbability + " (expected: 0.01 to autoProbability)");
            problems.when(blockCap < 10 || blockCap > 100_000, "blockCap: " + blockCap + " (expected: 10 to 100000)");
            problems.when(
                    largestPerson < 2 || largestPerson > 1000,
                    "largestPerson: " + largestPerson + " (expected: 2 to 1000)");
            problems.when(
                    !homeCountry.isEmpty() && !homeCountry.matches("[A-Z]{2}"),
                    "homeCountry: " + homeCountry.length()
                            + " characters (expected: a code of two letters such as FR)");
            limits.forEach((kind, values) ->
                    problems.when(values < 1, "limit of " + kind + ": " + values + " (expected: 1 or more)"));
            problems.orThrow("identity settings");
            return new IdentitySettings(this);
        }
    }
}
