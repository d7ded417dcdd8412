package org.modestcrm.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The attributes a shop has declared: what is not declared is refused. Immutable. */
public final class Attributes {
    private final Map<String, Attribute<?>> byName = new TreeMap<>();

    private Attributes(List<Attribute<?>> declared) {
        for (Attribute<?> attribute : declared) {
            if (byName.put(attribute.name(), attribute) != null) {
                throw new IllegalArgumentException(
                        "attribute " + attribute.name() + " is declared twice (expected: once)");
            }
        }
    }

    /**
     * The declared attributes.
     *
     * @param declared all of them
     * @return the declaration
     */
    public static Attributes of(Attribute<?>... declared) {
        return new Attributes(List.of(declared));
    }

    /**
     * All of them.
     *
     * @return by name
     */
    public Collection<Attribute<?>> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The attribute of a name.
     *
     * @param name the name
     * @return empty when none is declared
     */
    public Optional<Attribute<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Checks a customer's attributes.
     *
     * @param customer the customer
     * @throws IllegalArgumentException naming every attribute that is not declared or does not fit its declaration
     */
    public void check(Customer customer) {
        List<String> problems = new ArrayList<>();
        customer.attributes().forEach((name, value) -> {
            Attribute<?> declared = byName.get(name);
            if (declared == null) {
                problems.add("attribute " + name + ": not declared (expected: one of " + byName.keySet() + ")");
            } else {
                declared.problem(value).ifPresent(problems::add);
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("customer " + customer.id() + ": " + String.join("; ", problems));
        }
    }
}
