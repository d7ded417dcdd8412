package org.modestcrm.interaction;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/** Interactions in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryInteractionLog implements InteractionLog {
    private static final Comparator<Interaction> BY_TIME =
            Comparator.comparing(Interaction::at).thenComparing(Interaction::key);

    private final Map<String, Interaction> byKey = new HashMap<>();
    private final Map<CustomerId, TreeSet<Interaction>> byCustomer = new HashMap<>();

    /** An empty log. */
    public InMemoryInteractionLog() {}

    @Override
    public synchronized Recorded record(Interaction interaction) {
        return recordAll(List.of(interaction)).get(0);
    }

    @Override
    public synchronized List<Recorded> recordAll(List<Interaction> interactions) {
        Map<String, Interaction> coming = new HashMap<>();
        for (Interaction interaction : interactions) {
            refuseOther(interaction, byKey.getOrDefault(interaction.key(), interaction));
            refuseOther(interaction, coming.getOrDefault(interaction.key(), interaction));
            coming.put(interaction.key(), interaction);
        }
        return interactions.stream().map(this::put).toList();
    }

    private static void refuseOther(Interaction interaction, Interaction known) {
        if (!known.equals(interaction)) {
            throw new IllegalArgumentException(interaction + " is known with other content, of " + known.at()
                    + " (expected: an external id of its own)");
        }
    }

    private Recorded put(Interaction interaction) {
        if (byKey.putIfAbsent(interaction.key(), interaction) != null) {
            return Recorded.UNCHANGED;
        }
        byCustomer
                .computeIfAbsent(interaction.customer(), k -> new TreeSet<>(BY_TIME))
                .add(interaction);
        return Recorded.NEW;
    }

    @Override
    public synchronized Optional<Interaction> find(String source, String externalId) {
        return Optional.ofNullable(byKey.get(source + "/" + externalId));
    }

    @Override
    public synchronized List<Interaction> of(CustomerId customer) {
        TreeSet<Interaction> found = byCustomer.get(customer);
        return found == null ? List.of() : List.copyOf(found);
    }

    @Override
    public synchronized List<Interaction> page(Collection<CustomerId> customers, Before before, int max) {
        return customers.stream()
                .flatMap(customer -> of(customer).stream())
                .filter(interaction -> before.admits(interaction.at(), interaction.key()))
                .sorted(BY_TIME.reversed())
                .limit(max)
                .toList();
    }

    @Override
    public synchronized void remove(Collection<CustomerId> customers) {
        for (CustomerId customer : customers) {
            of(customer).forEach(interaction -> byKey.remove(interaction.key()));
            byCustomer.remove(customer);
        }
    }
}
