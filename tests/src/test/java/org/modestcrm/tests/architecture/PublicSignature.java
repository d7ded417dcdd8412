package org.modestcrm.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One part of what a type shows to callers, and the types it names, type arguments included.
 *
 * @param name the type itself or one of its fields, methods, constructors
 * @param types every type this part names
 */
record PublicSignature(String name, Set<JavaClass> types) {

    /** What the type shows; nothing for a type that callers cannot reach. */
    static List<PublicSignature> of(JavaClass type) {
        List<PublicSignature> parts = new ArrayList<>();
        if (!isReachable(type)) {
            return parts;
        }
        parts.add(header(type));
        type.getFields().stream().filter(PublicSignature::isShown).forEach(field -> parts.add(of(field)));
        type.getCodeUnits().stream().filter(PublicSignature::isShown).forEach(unit -> parts.add(of(unit)));
        return parts;
    }

    boolean isForeign(Predicate<JavaClass> allowed) {
        return !types.stream().allMatch(allowed);
    }

    String describe(Predicate<JavaClass> allowed) {
        return name + " shows "
                + types.stream()
                        .filter(allowed.negate())
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();
    }

    private static boolean isReachable(JavaClass type) {
        boolean shown = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        boolean internal = (type.getPackageName() + ".").contains(".internal.");
        return shown
                && !internal
                && type.getEnclosingClass().map(PublicSignature::isReachable).orElse(true);
    }

    private static boolean isShown(JavaMember member) {
        boolean visible = member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
        return visible && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static PublicSignature header(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        return new PublicSignature(type.getName(), named(Stream.concat(parents, bounds(type.getTypeParameters()))));
    }

    private static PublicSignature of(JavaField field) {
        return new PublicSignature(field.getFullName(), named(Stream.of(field.getType())));
    }

    private static PublicSignature of(JavaCodeUnit unit) {
        Stream<JavaType> named = Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream().map(JavaType.class::cast),
                        bounds(unit.getTypeParameters()))
                .flatMap(types -> types);
        return new PublicSignature(unit.getFullName(), named(named));
    }

    private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> variables) {
        return variables.stream().flatMap(variable -> variable.getBounds().stream());
    }

    private static Set<JavaClass> named(Stream<JavaType> types) {
        Set<JavaClass> raw = new HashSet<>();
        types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive())
                .forEach(raw::add);
        return raw;
    }
}
