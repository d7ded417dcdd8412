package org.modestcrm.identity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.SourceRecord;

/**
 * What one source says of one person, as given: the neutral form in which records are matched. Values are kept raw; the
 * forms in which they are compared are made from them and never replace them. Immutable.
 *
 * <pre>{@code
 * PersonRecord record = PersonRecord.builder(RecordKey.of("till", "88"))
 *     .value(PersonField.FULL_NAME, "DUPONT Jean")
 *     .value(PersonField.PHONE, "06 12 34 56 78")
 *     .value(PersonField.COUNTRY, "FR")
 *     .identifier("loyalty_id", "5017872896606")
 *     .build();
 * }</pre>
 */
public final class PersonRecord {
    /** The most values of one field that are kept; more are a fault of the source and are refused. */
    static final int MOST_VALUES = 50;

    private final RecordKey key;
    private final Map<PersonField, List<String>> values;
    private final Map<String, List<String>> identifiers;

    private PersonRecord(Builder from) {
        this.key = from.key;
        Map<PersonField, List<String>> copied = new EnumMap<>(PersonField.class);
        from.values.forEach((field, all) -> copied.put(field, List.copyOf(all)));
        this.values = copied;
        this.identifiers = new TreeMap<>();
        from.identifiers.forEach((kind, all) -> identifiers.put(kind, List.copyOf(all)));
    }

    /**
     * Begins a record.
     *
     * @param key which record of which source
     * @return a builder with nothing but the key
     */
    public static Builder builder(RecordKey key) {
        return new Builder(key);
    }

    /**
     * The neutral form of a source record of the core.
     *
     * @param record what the source says
     * @return the same values
     */
    public static PersonRecord from(SourceRecord record) {
        Customer said = record.said();
        Builder builder = builder(record.key());
        said.name().ifPresent(name -> {
            builder.value(PersonField.GIVEN_NAME, name.given()).value(PersonField.FAMILY_NAME, name.family());
            if (name.given().isEmpty() && name.family().isEmpty()) {
                builder.value(PersonField.FULL_NAME, name.full());
            }
        });
        said.contactPoints().forEach(point -> contact(builder, point));
        said.addresses().forEach(address -> address(builder, address));
        said.identifiers().forEach(identifier -> identifier(builder, identifier));
        said.birthDate()
                .flatMap(BirthDate::date)
                .ifPresent(date -> builder.value(PersonField.BIRTH_DATE, date.toString()));
        return builder.build();
    }

    private static void contact(Builder builder, ContactPoint point) {
        if (point.channel().equals(Channel.EMAIL)) {
            builder.value(PersonField.EMAIL, point.address());
        } else if (point.channel().equals(Channel.PHONE) || point.channel().equals(Channel.SMS)) {
            builder.value(PersonField.PHONE, point.address());
        }
    }

    private static void address(Builder builder, PostalAddress address) {
        if (!address.lines().isEmpty()
                || !address.postcode().isEmpty()
                || !address.city().isEmpty()) {
            // one entry in each field, so that the parts of the second address stay together
            builder.add(PersonField.STREET, address.lines().isEmpty() ? "" : String.join(", ", address.lines()));
            builder.add(PersonField.POSTCODE, address.postcode());
            builder.add(PersonField.CITY, address.city());
            builder.add(PersonField.REGION, address.region());
        }
        builder.add(PersonField.COUNTRY, address.country().orElse(""));
    }

    private static void identifier(Builder builder, Identifier identifier) {
        if (identifier.type().equals(IdentifierType.EMAIL)) {
            builder.value(PersonField.EMAIL, identifier.value());
        } else if (identifier.type().equals(IdentifierType.PHONE)) {
            builder.value(PersonField.PHONE, identifier.value());
        } else {
            builder.identifier(identifier.type().code() + "@" + identifier.source(), identifier.value());
        }
    }

    /**
     * Which record of which source.
     *
     * @return never null
     */
    public RecordKey key() {
        return key;
    }

    /**
     * What the source says in a field.
     *
     * @param field which
     * @return as given, in the order given; empty when it says nothing
     */
    public List<String> values(PersonField field) {
        return values.getOrDefault(field, List.of());
    }

    /** The value of a field, or of the one with this place in it; empty text when there is none. */
    String value(PersonField field, int place) {
        List<String> all = values(field);
        return place < all.size() ? all.get(place) : "";
    }

    /**
     * The numbers by which sources know the person, such as those of loyalty cards.
     *
     * @return values by kind; may be empty
     */
    public Map<String, List<String>> identifiers() {
        return Map.copyOf(identifiers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonRecord that
                && key.equals(that.key)
                && values.equals(that.values)
                && identifiers.equals(that.identifiers);
    }

    @Override
    public int hashCode() {
        return key.hashCode() * 31 + values.hashCode();
    }

    /** The key only: the rest stays out of logs. */
    @Override
    public String toString() {
        return "record " + key;
    }

    /** Collects values. For one thread. */
    public static final class Builder {
        private final RecordKey key;
        private final Map<PersonField, List<String>> values = new EnumMap<>(PersonField.class);
        private final Map<String, List<String>> identifiers = new TreeMap<>();

        private Builder(RecordKey key) {
            this.key = key;
        }

        /**
         * Adds a value; a blank one is no value.
         *
         * @param field of what
         * @param value as given, of any length
         * @return this
         * @throws IllegalArgumentException when the field has 50 values already
         */
        public Builder value(PersonField field, String value) {
            return value.isBlank() ? this : add(field, value);
        }

        private Builder add(PersonField field, String value) {
            List<String> known = values.computeIfAbsent(field, f -> new ArrayList<>(1));
            if (known.size() == MOST_VALUES) {
                throw new IllegalArgumentException("record " + key + ", " + field + ": more than " + MOST_VALUES
                        + " values (expected: at most " + MOST_VALUES + ")");
            }
            known.add(value);
            return this;
        }

        /**
         * Adds a number by which a source knows the person; a blank one is none.
         *
         * @param kind of which kind: numbers of different kinds are never compared
         * @param value as given
         * @return this
         */
        public Builder identifier(String kind, String value) {
            if (!value.isBlank()) {
                identifiers.computeIfAbsent(kind, k -> new ArrayList<>(1)).add(value);
            }
            return this;
        }

        /**
         * The record.
         *
         * @return never null; it may say nothing at all, and then is a person of its own
         */
        public PersonRecord build() {
            return new PersonRecord(this);
        }
    }
}
