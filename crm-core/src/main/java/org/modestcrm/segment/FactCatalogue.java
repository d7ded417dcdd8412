package org.modestcrm.segment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Consent;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.internal.Texts;
import org.modestcrm.money.Money;

/**
 * What rules may ask about a class of the shop's own: a name for each fact, and how to get it. One line a fact.
 *
 * <pre>{@code
 * FactCatalogue<Purchase> purchases = FactCatalogue.builder(Purchase.class)
 *     .instant("placed", Purchase::getCreatedAt)
 *     .money("total", purchase -> Money.of(purchase.getAmount(), EUR))
 *     .datedBy("placed")
 *     .build();
 * FactCatalogue<Shopper> shoppers = FactCatalogue.builder(Shopper.class)
 *     .text("country", Shopper::getCountryCode)
 *     .collection("orders", purchases, Shopper::getPurchases)
 *     .build();
 * }</pre>
 *
 * <p>An accessor answers null for what is missing, as the getters of shops do. Immutable; thread-safe where the
 * accessors are.
 *
 * @param <C> the class
 */
public final class FactCatalogue<C> {
    private final Map<String, Fact<C>> facts;
    private final Map<String, Items<C, ?>> collections;
    private final @Nullable Function<? super C, List<Consent>> consents;
    private final @Nullable Function<? super C, String> key;
    private final @Nullable Fact<C> date;
    private final Map<String, Wording> labels;

    /** A fact: its type, how to get it, and which values it can have (any when the set is empty). */
    record Fact<C>(
            String name,
            FactType type,
            Function<? super C, ? extends @Nullable Object> accessor,
            Set<String> choices) {}

    /** Many things of one kind that belong to one. */
    record Items<C, I>(FactCatalogue<I> facts, Function<? super C, ? extends Collection<? extends I>> accessor) {}

    private FactCatalogue(Builder<C> from, @Nullable Fact<C> date) {
        this.facts = Map.copyOf(from.facts);
        this.collections = Map.copyOf(from.collections);
        this.consents = from.consents;
        this.key = from.key;
        this.date = date;
        this.labels = Map.copyOf(from.labels);
    }

    /**
     * Begins a catalogue.
     *
     * @param type the class its facts are of
     * @param <C> the class
     * @return an empty builder
     */
    public static <C> Builder<C> builder(Class<C> type) {
        return new Builder<>(type.getSimpleName());
    }

    /**
     * The names of the facts.
     *
     * @return sorted
     */
    public Set<String> facts() {
        return new TreeSet<>(facts.keySet());
    }

    /**
     * The names of the collections.
     *
     * @return sorted
     */
    public Set<String> collections() {
        return new TreeSet<>(collections.keySet());
    }

    @Nullable Fact<C> fact(String name) {
        return facts.get(name);
    }

    @Nullable Items<C, ?> collection(String name) {
        return collections.get(name);
    }

    @Nullable Function<? super C, List<Consent>> consents() {
        return consents;
    }

    /** Tells customers apart. */
    @Nullable Function<? super C, String> key() {
        return key;
    }

    /** The fact that dates a thing of this class. */
    @Nullable Fact<C> date() {
        return date;
    }

    /** What sentences call a fact or collection. */
    String label(String name, Locale language) {
        Wording label = labels.get(name);
        return label == null ? name : label.phrase(language, false);
    }

    /**
     * Collects the facts of a class. For one thread.
     *
     * @param <C> the class
     */
    public static final class Builder<C> {
        private final String owner;
        private final Map<String, Fact<C>> facts = new LinkedHashMap<>();
        private final Map<String, Items<C, ?>> collections = new LinkedHashMap<>();
        private final Map<String, Wording> labels = new LinkedHashMap<>();
        private @Nullable Function<? super C, List<Consent>> consents;
        private @Nullable Function<? super C, String> key;
        private String dateFact = "";

        private Builder(String owner) {
            this.owner = owner;
        }

        /**
         * Adds a text.
         *
         * @param name the name in rules
         * @param accessor gets it, null when missing
         * @return this
         */
        public Builder<C> text(String name, Function<? super C, ? extends @Nullable String> accessor) {
            return fact(new Fact<>(name, FactType.TEXT, accessor, Set.of()));
        }

        /**
         * Adds a text of which all possible values are known; a rule that asks for another one is refused.
         *
         * @param name the name in rules
         * @param type the values, by the names of their constants
         * @param accessor gets it, null when missing
         * @param <E> the type of the values
         * @return this
         */
        public <E extends Enum<E>> Builder<C> choice(
                String name, Class<E> type, Function<? super C, ? extends @Nullable E> accessor) {
            Set<String> choices = new TreeSet<>();
            Arrays.stream(type.getEnumConstants()).map(Enum::name).forEach(choices::add);
            return fact(new Fact<>(name, FactType.TEXT, owner -> nameOf(accessor.apply(owner)), choices));
        }

        private static @Nullable String nameOf(@Nullable Enum<?> value) {
            return value == null ? null : value.name();
        }

        /**
         * Adds a number. Whole numbers and decimals are taken exactly, floating-point ones by their shortest decimal
         * text.
         *
         * @param name the name in rules
         * @param accessor gets it, null when missing
         * @return this
         */
        public Builder<C> number(String name, Function<? super C, ? extends @Nullable Number> accessor) {
            return fact(new Fact<>(name, FactType.NUMBER, owner -> exact(accessor.apply(owner)), Set.of()));
        }

