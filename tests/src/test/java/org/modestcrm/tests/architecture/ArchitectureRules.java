package org.modestcrm.tests.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The rules, each a sentence; a module without classes breaks none of them. */
final class ArchitectureRules {
    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile("(Default|Base)([A-Z].*)?|.*(Utils?|Helpers?|Manager|Commons?|Impl)");
    private static final Pattern FORBIDDEN_PACKAGE =
            Pattern.compile(".*\\.(utils?|helpers?|services?|dto|impl|commons?|models?)(\\..*)?");
    private static final List<String> HIDDEN_LIBRARIES = List.of(
            "com.fasterxml.",
            "com.github.benmanes.",
            "com.samskivert.",
            "de.siegmar.",
            "jakarta.xml.bind.",
            "org.codehaus.stax2.",
            "org.slf4j.");
    private static final Set<String> WALL_CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.util.Date.<init>",
            "java.util.GregorianCalendar.<init>",
            "java.util.Calendar.getInstance");

    private final Layout layout;

    ArchitectureRules(Layout layout) {
        this.layout = layout;
    }

    ArchRule core_packages_use_only_packages_to_their_left() {
        return classes()
                .that(layout.areIn(Layout.CORE))
                .should(haveAPlaceInTheCore())
                .andShould(useOnly("packages to the left", this::isToTheLeft))
                .allowEmptyShould(true);
    }

    ArchRule modules_use_only_what_their_row_names() {
        return classes()
                .that(owned())
                .should(useOnly("modules their row names", layout::mayUse))
                .allowEmptyShould(true);
    }

    ArchRule packages_are_free_of_cycles() {
        return slices().matching(layout.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    ArchRule core_shows_no_foreign_type() {
        return classes()
                .that(layout.areIn(Layout.CORE))
                .should(showOnly(
                        "types of the JDK and our own",
                        type -> type.getPackageName().startsWith("java.") || layout.owns(type)))
                .allowEmptyShould(true);
    }

    ArchRule no_module_shows_a_library_it_hides() {
        return classes()
                .that(owned())
                .should(showOnly(
                        "no type of a library that sits behind our own",
                        type -> HIDDEN_LIBRARIES.stream().noneMatch(type.getName()::startsWith)))
                .allowEmptyShould(true);
    }

    ArchRule types_are_named_after_what_they_are() {
        return noClasses()
                .that(owned())
                .should()
                .haveNameMatching("(.*[.$])?(" + FORBIDDEN_NAME.pattern() + ")")
                .allowEmptyShould(true);
    }

    ArchRule packages_are_named_after_the_business() {
        return noClasses()
                .that(owned())
                .should(liveInAPackageNamedLike(FORBIDDEN_PACKAGE))
                .allowEmptyShould(true);
    }

    ArchRule nobody_asks_the_clock() {
        return noClasses()
                .that(owned())
                .should(accessTargetWhere(DescribedPredicate.describe(
                        "the target tells the time without a Clock", ArchitectureRules::asksTheWallClock)))
                .allowEmptyShould(true);
    }

    ArchRule every_package_is_null_marked() {
        return classes().that(owned()).should(liveInANullMarkedPackage()).allowEmptyShould(true);
    }

    ArchRule libraries_print_nothing() {
        return noClasses()
                .that(layout.areInALibrary())
                .should(ACCESS_STANDARD_STREAMS)
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> owned() {
        return DescribedPredicate.describe("are ours", layout::owns);
    }

    private boolean isToTheLeft(JavaClass origin, JavaClass target) {
        return !layout.moduleOf(target).equals(Layout.CORE) || layout.placeInCore(target) <= layout.placeInCore(origin);
    }

    private static boolean asksTheWallClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (owner.getPackageName().startsWith("java.time") && access.getName().equals("now")) {
            return !access.getTarget().getFullName().endsWith("now(" + Clock.class.getName() + ")");
        }
        String name = owner.getName() + "." + access.getName();
        boolean datesFromParts = access.getName().equals("<init>")
                && !access.getTarget().getFullName().endsWith("()");
        return WALL_CLOCKS.contains(name) && !datesFromParts;
    }

    private ArchCondition<JavaClass> haveAPlaceInTheCore() {
        return condition("have a place in the order of the core", (type, events) -> {
            if (layout.placeInCore(type) < 0) {
                events.add(
                        violated(type, type.getName() + " lies in a package without a place in " + Layout.CORE_ORDER));
            }
        });
    }

    private ArchCondition<JavaClass> useOnly(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return condition("use only " + what, (type, events) -> {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (layout.owns(target) && !allowed.test(type, target)) {
                    events.add(violated(type, dependency.getDescription()));
                }
            }
        });
    }

    private ArchCondition<JavaClass> showOnly(String what, Predicate<JavaClass> allowed) {
        return condition(
                "show only " + what,
                (type, events) -> PublicSignature.of(type).stream()
                        .filter(part -> part.isForeign(allowed))
                        .forEach(part -> events.add(violated(type, part.describe(allowed)))));
    }

    private static ArchCondition<JavaClass> liveInAPackageNamedLike(Pattern pattern) {
        return condition("live in a package named " + pattern, (type, events) -> {
            boolean matches = pattern.matcher(type.getPackageName()).matches();
            events.add(new SimpleConditionEvent(type, matches, type.getName() + " lies in " + type.getPackageName()));
        });
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition("live in a package that is @NullMarked", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(violated(type, type.getName() + " lies in a package that is not @NullMarked"));
            }
        });
    }

    private static ConditionEvent violated(JavaClass type, String sentence) {
        return SimpleConditionEvent.violated(type, sentence);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.on(type, events);
            }
        };
    }

    private interface Check {
        void on(JavaClass type, ConditionEvents events);
    }
}
