package org.modestcrm.exchangelog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Consent;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.internal.Texts;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderStatus;

/**
 * What one site tells another of a customer, in no format yet: crm-xml-exchange writes and reads it as XML. Everything
 * but id, revision and time may be absent. A profile that could be built can be written. Immutable.
 *
 * <pre>{@code
 * Profile.builder(ProfileId.of("k1.f3a9")).revision(3).at(now).name(PersonName.of("Ada", "Byron")).build();
 * }</pre>
 */
public final class Profile {
    private final ProfileId id;
    private final long revision;
    private final Instant at;
    private final List<Key> keys;
    private final @Nullable PersonName name;
    private final @Nullable Locale nameLanguage;
    private final @Nullable BirthDate birthDate;
    private final @Nullable Locale language;
    private final List<EmailAddress> emails;
    private final List<String> phones;
    private final List<PostalAddress> addresses;
    private final List<Consent> consents;
    private final Map<String, String> preferences;
    private final List<Interest> interests;
    private final List<String> segments;
    private final @Nullable OrderSummary value;
    private final List<PastOrder> orders;

    Profile(ProfileBuilder from, Instant at) {
        this.id = from.id;
        this.revision = from.revision;
        this.at = at;
        this.keys = List.copyOf(from.keys);
        this.name = from.name;
        this.nameLanguage = from.nameLanguage;
        this.birthDate = from.birthDate;
        this.language = from.language;
        this.emails = List.copyOf(from.emails);
        this.phones = List.copyOf(from.phones);
        this.addresses = List.copyOf(from.addresses);
        this.consents = List.copyOf(from.consents);
        this.preferences = from.preferences();
        this.interests = List.copyOf(from.interests);
        this.segments = List.copyOf(from.segments);
        this.value = from.value;
        this.orders = List.copyOf(from.orders);
    }

    /**
     * Begins a profile.
     *
     * @param id the id the pair of sites uses
     * @return a builder that still needs the time
     */
    public static ProfileBuilder builder(ProfileId id) {
        return new ProfileBuilder(id);
    }

    /**
     * The id the pair of sites uses.
     *
     * @return never null
     */
    public ProfileId id() {
        return id;
    }

    /**
     * Counts the changes of the profile; the higher one is newer.
     *
     * @return 0 or more
     */
    public long revision() {
        return revision;
    }

    /**
     * The moment as of which it tells.
     *
     * @return never null
     */
    public Instant at() {
        return at;
    }

    /**
     * Values both sites can compute and compare without showing what they are made of.
     *
     * @return in the order given, may be empty
     */
    public List<Key> keys() {
        return keys;
    }

    /**
     * The name.
     *
     * @return empty when not told
     */
    public Optional<PersonName> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Language and script the name is written in.
     *
     * @return empty when not told
     */
    public Optional<Locale> nameLanguage() {
        return Optional.ofNullable(nameLanguage);
    }

    /**
     * The birth date, with or without year.
     *
     * @return empty when not told
     */
    public Optional<BirthDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    /**
     * The language the person wants to be addressed in.
     *
     * @return empty when not told
     */
    public Optional<Locale> language() {
        return Optional.ofNullable(language);
    }

    /**
     * The e-mail addresses.
     *
     * @return in the order given, may be empty
     */
    public List<EmailAddress> emails() {
        return emails;
    }

    /**
     * The telephone numbers, in the form of E.164.
     *
     * @return in the order given, may be empty
     */
    public List<String> phones() {
        return phones;
    }

    /**
     * The postal addresses.
     *
     * @return in the order given, may be empty
     */
    public List<PostalAddress> addresses() {
        return addresses;
    }

    /**
     * What the person said about being contacted and shared. Their customer is this profile's id.
     *
     * @return in the order given, may be empty
     */
    public List<Consent> consents() {
        return consents;
    }

    /**
     * What the person likes better, by name.
     *
     * @return in the order given, may be empty
     */
    public Map<String, String> preferences() {
        return preferences;
    }

    /**
     * What the person is interested in.
     *
     * @return in the order given, may be empty
     */
    public List<Interest> interests() {
        return interests;
    }

