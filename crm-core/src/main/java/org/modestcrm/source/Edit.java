package org.modestcrm.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.modestcrm.customer.Customer;

/** What somebody changed of a customer as shown, carried over to the records the customer is put together from. */
final class Edit {
    private final Customer shown;
    private final Customer given;

    Edit(Customer shown, Customer given) {
        this.shown = shown;
        this.given = given;
    }

    /** The fields that have another value now. */
    List<Field> fields() {
        return Field.of(List.of(shown, given)).stream()
                .filter(field -> changed(field) && field.read(given).isPresent())
                .toList();
    }

    private boolean changed(Field field) {
        return !field.read(given).equals(field.read(shown));
    }

    /** What the record whose id survived says now: all that was added or changed is its word. */
    Customer own(Customer said) {
        Customer.Builder next = other(said).toBuilder();
        fields().forEach(field -> field.write(next, field.read(given).orElseThrow()));
        added(Customer::identifiers).forEach(next::identifier);
        added(Customer::contactPoints).forEach(next::contactPoint);
        added(Customer::addressBook).forEach(next::address);
        added(Customer::preferences).forEach(next::preference);
        return next.build();
    }

    /** What another record says now: it no longer says what was taken away. */
    Customer other(Customer said) {
        Customer.Builder next = Customer.builder(said.id());
        for (Field field : Field.of(List.of(said))) {
            Optional<?> value = field.read(said);
            boolean takenAway = changed(field) && field.read(given).isEmpty();
            if (value.isPresent() && !takenAway) {
                field.write(next, value.get());
            }
        }
        kept(
                        Customer::identifiers,
                        said,
                        (one, two) -> one.type().equals(two.type())
                                && one.source().equals(two.source())
                                && one.value().equals(two.value()))
                .forEach(next::identifier);
        kept(
                        Customer::contactPoints,
                        said,
                        (one, two) -> one.channel().equals(two.channel())
                                && one.address().equals(two.address()))
                .forEach(next::contactPoint);
        kept(Customer::addressBook, said, (one, two) -> one.address().equals(two.address()))
                .forEach(next::address);
        kept(
                        Customer::preferences,
                        said,
                        (one, two) -> one.name().equals(two.name())
                                && one.kind() == two.kind()
                                && one.source().equals(two.source()))
                .forEach(next::preference);
        return next.build();
    }

    private <T> List<T> added(Function<Customer, List<T>> part) {
        List<T> added = new ArrayList<>(part.apply(given));
        added.removeAll(part.apply(shown));
        return added;
    }

    /** What a record says of a list, without what was shown before and is no longer. */
    private <T> List<T> kept(Function<Customer, List<T>> part, Customer said, BiPredicate<T, T> same) {
        return part.apply(said).stream()
                .filter(value -> part.apply(given).stream().anyMatch(other -> same.test(value, other))
                        || part.apply(shown).stream().noneMatch(other -> same.test(value, other)))
                .toList();
    }
}
