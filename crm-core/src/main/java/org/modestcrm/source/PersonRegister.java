package org.modestcrm.source;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.modestcrm.customer.CustomerId;

/**
 * Who was erased and whose data may not be used. A port: {@link InMemoryPersonRegister} is ours. Thread-safe.
 */
public interface PersonRegister {
    /**
     * Keeps a tombstone for good.
     *
     * @param erasure the tombstone; the same again changes nothing
     */
    void record(Erasure erasure);

    /**
     * The tombstone of an id.
     *
     * @param customer any id the person went by
     * @return empty when nobody of this id was erased
     */
    Optional<Erasure> erasure(CustomerId customer);

    /**
     * The tombstones that have one of some digests.
     *
     * @param digests made with {@link ErasureKey}
     * @return by time; may be empty
     */
    List<Erasure> erasures(Collection<String> digests);

    /**
     * Takes digests out of every tombstone, so that a person who comes back of her own will can be known again. The
     * tombstones and their ids stay.
     *
     * @param digests made with {@link ErasureKey}
     */
    void readmit(Collection<String> digests);

    /**
     * Keeps that a customer's data may not be used; it takes the place of an earlier restriction of this id.
     *
     * @param restriction the restriction
     */
    void record(Restriction restriction);

    /**
     * The restrictions of some ids.
     *
     * @param customers all ids of a person
     * @return by time; may be empty
     */
    List<Restriction> restrictions(Collection<CustomerId> customers);

    /**
     * Takes the restrictions of some ids back.
     *
     * @param customers all ids of a person
     */
    void lift(Collection<CustomerId> customers);
}
