package org.modestcrm.customer;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Keeps customers. A port: {@link InMemoryCustomerStore} is ours, a shop may put its own over its tables. Thread-safe.
 *
 * <p>Saving is guarded by {@link Customer#version()}: who saves a copy that is no longer the newest gets a
 * {@link ConflictException} and nothing is written.
 *
 * <p>It holds each person once, as shown today. The ids of records that turned out to be the same person's are
 * <em>aliases</em>: they find that person for good. What a customer did may be kept under any of her {@link #idsOf ids}.
 */
public interface CustomerStore {
    /**
     * The customer of an id.
     *
     * @param id the id, or an alias
     * @return under the surviving id; empty when nobody has it
     */
    Optional<Customer> find(CustomerId id);

    /**
     * Everybody who has an identifier of this type and value, from any source, or a contact point of
     * {@linkplain ContactPoint#identifierType() that type}. Values are compared in their
     * {@link IdentifierType#normalise normalised} form.
     *
     * @param type the kind of identifier
     * @param value the value in any spelling
     * @return by ascending id, may be empty; several when a value is shared
     */
    List<Customer> findByIdentifier(IdentifierType type, String value);

    /**
     * Everybody who can be written to at this address.
     *
     * @param address the address; compared without regard to case
     * @return by ascending id, may be empty; several when an address is shared
     */
    default List<Customer> findByEmail(EmailAddress address) {
        return findByIdentifier(IdentifierType.EMAIL, address.value());
    }

    /**
     * Keeps a customer.
     *
     * @param customer with the version that was read, 0 for a new one
     * @return the customer as stored, with its new version
     * @throws ConflictException when another version is stored than the one that was read
     */
    Customer save(Customer customer);

    /**
     * Keeps many customers, for imports: either all of them or none.
     *
     * @param customers each with the version that was read
     * @return as stored, in the same order
     * @throws ConflictException when another version of one of them is stored; nothing is written then
     */
    List<Customer> saveAll(List<Customer> customers);

    /**
     * Takes a customer out: erased, or shown under another id from now on. Aliases of the id go with it.
     *
     * @param id the surviving id; one that nobody has is no mistake
     */
    void remove(CustomerId id);

    /**
     * Makes one id an alias of another. It must not be the id of a customer who is shown.
     *
     * @param alias the id that finds somebody else from now on
     * @param surviving the id of that customer; no alias itself
     * @throws IllegalArgumentException when the alias is shown itself, or the same as the surviving id
     */
    void alias(CustomerId alias, CustomerId surviving);

    /**
     * Takes an alias back, so that a customer can be saved under that id again.
     *
     * @param alias the id; one that is no alias is no mistake
     */
    void unalias(CustomerId alias);

    /**
     * Every id a customer goes by.
     *
     * @param id the surviving id or an alias
     * @return the surviving id first, then its aliases in ascending order; the id alone when nobody has it
     */
    List<CustomerId> idsOf(CustomerId id);

    /**
     * All customers, as of some moment during the call.
     *
     * @return by ascending id; close it after use
     */
    Stream<Customer> all();

    /**
     * Changes a customer, again and again until nobody else saved in between.
     *
     * @param id whom to change
     * @param change gives the changed copy; may be called several times
     * @return the customer as stored, empty when nobody has the id
     */
    default Optional<Customer> update(CustomerId id, UnaryOperator<Customer> change) {
        while (true) {
            Optional<Customer> known = find(id);
            if (known.isEmpty()) {
                return known;
            }
            try {
                return Optional.of(save(change.apply(known.get())));
            } catch (ConflictException again) {
                // somebody else saved first: the loop reads what is there now
            }
        }
    }
}
