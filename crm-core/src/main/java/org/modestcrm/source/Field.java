package org.modestcrm.source;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.modestcrm.customer.AttributeValue;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerKind;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PersonName;
import org.modestcrm.internal.Texts;

/**
 * A part of a customer of which there is one, so that sources can disagree on it; a shop-declared attribute is one too.
 * Lists are united instead. Equality is of the name. Immutable.
 */
public final class Field implements Comparable<Field> {
    private static final String ATTRIBUTE = "ATTRIBUTE:";

    /** Person or organisation; only the latter is news. */
    public static final Field KIND = new Field(
            "KIND",
            customer -> Optional.of(customer.kind()).filter(kind -> kind == CustomerKind.ORGANISATION),
            (builder, value) -> builder.kind((CustomerKind) value),
            value -> 1);
    /** What the person is called. */
    public static final Field NAME = new Field(
            "NAME",
            Customer::name,
            (builder, value) -> builder.name((PersonName) value),
            value -> filled((PersonName) value));
    /** The organisation the customer is or buys for. */
    public static final Field ORGANISATION = new Field(
            "ORGANISATION",
            customer -> Optional.of(customer.organisation()).filter(text -> !text.isEmpty()),
            (builder, value) -> builder.organisation((String) value),
            value -> ((String) value).length());
    /** The language to speak and write in. */
    public static final Field LANGUAGE = new Field(
            "LANGUAGE",
            Customer::language,
            (builder, value) -> builder.language((Locale) value),
            value -> ((Locale) value).toLanguageTag().length());
    /** The zone of the customer's clock. */
    public static final Field ZONE =
            new Field("ZONE", Customer::zone, (builder, value) -> builder.zone((ZoneId) value), value -> 1);
    /** The birth date; one with its year is more complete. */
    public static final Field BIRTH_DATE = new Field(
            "BIRTH_DATE",
            Customer::birthDate,
            (builder, value) -> builder.birthDate((BirthDate) value),
            value -> ((BirthDate) value).date().isPresent() ? 2 : 1);
    /** The partner who sent the customer. */
    public static final Field REFERRED_BY = new Field(
            "REFERRED_BY", Customer::referredBy, (builder, value) -> builder.referredBy((PartnerId) value), value -> 1);

    private final String name;
    private final Function<Customer, Optional<?>> reader;
    private final BiConsumer<Customer.Builder, Object> writer;
    private final ToIntFunction<Object> completeness;

    private Field(
            String name,
            Function<Customer, Optional<?>> reader,
            BiConsumer<Customer.Builder, Object> writer,
            ToIntFunction<Object> completeness) {
        this.name = name;
        this.reader = reader;
        this.writer = writer;
        this.completeness = completeness;
    }

    /**
     * The fields every customer has.
     *
     * @return the constants
     */
    public static List<Field> builtIn() {
        return List.of(KIND, NAME, ORGANISATION, LANGUAGE, ZONE, BIRTH_DATE, REFERRED_BY);
    }

    /**
     * The field of a shop-declared attribute.
     *
     * @param attribute its name
     * @return the field
     */
    public static Field attribute(String attribute) {
        Texts.code("attribute", attribute);
        return new Field(
                ATTRIBUTE + attribute,
                customer -> Optional.ofNullable(customer.attributes().get(attribute)),
                (builder, value) -> builder.attribute(attribute, (AttributeValue) value),
                value -> 1);
    }

    /**
     * The field of a name, as {@link #name()} gives it.
     *
     * @param name such as {@code BIRTH_DATE} or {@code ATTRIBUTE:credit}
     * @return the field
     * @throws IllegalArgumentException when there is none
     */
    public static Field of(String name) {
        if (name.startsWith(ATTRIBUTE)) {
            return attribute(name.substring(ATTRIBUTE.length()));
        }
        return builtIn().stream()
                .filter(field -> field.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("field of " + name.length()
                        + " characters is unknown (expected: one of " + builtIn() + " or " + ATTRIBUTE + "name)"));
    }

    /** Every field one of these customers has a value of. */
    static List<Field> of(Collection<Customer> customers) {
        List<Field> fields = new ArrayList<>(builtIn());
        TreeSet<String> attributes = new TreeSet<>();
        customers.forEach(customer -> attributes.addAll(customer.attributes().keySet()));
        attributes.forEach(attribute -> fields.add(attribute(attribute)));
        return fields;
    }

    private static int filled(PersonName name) {
        return (name.given().isEmpty() ? 0 : 1000)
                + (name.family().isEmpty() ? 0 : 1000)
                + name.full().length();
    }

    /**
     * Its name.
     *
     * @return such as {@code BIRTH_DATE} or {@code ATTRIBUTE:credit}
     */
    public String name() {
        return name;
    }

    Optional<?> read(Customer customer) {
        return reader.apply(customer);
    }

    void write(Customer.Builder builder, Object value) {
        writer.accept(builder, value);
    }

    /** More for the value that tells more. */
    int completeness(Object value) {
        return completeness.applyAsInt(value);
    }

    @Override
    public int compareTo(Field other) {
        return name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Field that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
