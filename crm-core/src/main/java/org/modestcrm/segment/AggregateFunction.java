package org.modestcrm.segment;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A figure over many things: {@code count}, {@code sum(total)}. Immutable. */
public final class AggregateFunction {
    private final String name;
    private final Set<FactType> types;
    private final UnaryOperator<FactType> result;
    private final Supplier<Accumulator> accumulators;
    private final Wording wording;

    /** Takes the values one by one. */
    interface Accumulator {
        /** Adds a value; its date is the thing itself where the collection has none. */
        void add(Object value, Comparable<?> date);

        /** The figure, null when there is none. */
        @Nullable Object result();
    }

    /** What goes in and what comes out; no types mean it takes no fact. */
    AggregateFunction(
            String name,
            Set<FactType> types,
            UnaryOperator<FactType> result,
            Supplier<Accumulator> accumulators,
            Wording wording) {
        this.name = name;
        this.types = types;
        this.result = result;
        this.accumulators = accumulators;
        this.wording = wording;
    }

    /**
     * Its name in a rule.
     *
     * @return such as {@code sum}
     */
    public String name() {
        return name;
    }

    /**
     * Whether it works on a fact of each thing.
     *
     * @return false for {@code count}
     */
    public boolean takesFact() {
        return !types.isEmpty();
    }

    /**
     * The kinds of fact it works on.
     *
     * @return empty when it takes none
     */
    public Set<FactType> types() {
        return types;
    }

    FactType resultOf(FactType type) {
        return result.apply(type);
    }

    Accumulator accumulator() {
        return accumulators.get();
    }

    /** The phrase for a sentence, with {0} for the collection and {1} for the fact. */
    String phrase(Locale language) {
        return wording.phrase(language, false);
    }

    @Override
    public String toString() {
        return name;
    }
}
