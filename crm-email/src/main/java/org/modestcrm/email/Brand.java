package org.modestcrm.email;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    /** The EU, the EEA and the United Kingdom. */
    private static final Set<String> DISTANCE_SELLING =
            Set.of(("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT" + " NL PL PT RO SE SI SK IS LI NO GB")
                    .split(" "));

    private final String name;
    private final EmailAddress support;
    private final String accent;
    private final List<String> legal;
    private final Look look;
    private final String phone;
    private final Map<String, String> withdrawalNotices;
    private final @Nullable URI terms;

    /** What is seen rather than read. */
    record Look(@Nullable URI logo, @Nullable URI logoDark, int logoWidth, String fonts, int radius) {}

    private Brand(Builder from) {
        this.name = from.name;
        this.support = from.support;
        this.accent = from.accent;
        this.legal = List.copyOf(from.legal);
        this.look = new Look(from.logo, from.logoDark, from.logoWidth, from.fonts, from.radius);
        this.phone = from.phone;
        this.withdrawalNotices = Map.copyOf(from.withdrawalNotices);
        this.terms = from.terms;
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

    /**
     * The notice on the right of withdrawal.
     *
     * @param language of the reader
     * @return empty text when there is none in this language
     */
    public String withdrawalNotice(Locale language) {
        return withdrawalNotices.getOrDefault(language.getLanguage(), "");
    }

    /**
     * Where the terms and conditions are.
     *
     * @return empty when not given
     */
    public Optional<URI> terms() {
        return Optional.ofNullable(terms);
    }

    /**
     * What the law of a market asks to stand in a confirmation and is not there: in the EU, the EEA and the United Kingdom the
     * identity of the seller, the notice on the right of withdrawal and the terms (Directive 2011/83/EU, articles 6 and 8).
     *
     * @param country ISO 3166-1 code of the buyer
     * @param language of the buyer
     * @return a line for each missing part; empty when nothing is missing, or we know no rule for the country
     */
    public List<String> missingFor(String country, Locale language) {
        if (!DISTANCE_SELLING.contains(country)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        if (legal.isEmpty()) {
            missing.add("identity of the seller (Brand.Builder.legal)");
        }
        if (withdrawalNotice(language).isEmpty()) {
            missing.add("notice on the right of withdrawal in " + language.getLanguage()
                    + " (Brand.Builder.withdrawalNotice)");
        }
        if (terms == null) {
            missing.add("terms and conditions (Brand.Builder.terms)");
        }
        return missing;
    }

    Look look() {
        return look;
    }

    String phone() {
        return phone;
    }

    /** Collects the parts of a brand. For one thread. */
    public static final class Builder {
        private final String name;
        private final EmailAddress support;
        private String accent = "#0b6e63";
        private final List<String> legal = new ArrayList<>();
        private @Nullable URI logo;
        private @Nullable URI logoDark;
        private int logoWidth;
        private String fonts = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
        private int radius = 10;
        private String phone = "";
        private final Map<String, String> withdrawalNotices = new HashMap<>();
        private @Nullable URI terms;

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
         * Sets a logo, shown in place of the name.
         *
         * @param image https or http
         * @param width in pixels, 16 to 400
         * @return this
         */
        public Builder logo(URI image, int width) {
            if (width < 16 || width > 400) {
                throw new IllegalArgumentException("logo width: " + width + " (expected: 16 to 400 pixels)");
            }
            logo = WebLink.checked("logo", image);
            logoWidth = width;
            return this;
        }

        /**
         * Sets another logo for dark screens, as wide as the first.
         *
         * @param image https or http
         * @return this
         */
        public Builder logoDark(URI image) {
            logoDark = WebLink.checked("dark logo", image);
            return this;
        }

        /**
         * Sets the fonts.
         *
         * @param family a list as in CSS, with single quotes; the fonts of the reader's system unless set
         * @return this
         */
        public Builder fonts(String family) {
            if (!family.matches("[A-Za-z0-9 ,'-]{1,200}")) {
                throw new IllegalArgumentException(
                        "fonts: " + family.length() + " characters (expected: 1 to 200 letters, digits, blanks, commas,"
                                + " hyphens and single quotes)");
            }
            fonts = family;
            return this;
        }

        /**
         * Sets how round corners are.
         *
         * @param pixels 0 to 30; 10 unless set
         * @return this
         */
        public Builder radius(int pixels) {
            if (pixels < 0 || pixels > 30) {
                throw new IllegalArgumentException("radius: " + pixels + " (expected: 0 to 30 pixels)");
            }
            radius = pixels;
            return this;
        }

        /**
         * Sets a number for questions.
         *
         * @param number as people read it, at most 40 characters
         * @return this
         */
        public Builder phone(String number) {
            phone = Texts.required("phone", number, 40);
            return this;
        }

        /**
         * Sets the notice on the right of withdrawal that confirmations carry.
         *
         * @param language of the text
         * @param notice at most 5,000 characters
         * @return this
         */
        public Builder withdrawalNotice(Locale language, String notice) {
            withdrawalNotices.put(language.getLanguage(), Texts.required("withdrawal notice", notice, 5000));
            return this;
        }

        /**
         * Sets where the terms and conditions are.
         *
         * @param page https or http
         * @return this
         */
        public Builder terms(URI page) {
            terms = WebLink.checked("terms", page);
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
