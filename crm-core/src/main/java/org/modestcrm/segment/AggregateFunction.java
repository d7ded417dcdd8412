package org.modestcrm.segment;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A figure over many things: {@code count}, {@code sum(total)}. Immutable. */
public final class AggregateFunction {
    private final String name;
    private final Set<FactType> types;
    private final UnaryOperator<FactType> result;
    private final Function<EvaluationContext, Accumulator> accumulators;
    private final Wording wording;
    private final boolean ordered;
    private final boolean daily;

    /** Takes the values one by one. */
    interface Accumulator {
        /** Adds a value; its date is the thing itself where the collection has none. */
        void add(Object value, Comparable<?> date);

        /** The figure, null when there is none. */
        @Nullable Object result();
    }

    private AggregateFunction(Builder from, Function<EvaluationContext, Accumulator> accumulators) {
        this.name = from.name;
        this.types = from.types;
        this.result = from.result;
        this.accumulators = accumulators;
        this.wording = from.wording;
        this.ordered = from.ordered;
        this.daily = from.daily;
    }

    /** Begins a figure; unless told otherwise it takes no fact and is a number. */
    static Builder named(String name) {
        return new Builder(name);
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

    /** Whether it asks which thing came first, so that things must be dated. */
    boolean needsDates() {
        return ordered;
    }

    /** Whether the figure may change every midnight although nothing happens. */
    boolean changesDaily() {
        return daily;
    }

    Accumulator accumulator(EvaluationContext context) {
        return accumulators.apply(context);
    }

    /** The phrase for a sentence, with {0} for the collection and {1} for the fact. */
    String phrase(Locale language) {
        return wording.phrase(language, false);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the parts of a figure. For one thread. */
    static final class Builder {
        private final String name;
        private Set<FactType> types = Set.of();
        private UnaryOperator<FactType> result = type -> FactType.NUMBER;
        private Wording wording;
        private boolean ordered;
        private boolean daily;

        private Builder(String name) {
            this.name = name;
            this.wording = Wording.same(name, name);
        }

        /** Sets the types of fact it works on; what comes out is a number. */
        Builder of(Set<FactType> value) {
            types = FactType.sorted(value);
            return this;
        }

        /** What comes out is of the type of what goes in. */
        Builder asItIs() {
            result = type -> type;
            return this;
        }

        /** It asks which thing came first. */
        Builder byDate() {
            ordered = true;
            return this;
        }

        /** Sets the words, with {0} for the collection and {1} for the fact. */
        Builder says(String english, String french) {
            wording = new Wording(english, english, french, french);
            return this;
        }

        AggregateFunction adds(Supplier<Accumulator> accumulators) {
            return new AggregateFunction(this, context -> accumulators.get());
        }

        /** It counts days of the calendar, until today where it may change daily. */
        AggregateFunction addsDays(boolean untilToday, Function<EvaluationContext, Accumulator> accumulators) {
            daily = untilToday;
            return new AggregateFunction(this, accumulators);
        }
    }
}
