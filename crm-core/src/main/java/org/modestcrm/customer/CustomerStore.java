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
 */
public interface CustomerStore {
    /**
     * The customer of an id.
     *
     * @param id the id
     * @return empty when nobody has it
     */
    Optional<Customer> find(CustomerId id);

    /**
     * Everybody who has an identifier of this type and value, from any source. Values are compared in their
     * {@link Identifier#normalised() normalised} form.
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
    List<Customer> findByEmail(EmailAddress address);

    /**
     * Keeps a customer.
     *
     * @param customer with the version that was read, 0 for a new one
     * @return the customer as stored, with its new version
     * @throws ConflictException when another version is stored than the one that was read
     */
    Customer save(Customer customer);

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
