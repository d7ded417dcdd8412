package org.modestcrm.segment;

import java.util.List;

/** What a rule looks at: a fact, or a figure over many things such as {@code orders().sum(total)}. Immutable. */
public sealed interface Value {
    /**
     * A fact by its name in the catalogue.
     *
     * @param name the name
     * @param place where it was written
     */
    record Fact(String name, Place place) implements Value {
        /**
         * A fact that was not read from a text.
         *
         * @param name the name
         * @return the fact
         */
        public static Fact of(String name) {
            return new Fact(name, Place.NONE);
        }
    }

    /**
     * A figure over those things of a collection that pass a filter.
     *
     * @param collection the name of the collection in the catalogue
     * @param filter which of them; {@link Rule#always()} for all
     * @param function what is worked out
     * @param of the fact of each thing that goes in; as many as the function takes
     * @param place where it was written
     */
    record Aggregate(String collection, Rule filter, AggregateFunction function, List<Fact> of, Place place)
            implements Value {
        /**
         * Copies the list and checks its length.
         *
         * @param collection the collection
         * @param filter which of them
         * @param function what is worked out
         * @param of what goes in
         * @param place where it was written
         */
        public Aggregate {
            of = List.copyOf(of);
            if (of.size() != (function.takesFact() ? 1 : 0)) {
                throw new IllegalArgumentException(function.name() + " of " + of.size() + " facts (expected: "
                        + (function.takesFact() ? "1" : "none") + ")");
            }
        }
    }
}