    /**
     * The ids of the segments the person is in.
     *
     * @return in the order given, may be empty
     */
    public List<String> segments() {
        return segments;
    }

    /**
     * What the person's orders come to.
     *
     * @return empty when not told
     */
    public Optional<OrderSummary> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Single orders.
     *
     * @return in the order given, may be empty
     */
    public List<PastOrder> orders() {
        return orders;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile that
                && id.equals(that.id)
                && revision == that.revision
                && at.equals(that.at)
                && person().equals(that.person())
                && lists().equals(that.lists());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, revision, at, person(), lists());
    }

    private List<Optional<?>> person() {
        return List.of(name(), nameLanguage(), birthDate(), language(), value());
    }

    private List<?> lists() {
        return List.of(
                keys,
                emails,
                phones,
                addresses,
                consents,
                List.copyOf(preferences.entrySet()),
                interests,
                segments,
                orders);
    }

    /** Id and revision: the rest stays out of logs. */
    @Override
    public String toString() {
        return "profile " + id + " revision " + revision;
    }

    /**
     * A value both sites can compute, such as the keyed digest of an e-mail address.
     *
     * @param scheme how it was made and with which key: a code such as {@code hmac-email.k3}
     * @param value letters, digits and {@code + / = . _ : -}, 1 to 100
     */
    public record Key(String scheme, String value) {
        /**
         * Checks scheme and value.
         *
         * @param scheme the scheme
         * @param value the value
         * @throws IllegalArgumentException when either has another shape
         */
        public Key {
            Texts.code("scheme of key", scheme);
            if (!value.matches("[A-Za-z0-9+/=._:\\-]{1,100}")) {
                throw new IllegalArgumentException("key of scheme " + scheme + ": " + value.length()
                        + " characters (expected: 1 to 100 letters, digits and + / = . _ : -)");
            }
        }
    }

    /**
     * Something the person is interested in.
     *
     * @param name a code such as {@code gardening}
     * @param weight how much, from 0 to 1 with at most 4 decimals
     * @param source how it is known
     */
    public record Interest(String name, BigDecimal weight, Source source) {
        /** How an interest is known. */
        public enum Source {
            /** The person said so. */
            STATED,
            /** It was concluded from what the person did. */
            INFERRED
        }

        /**
         * Checks name and weight.
         *
         * @param name the name
         * @param weight the weight
         * @param source the source
         * @throws IllegalArgumentException when the name is no code or the weight out of bounds
         */
        public Interest {
            Texts.code("interest", name);
            if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0 || weight.scale() > 4) {
                throw new IllegalArgumentException("interest " + name + ", weight of scale " + weight.scale()
                        + " (expected: 0 to 1 with at most 4 decimals)");
            }
            weight = weight.setScale(Math.max(0, weight.scale()));
        }
    }

    /**
     * An order of the past.
     *
     * @param id the id the pair of sites uses for the order; never the shop's own number
     * @param at when it was placed
     * @param status how far it came
     * @param total what it came to
     * @param lines its products, in the currency of the total; may be empty
     */
    public record PastOrder(ProfileId id, Instant at, OrderStatus status, Money total, List<OrderLine> lines) {
        /**
         * Checks time, amounts and currencies.
         *
         * @param id the id
         * @param at the time
         * @param status the status
         * @param total the total
         * @param lines the lines
         * @throws IllegalArgumentException when an amount is too long or a line has another currency
         */
        public PastOrder {
            Exchangeable.instant("order " + id, at);
            total = Exchangeable.money("total of order " + id, total);
            lines = lines.stream().map(PastOrder::exchangeable).toList();
            for (OrderLine line : lines) {
                if (!line.unitPrice().currency().equals(total.currency())) {
                    throw new IllegalArgumentException("order " + id + ", sku " + line.sku() + ": "
                            + line.unitPrice().currency() + " (expected: the currency of the total, "
                            + total.currency() + ")");
                }
            }
        }

        private static OrderLine exchangeable(OrderLine line) {
            Money price = Exchangeable.money("price of sku " + line.sku(), line.unitPrice());
            return new OrderLine(line.sku(), line.description(), line.quantity(), price);
        }
    }
}
