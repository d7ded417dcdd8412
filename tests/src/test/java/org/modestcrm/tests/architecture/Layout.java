package org.modestcrm.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which modules and packages there are below one root package, and the order they stand in. To add a module: a line in
 * {@link #MAY_USE}. To add a package of the core: its name in {@link #CORE_ORDER}, right of all it uses.
 *
 * @param root package of the core, {@code org.modestcrm} for ours
 */
record Layout(String root) {
    static final String CORE = "core";

    /** The packages of the core; each may use those to its left. The root package stands right of all. */
    static final List<String> CORE_ORDER = List.of(
            "internal",
            "money",
            "customer",
            "source",
            "consent",
            "order",
            "interaction",
            "contact",
            "prediction",
            "segment",
            "task",
            "outbox",
            "exchangelog",
            "event",
            "");

    /** The modules other than the core, by the name of their package, and the modules each may use. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("csv", Set.of(CORE)),
            Map.entry("json", Set.of(CORE)),
            Map.entry("email", Set.of(CORE)),
            Map.entry("exchange", Set.of(CORE)),
            Map.entry("value", Set.of(CORE)),
            Map.entry("identity", Set.of(CORE)),
            Map.entry("desk", Set.of(CORE, "email")),
            Map.entry("jdbc", Set.of(CORE, "json")),
            Map.entry("spring", Set.of(CORE, "json", "email", "jdbc")),
            Map.entry("testkit", Set.of(CORE, "email", "exchange")),
            Map.entry(
                    "cli",
                    Set.of(CORE, "csv", "json", "email", "exchange", "value", "identity", "desk", "jdbc", "spring")));

    boolean owns(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    String moduleOf(JavaClass type) {
        String first = firstPackage(type);
        return MAY_USE.containsKey(first) ? first : CORE;
    }

    boolean mayUse(JavaClass origin, JavaClass target) {
        String from = moduleOf(origin);
        String to = moduleOf(target);
        return from.equals(to) || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    /** The place of a type of the core in {@link #CORE_ORDER}, -1 for a package nobody has given a place. */
    int placeInCore(JavaClass type) {
        return CORE_ORDER.indexOf(firstPackage(type));
    }

    DescribedPredicate<JavaClass> areIn(String module) {
        return DescribedPredicate.describe(
                "are in " + module, type -> owns(type) && moduleOf(type).equals(module));
    }

    DescribedPredicate<JavaClass> areInALibrary() {
        return DescribedPredicate.describe(
                "are in a library", type -> owns(type) && !moduleOf(type).equals("cli"));
    }

    private String firstPackage(JavaClass type) {
        String below = type.getPackageName().substring(root.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }
}
