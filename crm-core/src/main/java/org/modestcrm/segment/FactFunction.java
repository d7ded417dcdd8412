package org.modestcrm.segment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is worked out of one value: {@code age(birthday)}, {@code lower(city)}. Immutable. */
public final class FactFunction {
    private final Builder definition;
    private final Computation computation;

    /** Works it out; null when it cannot be told. */
    @FunctionalInterface
    interface Computation {
        @Nullable Object of(Object value, EvaluationContext context);
    }

    /** When the result may change although the value does not. */
    @FunctionalInterface
    interface Horizon {
        Instant until(Object value, EvaluationContext context);
    }

    private FactFunction(Builder definition, Computation computation) {
        this.definition = definition;
        this.computation = computation;
    }

    /** Begins a function; unless told otherwise it gives a number that only changes with the value. */
    static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * Its name in a rule.
     *
     * @return such as {@code age}
     */
    public String name() {
        return definition.name;
    }

    /**
     * The kinds of value it works on.
     *
     * @return one or more
     */
    public Set<FactType> types() {
        return definition.types;
    }

    /**
     * The kind of value it gives.
     *
     * @return never null
     */
    public FactType result() {
        return definition.result;
    }

    /** Everything it can give; empty when that is not known. */
    Set<String> choices() {
        return definition.choices;
    }

    /** Whether it changes a text, and with it what the text is compared with. */
    boolean isFolding() {
        return definition.folding != null;
    }

    /** What becomes of a text it is compared with: the same as of the value. */
    String folded(String asked) {
        return definition.folding == null ? asked : definition.folding.apply(asked);
    }

    @Nullable Object of(Object value, EvaluationContext context) {
        return computation.of(value, context);
    }

    Instant until(Object value, EvaluationContext context) {
        return definition.horizon.until(value, context);
    }

    String phrase(Locale language, String of) {
        return Wording.filled(definition.wording.phrase(language, false), List.of(of));
    }

    @Override
    public String toString() {
        return definition.name;
    }

    /** Collects the parts of a function. For one thread. */
    static final class Builder {
        private final String name;
        private Set<FactType> types = Set.of();
        private FactType result = FactType.NUMBER;
        private Set<String> choices = Set.of();
        private @Nullable UnaryOperator<String> folding;
        private Horizon horizon = (value, context) -> Instant.MAX;
        private Wording wording;

        private Builder(String name) {
            this.name = name;
            this.wording = Wording.same(name, name);
        }

        Builder of(Set<FactType> value) {
            types = FactType.sorted(value);
            return this;
        }

        /** It gives one of these texts. */
        Builder choosing(Set<String> value) {
            result = FactType.TEXT;
            choices = value;
            return this;
        }

        /** It gives a changed text; what it is compared with is changed the same way. */
        FactFunction folds(UnaryOperator<String> value) {
            result = FactType.TEXT;
            folding = value;
            return computes((text, context) -> value.apply((String) text));
        }

        Builder changing(Horizon value) {
            horizon = value;
            return this;
        }

        /** Sets the words, with {0} for the value. */
        Builder says(String english, String french) {
            wording = new Wording(english, english, french, french);
            return this;
        }

        FactFunction computes(Computation computation) {
            return new FactFunction(this, computation);
        }
    }
}
