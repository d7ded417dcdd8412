package org.modestcrm.source;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.PersonName;

/** A part of a customer of which there is one, so that sources can disagree on it. Lists are united instead. */
public enum Field {
    /** What the customer is called. */
    NAME(Customer::name, (builder, value) -> builder.name((PersonName) value), value -> filled((PersonName) value)),
    /** The language to speak and write in. */
    LANGUAGE(
            Customer::language,
            (builder, value) -> builder.language((Locale) value),
            value -> ((Locale) value).toLanguageTag().length()),
    /** The zone of the customer's clock. */
    ZONE(Customer::zone, (builder, value) -> builder.zone((ZoneId) value), value -> 1),
    /** The birth date; one with its year is more complete. */
    BIRTH_DATE(
            Customer::birthDate,
            (builder, value) -> builder.birthDate((BirthDate) value),
            value -> ((BirthDate) value).date().isPresent() ? 2 : 1);

    private final Function<Customer, Optional<?>> reader;
    private final BiConsumer<Customer.Builder, Object> writer;
    private final Function<Object, Integer> completeness;

    Field(
            Function<Customer, Optional<?>> reader,
            BiConsumer<Customer.Builder, Object> writer,
            Function<Object, Integer> completeness) {
        this.reader = reader;
        this.writer = writer;
        this.completeness = completeness;
    }

    private static int filled(PersonName name) {
        return (name.given().isEmpty() ? 0 : 1000)
                + (name.family().isEmpty() ? 0 : 1000)
                + name.full().length();
    }

    Optional<?> read(Customer customer) {
        return reader.apply(customer);
    }

    void write(Customer.Builder builder, Object value) {
        writer.accept(builder, value);
    }

    /** More for the value that tells more. */
    int completeness(Object value) {
        return completeness.apply(value);
    }
}