        private static @Nullable BigDecimal exact(@Nullable Number number) {
            if (number == null || number instanceof BigDecimal) {
                return (BigDecimal) number;
            }
            if (number instanceof BigInteger whole) {
                return new BigDecimal(whole);
            }
            if (number instanceof Double || number instanceof Float) {
                double value = number.doubleValue();
                return Double.isFinite(value) ? new BigDecimal(number.toString()) : null;
            }
            return BigDecimal.valueOf(number.longValue());
        }

        /**
         * Adds an amount.
         *
         * @param name the name in rules
         * @param accessor gets it, null when missing
         * @return this
         */
        public Builder<C> money(String name, Function<? super C, ? extends @Nullable Money> accessor) {
            return fact(new Fact<>(name, FactType.MONEY, accessor, Set.of()));
        }

        /**
         * Adds a day.
         *
         * @param name the name in rules
         * @param accessor gets it, null when missing
         * @return this
         */
        public Builder<C> date(String name, Function<? super C, ? extends @Nullable LocalDate> accessor) {
            return fact(new Fact<>(name, FactType.DATE, accessor, Set.of()));
        }

        /**
         * Adds a point in time.
         *
         * @param name the name in rules
         * @param accessor gets it, null when missing
         * @return this
         */
        public Builder<C> instant(String name, Function<? super C, ? extends @Nullable Instant> accessor) {
            return fact(new Fact<>(name, FactType.INSTANT, accessor, Set.of()));
        }

        /**
         * Adds a yes or no.
         *
         * @param name the name in rules
         * @param accessor gets it, null when missing
         * @return this
         */
        public Builder<C> flag(String name, Function<? super C, ? extends @Nullable Boolean> accessor) {
            return fact(new Fact<>(name, FactType.FLAG, accessor, Set.of()));
        }

        /**
         * Adds a birth date.
         *
         * @param name the name in rules
         * @param accessor gets it, null when missing
         * @return this
         */
        public Builder<C> birthday(String name, Function<? super C, ? extends @Nullable BirthDate> accessor) {
            return fact(new Fact<>(name, FactType.BIRTHDAY, accessor, Set.of()));
        }

        /**
         * Adds a list of texts, such as tags.
         *
         * @param name the name in rules
         * @param accessor gets it, null when missing
         * @return this
         */
        public Builder<C> list(String name, Function<? super C, ? extends @Nullable Collection<String>> accessor) {
            return fact(new Fact<>(name, FactType.LIST, accessor, Set.of()));
        }

        private Builder<C> fact(Fact<C> fact) {
            claim(fact.name());
            facts.put(fact.name(), fact);
            return this;
        }

        /**
         * Adds many things of one kind.
         *
         * @param name the name in rules
         * @param items the facts of one of them
         * @param accessor gets them, an empty collection when there are none
         * @param <I> the class of the things
         * @return this
         */
        public <I> Builder<C> collection(
                String name, FactCatalogue<I> items, Function<? super C, ? extends Collection<? extends I>> accessor) {
            claim(name);
            collections.put(name, new Items<>(items, accessor));
            items.labels.forEach(labels::putIfAbsent);
            return this;
        }

        /**
         * Says where consents are found, for {@code CONSENT email FOR newsletter IS GRANTED}.
         *
         * @param accessor gets all statements, by time
         * @return this
         */
        public Builder<C> consents(Function<? super C, List<Consent>> accessor) {
            consents = accessor;
            return this;
        }

        /**
         * Says what tells customers apart, for {@code IN SAMPLE 'spring' OF 10 PERCENT}.
         *
         * @param accessor gets the id
         * @return this
         */
        public Builder<C> key(Function<? super C, String> accessor) {
            key = accessor;
            return this;
        }

        /**
         * Says which fact dates a thing of this class: a thing that is dated after the moment rules look from is not
         * seen, and foreign amounts convert at that day.
         *
         * @param fact the name of a fact of type date or instant
         * @return this
         */
        public Builder<C> datedBy(String fact) {
            dateFact = fact;
            return this;
        }

        /**
         * Says what sentences call a fact or collection; by its name unless set. A collection brings the words of its
         * facts along.
         *
         * @param name the name in rules
         * @param english in English
         * @param french in French, with its article: {@code le pays}
         * @return this
         */
        public Builder<C> label(String name, String english, String french) {
            labels.put(name, new Wording(english, english, french, french));
            return this;
        }

        private void claim(String name) {
            Texts.required("fact name", name, 60);
            if (facts.containsKey(name) || collections.containsKey(name)) {
                throw new IllegalArgumentException(
                        "facts of " + owner + ": \"" + name + "\" is there twice (expected: each name once)");
            }
        }

        /**
         * The catalogue.
         *
         * @return never null
         * @throws IllegalArgumentException when the fact that dates things is not among the facts, or of another type
         */
        public FactCatalogue<C> build() {
            if (dateFact.isEmpty()) {
                return new FactCatalogue<>(this, null);
            }
            Fact<C> date = facts.get(dateFact);
            if (date == null || date.type() != FactType.DATE && date.type() != FactType.INSTANT) {
                throw new IllegalArgumentException("facts of " + owner + ": datedBy(\"" + dateFact
                        + "\") (expected: the name of a date or an instant among its facts)");
            }
            return new FactCatalogue<>(this, date);
        }
    }
}
