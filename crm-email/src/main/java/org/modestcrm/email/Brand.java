package org.modestcrm.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.internal.Texts;

/**
 * How the mails of a shop look and who signs them. Immutable.
 *
 * <pre>{@code
 * Brand brand = Brand.builder("Mug & Co", EmailAddress.of("help@shop.example"))
 *     .accent("#0b6e63").legal("Mug & Co Ltd, 1 Mill Lane, Leeds").build();
 * }</pre>
 */
public final class Brand {
    private final String name;
    private final EmailAddress support;
    private final String accent;
    private final List<String> legal;

    private Brand(Builder from) {
        this.name = from.name;
        this.support = from.support;
        this.accent = from.accent;
        this.legal = List.copyOf(from.legal);
    }

    /**
     * Begins a brand.
     *
     * @param name of the shop, as the buyer knows it
     * @param support where questions go
     * @return a builder that needs nothing more
     */
    public static Builder builder(String name, EmailAddress support) {
        return new Builder(name, support);
    }

    /**
     * The name of the shop.
     *
     * @return never blank
     */
    public String name() {
        return name;
    }

    /**
     * Where questions go.
     *
     * @return never null
     */
    public EmailAddress support() {
        return support;
    }

    /**
     * The colour of headings and rules on white.
     *
     * @return {@code #} and six hexadecimal digits
     */
    public String accent() {
        return accent;
    }

    /**
     * Who the seller is by law: company, address, register, tax number.
     *
     * @return lines of the footer, may be empty
     */
    public List<String> legal() {
        return legal;
    }

    /** Collects the parts of a brand. For one thread. */
    public static final class Builder {
        private final String name;
        private final EmailAddress support;
        private String accent = "#0b6e63";
        private final List<String> legal = new ArrayList<>();

        private Builder(String name, EmailAddress support) {
            this.name = Texts.required("shop name", name, 100);
            this.support = support;
        }

        /**
         * Sets the colour of headings and rules.
         *
         * @param colour {@code #} and six hexadecimal digits, dark enough to be read on white (WCAG 2.2, 1.4.3)
         * @return this
         * @throws IllegalArgumentException when it is no colour, or its contrast to white is below 4.5
         */
        public Builder accent(String colour) {
            double contrast = Colour.parse("accent", colour).contrastTo(Colour.WHITE);
            if (contrast < Colour.READABLE) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "accent: %s has contrast %.2f to white (expected: 4.5 or more; choose a darker one)",
                        colour,
                        contrast));
            }
            accent = colour;
            return this;
        }

        /**
         * Adds a line to the footer.
         *
         * @param line at most 200 characters
         * @return this
         */
        public Builder legal(String line) {
            legal.add(Texts.required("legal line", line, 200));
            return this;
        }

        /**
         * The brand.
         *
         * @return never null
         */
        public Brand build() {
            return new Brand(this);
        }
    }
}
