package org.modestcrm.prediction;

import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;

/**
 * What is kept of a fitted value model: enough to predict again without fitting, to start the next fit from, and to tell
 * whether the data are still the same. Immutable; equality is of all parts.
 *
 * <p>Parameters are kept by name, in the unit the snapshot names: {@code r, alpha, a, b} of the purchase model and
 * {@code p, q, gamma} of the spend model. Those a model does not have are absent.
 */
public final class ValueSnapshot {
    private final String id;
    private final String model;
    private final int k;
    private final String unit;
    private final Map<String, Double> parameters;
    private final double logLikelihood;
    private final Instant asOf;
    private final Currency currency;
    private final long customers;
    private final String fingerprint;
    private final String version;

    private ValueSnapshot(Builder from, Instant asOf, Currency currency) {
        this.id = from.id;
        this.model = from.model;
        this.k = from.k;
        this.unit = from.unit;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(from.parameters));
        this.logLikelihood = from.logLikelihood;
        this.asOf = asOf;
        this.currency = currency;
        this.customers = from.customers;
        this.fingerprint = from.fingerprint;
        this.version = from.version;
    }

    /**
     * Begins a snapshot.
     *
     * @param id its own id, 1 to 100 characters
     * @return a builder that still needs all parts
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * Begins a changed copy.
     *
     * @return a builder holding all parts
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id)
                .model(model)
                .k(k)
                .unit(unit)
                .logLikelihood(logLikelihood)
                .asOf(asOf)
                .currency(currency)
                .customers(customers)
                .fingerprint(fingerprint)
                .version(version);
        parameters.forEach(builder::parameter);
        return builder;
    }

    /**
     * Its own id, named in explanations.
     *
     * @return 1 to 100 characters
     */
    public String id() {
        return id;
    }

    /**
     * The family of the purchase model.
     *
     * @return its stable name, such as {@code MBG_CNBD_K}
     */
    public String model() {
        return model;
    }

    /**
     * How regularly customers buy: 1 is by pure chance, more is more regular.
     *
     * @return 1 or more
     */
    public int k() {
        return k;
    }

    /**
     * The unit of time of the parameters and the log-likelihood.
     *
     * @return its stable name, such as {@code WEEK}
     */
    public String unit() {
        return unit;
    }

    /**
     * The parameters by name.
     *
     * @return in the order they were given; unmodifiable
     */
    public Map<String, Double> parameters() {
        return parameters;
    }

    /**
     * The log-likelihood of the purchase model at its maximum.
     *
     * @return in the unit of the snapshot
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * The instant up to which orders were seen.
     *
     * @return never null
     */
    public Instant asOf() {
        return asOf;
    }

    /**
     * The currency of all amounts.
     *
     * @return never null
     */
    public Currency currency() {
        return currency;
    }

    /**
     * How many customers the model was fitted to.
     *
     * @return 1 or more
     */
    public long customers() {
        return customers;
    }

    /**
     * A digest of the purchases the model was fitted to; other data have another one.
     *
     * @return hexadecimal digits
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * The form of the snapshot, raised when its meaning changes.
     *
     * @return for example {@code 1}
     */
    public String version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueSnapshot that
                && id.equals(that.id)
                && model.equals(that.model)
                && k == that.k
                && unit.equals(that.unit)
                && parameters.equals(that.parameters)
                && Double.compare(logLikelihood, that.logLikelihood) == 0
                && asOf.equals(that.asOf)
                && currency.equals(that.currency)
                && customers == that.customers
                && fingerprint.equals(that.fingerprint)
                && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                id, model, k, unit, parameters, logLikelihood, asOf, currency, customers, fingerprint, version);
    }

    @Override
    public String toString() {
        return "value snapshot " + id + " (" + model + ", k = " + k + ", as of " + asOf + ")";
    }

    /** Collects the parts of a snapshot. For one thread. */
    public static final class Builder {
        private final String id;
        private final Map<String, Double> parameters = new LinkedHashMap<>();
        private String model = "";
        private int k = 1;
        private String unit = "";
        private double logLikelihood = Double.NaN;
        private @Nullable Instant asOf;
        private @Nullable Currency currency;
        private long customers;
        private String fingerprint = "";
        private String version = "";

        private Builder(String id) {
            this.id = Texts.required("value snapshot id", id, 100);
        }

        /**
         * Sets the family of the purchase model.
         *
         * @param value its stable name
         * @return this
         */
        public Builder model(String value) {
            model = value;
            return this;
        }

        /**
         * Sets how regularly customers buy.
         *
         * @param value 1 (unless set) or more
         * @return this
         */
        public Builder k(int value) {
            k = value;
            return this;
        }

        /**
         * Sets the unit of time.
         *
         * @param value its stable name
         * @return this
         */
        public Builder unit(String value) {
            unit = value;
            return this;
        }

        /**
         * Adds a parameter.
         *
         * @param name its name
         * @param value more than 0
         * @return this
         */
        public Builder parameter(String name, double value) {
            parameters.put(name, value);
            return this;
        }

        /**
         * Sets the log-likelihood.
         *
         * @param value a finite number
         * @return this
         */
        public Builder logLikelihood(double value) {
            logLikelihood = value;
            return this;
        }

        /**
         * Sets the instant up to which orders were seen.
         *
         * @param value the instant
         * @return this
         */
        public Builder asOf(Instant value) {
            asOf = value;
            return this;
        }

        /**
         * Sets the currency.
         *
         * @param value of all amounts
         * @return this
         */
        public Builder currency(Currency value) {
            currency = value;
            return this;
        }

        /**
         * Sets how many customers there were.
         *
         * @param value 1 or more
         * @return this
         */
        public Builder customers(long value) {
            customers = value;
            return this;
        }

        /**
         * Sets the digest of the data.
         *
         * @param value hexadecimal digits
         * @return this
         */
        public Builder fingerprint(String value) {
            fingerprint = value;
            return this;
        }

        /**
         * Sets the form of the snapshot.
         *
         * @param value for example {@code 1}
         * @return this
         */
        public Builder version(String value) {
            version = value;
            return this;
        }

        /**
         * The snapshot.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that is missing or out of range
         */
        public ValueSnapshot build() {
            Problems problems = new Problems();
            problems.when(model.isBlank(), "model: missing");
            problems.when(k < 1, "k: " + k + " (expected: 1 or more)");
            problems.when(unit.isBlank(), "unit: missing");
            parameters.forEach((name, value) -> problems.when(
                    !(value > 0 && value < Double.POSITIVE_INFINITY),
                    "parameter " + name + ": " + value + " (expected: a finite number above 0)"));
            problems.when(!Double.isFinite(logLikelihood), "logLikelihood: " + logLikelihood + " (expected: finite)");
            problems.require("asOf", asOf);
            problems.require("currency", currency);
            problems.when(customers < 1, "customers: " + customers + " (expected: 1 or more)");
            problems.when(!fingerprint.matches("[0-9a-f]+"), "fingerprint: no hexadecimal digits");
            problems.when(version.isBlank(), "version: missing");
            problems.orThrow("value snapshot " + id);
            return new ValueSnapshot(this, Objects.requireNonNull(asOf), Objects.requireNonNull(currency));
        }
    }
}
