package org.modestcrm.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.modestcrm.internal.Problems;
import org.modestcrm.internal.Texts;

/**
 * Where something can be sent. Free lines and a country are always enough; postcode, city and region are there for who
 * has them. Immutable.
 */
public final class PostalAddress {
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final List<String> lines;
    private final String postcode;
    private final String city;
    private final String region;
    private final String subdivision;
    private final String country;

    private PostalAddress(Builder from) {
        this.lines = List.copyOf(from.lines);
        this.postcode = from.postcode;
        this.city = from.city;
        this.region = from.region;
        this.subdivision = from.subdivision;
        this.country = from.country;
    }

    /**
     * An address of which only the country is known.
     *
     * @param code ISO 3166-1 alpha-2, upper case
     * @return the address
     */
    public static PostalAddress ofCountry(String code) {
        return builder().country(code).build();
    }

    /**
     * Begins an address.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins an address from this one.
     *
     * @return a builder holding all parts
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.lines.addAll(lines);
        builder.postcode = postcode;
        builder.city = city;
        builder.region = region;
        builder.subdivision = subdivision;
        builder.country = country;
        return builder;
    }

    /**
     * Street, house number, floor: as written on the label.
     *
     * @return in order, may be empty
     */
    public List<String> lines() {
        return lines;
    }

    /**
     * The postcode.
     *
     * @return empty text when not known
     */
    public String postcode() {
        return postcode;
    }

    /**
     * The city.
     *
     * @return empty text when not known
     */
    public String city() {
        return city;
    }

    /**
     * State, province or region.
     *
     * @return empty text when not known
     */
    public String region() {
        return region;
    }

    /**
     * State, province or region by its code.
     *
     * @return ISO 3166-2 such as {@code US-CA}, empty when not known
     */
    public Optional<String> subdivision() {
        return subdivision.isEmpty() ? Optional.empty() : Optional.of(subdivision);
    }

    /**
     * The country.
     *
     * @return ISO 3166-1 alpha-2, empty when not known
     */
    public Optional<String> country() {
        return country.isEmpty() ? Optional.empty() : Optional.of(country);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PostalAddress that
                && lines.equals(that.lines)
                && postcode.equals(that.postcode)
                && city.equals(that.city)
                && region.equals(that.region)
                && subdivision.equals(that.subdivision)
                && country.equals(that.country);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lines, postcode, city, region, subdivision, country);
    }

    /** The country only: the rest stays out of logs. */
    @Override
    public String toString() {
        return "address in " + (country.isEmpty() ? "an unknown country" : country);
    }

    /** Collects the parts of an address. For one thread. */
    public static final class Builder {
        private final List<String> lines = new ArrayList<>();
        private String postcode = "";
        private String city = "";
        private String region = "";
        private String subdivision = "";
        private String country = "";

        private Builder() {}

        /**
         * Adds a line of the label.
         *
         * @param line at most 200 characters
         * @return this
         */
        public Builder line(String line) {
            lines.add(Texts.required("address line", line, 200));
            return this;
        }

        /**
         * Sets the postcode.
         *
         * @param value at most 20 characters
         * @return this
         */
        public Builder postcode(String value) {
            postcode = Texts.optional("postcode", value, 20);
            return this;
        }

        /**
         * Sets the city.
         *
         * @param value at most 200 characters
         * @return this
         */
        public Builder city(String value) {
            city = Texts.optional("city", value, 200);
            return this;
        }

        /**
         * Sets state, province or region.
         *
         * @param value at most 200 characters
         * @return this
         */
        public Builder region(String value) {
            region = Texts.optional("region", value, 200);
            return this;
        }

        /**
         * Sets state, province or region by its code.
         *
         * @param code ISO 3166-2, upper case, such as {@code US-CA}
         * @return this
         * @throws IllegalArgumentException when it has another shape
         */
        public Builder subdivision(String code) {
            if (!SUBDIVISION.matcher(code).matches()) {
                throw new IllegalArgumentException(
                        "subdivision of " + code.length() + " characters (expected: an ISO 3166-2 code such as US-CA)");
            }
            subdivision = code;
            return this;
        }

        /**
         * Sets the country.
         *
         * @param code ISO 3166-1 alpha-2, upper case
         * @return this
         * @throws IllegalArgumentException when there is no such country
         */
        public Builder country(String code) {
            if (!COUNTRIES.contains(code)) {
                throw new IllegalArgumentException("country \"" + (code.length() > 40 ? code.substring(0, 40) : code)
                        + "\" is unknown (expected: an ISO 3166-1 code of two upper-case letters such as FR)");
            }
            country = code;
            return this;
        }

        /**
         * The address.
         *
         * @return never null
         * @throws IllegalArgumentException when it has neither line nor city nor country
         */
        public PostalAddress build() {
            Problems problems = new Problems();
            problems.when(
                    lines.isEmpty() && city.isEmpty() && country.isEmpty(),
                    "nothing in it (expected: a line, a city or a country)");
            problems.when(lines.size() > 10, lines.size() + " lines (expected: at most 10)");
            problems.when(
                    !subdivision.isEmpty() && !subdivision.startsWith(country + "-"),
                    "subdivision: " + subdivision + " (expected: one of country "
                            + (country.isEmpty() ? "that is not given" : country) + ")");
            problems.orThrow("postal address");
            return new PostalAddress(this);
        }
    }
}
