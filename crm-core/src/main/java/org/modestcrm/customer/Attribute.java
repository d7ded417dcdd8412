package org.modestcrm.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.internal.Texts;
import org.modestcrm.money.Money;

/**
 * A field of customers that a shop declares itself. Equality is of the declaration. Immutable.
 *
 * <pre>{@code
 * static final Attribute<Money> CREDIT = Attribute.money("credit");
 * static final Attribute<List<String>> SIZES = Attribute.listOf(Attribute.text("sizes"));
 *
 * Customer richer = customer.toBuilder().attribute(CREDIT, Money.of("20", "EUR")).build();
 * Optional<Money> credit = richer.attribute(CREDIT);
 * }</pre>
 *
 * @param <T> what it holds
 */
public final class Attribute<T> {
    private final String name;
    private final AttributeType type;
    private final List<String> choices;
    private final @Nullable Attribute<?> element;
    private final Function<T, AttributeValue> wrap;
    private final Function<AttributeValue, T> unwrap;

    private Attribute(Declaration declaration, Function<T, AttributeValue> wrap, Function<AttributeValue, T> unwrap) {
        this.name = Texts.code("attribute", declaration.name);
        this.type = declaration.type;
        this.choices = List.copyOf(declaration.choices);
        this.element = declaration.element;
        this.wrap = wrap;
        this.unwrap = unwrap;
    }

    private record Declaration(
            String name,
            AttributeType type,
            List<String> choices,
            @Nullable Attribute<?> element) {
        static Declaration of(String name, AttributeType type) {
            return new Declaration(name, type, List.of(), null);
        }
    }

    /**
     * Declares a text.
     *
     * @param name a code
     * @return the attribute
     */
    public static Attribute<String> text(String name) {
        return new Attribute<>(
                Declaration.of(name, AttributeType.TEXT),
                AttributeValue.Text::new,
                value -> ((AttributeValue.Text) value).value());
    }

    /**
     * Declares a number.
     *
     * @param name a code
     * @return the attribute
     */
    public static Attribute<BigDecimal> number(String name) {
        return new Attribute<>(
                Declaration.of(name, AttributeType.NUMBER),
                AttributeValue.Number::new,
                value -> ((AttributeValue.Number) value).value());
    }

    /**
     * Declares an amount of money.
     *
     * @param name a code
     * @return the attribute
     */
    public static Attribute<Money> money(String name) {
        return new Attribute<>(
                Declaration.of(name, AttributeType.MONEY),
                AttributeValue.Amount::new,
                value -> ((AttributeValue.Amount) value).value());
    }

    /**
     * Declares a day.
     *
     * @param name a code
     * @return the attribute
     */
    public static Attribute<LocalDate> date(String name) {
        return new Attribute<>(
                Declaration.of(name, AttributeType.DATE),
                AttributeValue.Date::new,
                value -> ((AttributeValue.Date) value).value());
    }

    /**
     * Declares a point in time.
     *
     * @param name a code
     * @return the attribute
     */
    public static Attribute<Instant> instant(String name) {
        return new Attribute<>(
                Declaration.of(name, AttributeType.INSTANT),
                AttributeValue.Moment::new,
                value -> ((AttributeValue.Moment) value).value());
    }

    /**
     * Declares a yes or no.
     *
     * @param name a code
     * @return the attribute
     */
    public static Attribute<Boolean> flag(String name) {
        return new Attribute<>(
                Declaration.of(name, AttributeType.BOOLEAN),
                AttributeValue.Flag::new,
                value -> ((AttributeValue.Flag) value).value());
    }

    /**
     * Declares a choice among words.
     *
     * @param name a code
     * @param choices the words, 1 or more
     * @return the attribute
     */
    public static Attribute<String> choice(String name, String... choices) {
        if (choices.length == 0) {
            throw new IllegalArgumentException("attribute " + name + ": no choices (expected: 1 or more)");
        }
        return new Attribute<>(
                new Declaration(name, AttributeType.ENUM, List.of(choices), null),
                AttributeValue.Choice::new,
                value -> ((AttributeValue.Choice) value).value());
    }

    /**
     * Declares a list of what another attribute holds.
     *
     * @param element the attribute, whose name the list takes
     * @param <E> what it holds
     * @return the attribute
     */
    public static <E> Attribute<List<E>> listOf(Attribute<E> element) {
        if (element.type == AttributeType.LIST) {
            throw new IllegalArgumentException("attribute " + element.name + ": a list of lists (expected: one list)");
        }
        return new Attribute<>(
                new Declaration(element.name, AttributeType.LIST, element.choices, element),
                values -> new AttributeValue.Items(
                        values.stream().map(element.wrap).toList()),
                value -> ((AttributeValue.Items) value)
                        .values().stream().map(element.unwrap).toList());
    }

    /**
     * Its name.
     *
     * @return a code
     */
    public String name() {
        return name;
    }

    /**
     * What it holds.
     *
     * @return never null
     */
    public AttributeType type() {
        return type;
    }

    /**
     * The words of a choice, or of a list of choices.
     *
     * @return in the order given; empty for other types
     */
    public List<String> choices() {
        return choices;
    }

    /**
     * What a list holds.
     *
     * @return empty when it is no list
     */
    public Optional<AttributeType> elementType() {
        return Optional.ofNullable(element).map(Attribute::type);
    }

    /**
     * The value as stores and formats see it.
     *
     * @param value the value
     * @return the same value
     * @throws IllegalArgumentException when it is none of the choices
     */
    public AttributeValue wrap(T value) {
        AttributeValue wrapped = wrap.apply(value);
        problem(wrapped).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return wrapped;
    }

    /** The value as the shop sees it; empty when it does not fit the declaration. */
    Optional<T> unwrap(AttributeValue value) {
        return problem(value).isPresent() ? Optional.empty() : Optional.of(unwrap.apply(value));
    }

    /** What does not fit the declaration. */
    Optional<String> problem(AttributeValue value) {
        if (value.type() != type) {
            return Optional.of("attribute " + name + ": " + value.type() + " (expected: " + type + ")");
        }
        if (value instanceof AttributeValue.Choice choice && !choices.contains(choice.value())) {
            return Optional.of("attribute " + name + ": none of the choices (expected: one of " + choices + ")");
        }
        return value instanceof AttributeValue.Items items && element != null
                ? items.values().stream()
                        .flatMap(item -> element.problem(item).stream())
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attribute<?> that
                && name.equals(that.name)
                && type == that.type
                && choices.equals(that.choices)
                && Objects.equals(element, that.element);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, choices, element);
    }

    @Override
    public String toString() {
        return "attribute " + name + " of type " + type;
    }
}
