package org.modestcrm.customer;

import java.util.Set;
import java.util.TreeSet;

/**
 * A postal address of a customer and what it is used for.
 *
 * @param address the address
 * @param uses what for; empty when the source does not tell
 */
public record AddressEntry(PostalAddress address, Set<AddressUse> uses) {
    /**
     * Copies the uses.
     *
     * @param address the address
     * @param uses what for
     */
    public AddressEntry {
        uses = Set.copyOf(uses);
    }

    /** The same address, used for that too. */
    AddressEntry usedFor(Set<AddressUse> more) {
        Set<AddressUse> all = new TreeSet<>(uses);
        all.addAll(more);
        return new AddressEntry(address, all);
    }

    /** Uses and country: the rest stays out of logs. */
    @Override
    public String toString() {
        return new TreeSet<>(uses) + " " + address;
    }
}
