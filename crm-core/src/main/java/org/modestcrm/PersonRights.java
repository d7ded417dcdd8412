package org.modestcrm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Event;
import org.modestcrm.order.Order;
import org.modestcrm.source.CustomerErasedException;
import org.modestcrm.source.Erasure;
import org.modestcrm.source.ErasureKey;
import org.modestcrm.source.Restriction;

/**
 * What a person may ask for: to see everything that is held, to be forgotten, to have the data left alone. Thread-safe;
 * see {@link Crm#rights}.
 */
public final class PersonRights {
    private final Recording recording;
    private final ErasureKey key;
    private final List<PersonalDataHolder> holders;

    PersonRights(Recording recording, ErasureKey key, List<PersonalDataHolder> holders) {
        this.recording = recording;
        this.key = key;
        this.holders = List.copyOf(holders);
    }

    /**
     * Everything held about a person.
     *
     * @param customer any id of the person
     * @return empty when nobody has this id
     */
    public Optional<PersonalDataExport> export(CustomerId customer) {
        return file(customer).map(file -> new PersonalDataExport(file, recording.now()));
    }

    private Optional<PersonFile> file(CustomerId customer) {
        return recording
                .stores
                .customers()
                .find(customer)
                .map(known -> new PersonFile(recording.stores, holders, known));
    }

    /**
     * Erases a person: everything that tells of the person goes, orders and refunds stay without the person, and a
     * tombstone of keyed digests refuses later imports. Erasing an erased person changes nothing.
     *
     * @param customer any id of the person
     * @return the tombstone, empty when nobody has or had this id
     */
    public Optional<Erasure> erase(CustomerId customer) {
        return recording.unit(List.of(customer), () -> {
            Optional<Erasure> erased = recording.stores.register().erasure(customer);
            return erased.isPresent() ? erased : file(customer).map(this::erase);
        });
    }

    private Erasure erase(PersonFile file) {
        return recording.unit(file.ids(), () -> {
            Customer known = file.customer();
            Set<String> digests = new TreeSet<>(key.digests(known));
            file.records().forEach(record -> digests.addAll(key.digests(record)));
            for (Order order : file.orders()) {
                order.email().ifPresent(email -> digests.add(key.digest(email)));
            }
            Erasure erasure = new Erasure(known.id(), file.ids(), digests, key.id(), recording.now());
            file.erase();
            recording.stores.register().record(erasure);
            recording.publish(known.id(), (id, at) -> new Event.CustomerErased(id, at, known.id(), erasure.ids()));
            return erasure;
        });
    }

    /**
     * Lets a person who was erased become a customer again by her own will: what this customer is known by is no longer
     * refused. What was erased stays erased, and the old ids stay refused.
     *
     * @param customer by what the person will be known, under a new id
     * @throws CustomerErasedException when the id is one of an erased person
     */
    public void readmit(Customer customer) {
        recording.unit(List.of(customer.id()), () -> {
            recording.refuseErased(customer.toString(), customer.id());
            recording.stores.register().readmit(key.digests(customer));
            return customer;
        });
    }

    /**
     * Keeps a person's data from being used: from now on the person gets what is owed by a contract and nothing else.
     *
     * @param customer any id of the person
     * @param reason a sentence for staff
     * @param by who noted it, a code
     * @throws IllegalArgumentException when nobody has this id
     */
    public void restrict(CustomerId customer, String reason, String by) {
        recording.unit(List.of(customer), () -> {
            if (recording.stores.customers().find(customer).isEmpty()) {
                throw new IllegalArgumentException(
                        "customer " + customer + " is unknown (expected: the id of a customer)");
            }
            recording.stores.register().record(new Restriction(customer, reason, by, recording.now()));
            return published(customer, Event.Processing.RESTRICTED);
        });
    }

    /**
     * Lets a person's data be used again.
     *
     * @param customer any id of the person
     */
    public void lift(CustomerId customer) {
        recording.unit(List.of(customer), () -> {
            boolean restricted = isRestricted(customer);
            recording.stores.register().lift(recording.ids(customer));
            return restricted ? published(customer, Event.Processing.FREE) : customer;
        });
    }

    private CustomerId published(CustomerId customer, Event.Processing state) {
        recording.publish(customer, (id, at) -> new Event.ProcessingChanged(id, at, customer, state));
        return customer;
    }

    /**
     * Whether a person's data may not be used for now. Who counts segments or
     * hands out profiles asks this first.
     *
     * @param customer any id of the person
     * @return true while a restriction stands
     */
    public boolean isRestricted(CustomerId customer) {
        return !recording
                .stores
                .register()
                .restrictions(recording.ids(customer))
                .isEmpty();
    }
}
