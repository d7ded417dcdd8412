package org.modestcrm.customer;

import java.util.Objects;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;

/**
 * What a person is called. There is always a full form, as the person writes it, in any script; the parts are empty where
 * they are not known or do not exist. Immutable.
 *
 * <pre>{@code
 * PersonName.builder().honorific("Dr.").given("Anna Maria").particle("van den").family("van den Berg").build();
 * PersonName.full("Сукарно");           // a mononym
 * }</pre>
 */
public final class PersonName {
    private final String honorific;
    private final String given;
    private final String particle;
    private final String family;
    private final String suffix;
    private final String full;

    private PersonName(Builder from) {
        this.honorific = from.honorific;
        this.given = from.given;
        this.particle = from.particle;
        this.family = from.family;
        this.suffix = from.suffix;
        this.full = from.full.isEmpty() ? from.joined() : from.full;
    }

    /**
     * A name in two parts, written given name first.
     *
     * @param given given names
     * @param family family name
     * @return the name
     */
    public static PersonName of(String given, String family) {
        return builder().given(given).family(family).build();
    }

    /**
     * A name whose parts are not known, or that has none.
     *
     * @param full the whole name
     * @return the name
     */
    public static PersonName full(String full) {
        return builder().full(full).build();
    }

    /**
     * Begins a name.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins a changed copy.
     *
     * @return a builder holding all parts
     */
    public Builder toBuilder() {
        return new Builder()
                .honorific(honorific)
                .given(given)
                .particle(particle)
                .family(family)
                .suffix(suffix)
                .full(full);
    }

    /**
     * What stands before the name.
     *
     * @return such as {@code Dr.}, empty text when not known
     */
    public String honorific() {
        return honorific;
    }

    /**
     * All given names as written, in order.
     *
     * @return empty text when not known
     */
    public String given() {
        return given;
    }

    /**
     * The part of the family name that lists pass over when they sort.
     *
     * @return such as {@code van den}; {@link #family()} begins with it; empty text when there is none
     */
    public String particle() {
        return particle;
    }

    /**
     * The family name with its particles.
     *
     * @return empty text when not known
     */
    public String family() {
        return family;
    }

    /**
     * What stands behind the name.
     *
     * @return such as {@code Jr.}, empty text when not known
     */
    public String suffix() {
        return suffix;
    }

    /**
     * The name as the person writes it.
     *
     * @return never blank
     */
    public String full() {
        return full;
    }

    /**
     * What lists sort by.
     *
     * @return the family name without its particle, the full name when there is no family name
     */
    public String sortedBy() {
        return family.isEmpty() ? full : family.substring(particle.length()).strip();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName that
                && honorific.equals(that.honorific)
                && given.equals(that.given)
                && particle.equals(that.particle)
                && family.equals(that.family)
                && suffix.equals(that.suffix)
                && full.equals(that.full);
    }

    @Override
    public int hashCode() {
        return Objects.hash(honorific, given, particle, family, suffix, full);
    }

    /** The length only: names stay out of logs. */
    @Override
    public String toString() {
        return "name of " + full.length() + " characters";
    }

    /** Collects the parts of a name. For one thread. */
    public static final class Builder {
        private String honorific = "";
        private String given = "";
        private String particle = "";
        private String family = "";
        private String suffix = "";
        private String full = "";

        private Builder() {}

        /**
         * Sets what stands before the name.
         *
         * @param value at most 100 characters
         * @return this
         */
        public Builder honorific(String value) {
            honorific = Texts.optional("honorific", value, 100);
            return this;
        }

        /**
         * Sets all given names.
         *
         * @param value at most 200 characters
         * @return this
         */
        public Builder given(String value) {
            given = Texts.optional("given name", value, 200);
            return this;
        }

        /**
         * Sets the part of the family name that lists pass over when they sort.
         *
         * @param value the beginning of the family name
         * @return this
         */
        public Builder particle(String value) {
            particle = Texts.optional("particle", value, 100);
            return this;
        }

        /**
         * Sets the family name.
         *
         * @param value with its particles, at most 200 characters
         * @return this
         */
        public Builder family(String value) {
            family = Texts.optional("family name", value, 200);
            return this;
        }

        /**
         * Sets what stands behind the name.
         *
         * @param value at most 100 characters
         * @return this
         */
        public Builder suffix(String value) {
            suffix = Texts.optional("suffix", value, 100);
            return this;
        }

        /**
         * Sets the name as the person writes it; without it the parts are joined, given names first.
         *
         * @param value at most 500 characters
         * @return this
         */
        public Builder full(String value) {
            full = Texts.optional("full name", value, 500);
            return this;
        }

        private String joined() {
            return String.join(" ", given, family).strip();
        }

        /**
         * The name.
         *
         * @return never null
         * @throws IllegalArgumentException naming every part that cannot stay as it is, never its value
         */
        public PersonName build() {
            Problems problems = new Problems();
            problems.when(
                    full.isBlank() && joined().isBlank(), "full name: blank (expected: a full, given or family name)");
            problems.when(
                    !family.startsWith(particle), "particle: not the beginning of the family name (expected: so)");
            problems.orThrow("name");
            return new PersonName(this);
        }
    }
}
