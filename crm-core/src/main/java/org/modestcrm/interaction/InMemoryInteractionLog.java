package org.modestcrm.interaction;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;

/** Interactions in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryInteractionLog implements InteractionLog {
    private static final Comparator<Interaction> BY_TIME = Comparator.comparing(Interaction::at)
            .thenComparing(Interaction::source)
            .thenComparing(Interaction::externalId);

    private final Set<List<String>> known = new HashSet<>();
    private final Map<CustomerId, TreeSet<Interaction>> byCustomer = new HashMap<>();

    /** An empty log. */
    public InMemoryInteractionLog() {}

    @Override
    public synchronized Recorded record(Interaction interaction) {
        if (!known.add(List.of(interaction.source(), interaction.externalId()))) {
            return Recorded.UNCHANGED;
        }
        byCustomer
                .computeIfAbsent(interaction.customer(), k -> new TreeSet<>(BY_TIME))
                .add(interaction);
        return Recorded.NEW;
    }

    @Override
    public synchronized List<Interaction> of(CustomerId customer) {
        TreeSet<Interaction> found = byCustomer.get(customer);
        return found == null ? List.of() : List.copyOf(found);
    }
}
