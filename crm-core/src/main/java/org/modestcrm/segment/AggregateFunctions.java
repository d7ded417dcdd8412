package org.modestcrm.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.modestcrm.money.Money;
import org.modestcrm.segment.AggregateFunction.Accumulator;

/**
 * The figures of the standard rule language. Count and sum of nothing are 0; all others of nothing are missing. To add
 * one: a constant, its name in {@link #builtIn}, its rows in AggregateFunctionsTest, its row in docs/operators.md.
 */
public final class AggregateFunctions {
    private static final Set<FactType> QUANTITIES = EnumSet.of(FactType.NUMBER, FactType.MONEY);
    private static final Set<FactType> ORDERED =
            EnumSet.of(FactType.TEXT, FactType.NUMBER, FactType.MONEY, FactType.DATE, FactType.INSTANT);
    private static final Set<FactType> ALL = EnumSet.complementOf(EnumSet.of(FactType.BIRTHDAY));

    /** How many there are. */
    public static final AggregateFunction COUNT =
            function("count", Set.of(), type -> FactType.NUMBER, Counting::new, "number of {0}", "nombre de {0}");

    /** The sum; amounts of other currencies are converted at the day of each thing. */
    public static final AggregateFunction SUM =
            function("sum", QUANTITIES, type -> type, Summing::new, "sum of {1} over {0}", "somme de {1} sur {0}");

    /** The average, compared exactly. */
    public static final AggregateFunction AVG = function(
            "avg", QUANTITIES, type -> type, Averaging::new, "average of {1} over {0}", "moyenne de {1} sur {0}");

    /** The smallest. */
    public static final AggregateFunction MIN = function(
            "min",
            ORDERED,
            type -> type,
            () -> new Picking((next, best) -> Values.compare(next, best) < 0),
            "smallest {1} of {0}",
            "plus petit {1} de {0}");

    /** The greatest. */
    public static final AggregateFunction MAX = function(
            "max",
            ORDERED,
            type -> type,
            () -> new Picking((next, best) -> Values.compare(next, best) > 0),
            "greatest {1} of {0}",
            "plus grand {1} de {0}");

    /** The value of the earliest thing. */
    public static final AggregateFunction FIRST = function(
            "first", ALL, type -> type, () -> new Dating(-1), "{1} of the first of {0}", "{1} du premier de {0}");

    /** The value of the latest thing. */
    public static final AggregateFunction LAST =
            function("last", ALL, type -> type, () -> new Dating(1), "{1} of the last of {0}", "{1} du dernier de {0}");

    /** How many different values there are. */
    public static final AggregateFunction DISTINCT = function(
            "distinct",
            ALL,
            type -> FactType.NUMBER,
            Telling::new,
            "number of different {1} in {0}",
            "nombre de {1} différents dans {0}");

    /** The middle value; of an even number of values the mean of the two in the middle. */
    public static final AggregateFunction MEDIAN = function(
            "median", QUANTITIES, type -> type, Middle::new, "median of {1} over {0}", "médiane de {1} sur {0}");

    private AggregateFunctions() {}

    /**
     * All of them; the parser and docs/operators.md read this list.
     *
     * @return each once
     */
    public static List<AggregateFunction> builtIn() {
        return List.of(COUNT, SUM, AVG, MIN, MAX, FIRST, LAST, DISTINCT, MEDIAN);
    }

    /** Whether a function asks which thing came first, so that things must be dated. */
    static boolean needsDates(AggregateFunction function) {
        return function == FIRST || function == LAST;
    }

    private static AggregateFunction function(
            String name,
            Set<FactType> types,
            UnaryOperator<FactType> result,
            Supplier<Accumulator> accumulators,
            String english,
            String french) {
        return new AggregateFunction(name, types, result, accumulators, new Wording(english, english, french, french));
    }

    private static final class Counting implements Accumulator {
        private long count;

        @Override
        public void add(Object value, Comparable<?> date) {
            count++;
        }

        @Override
        public Object result() {
            return BigDecimal.valueOf(count);
        }
    }

    /** Adds up numbers, or amounts of one currency. */
    private static class Summing implements Accumulator {
        BigDecimal sum = BigDecimal.ZERO;
        long count;

        @Nullable Money first;

        @Override
        public void add(Object value, Comparable<?> date) {
            if (value instanceof Money money) {
                first = first == null ? money : first;
                sum = sum.add(money.amount());
            } else {
                sum = sum.add((BigDecimal) value);
            }
            count++;
        }

        @Override
        public @Nullable Object result() {
            return first == null ? sum : Money.of(sum, first.currency());
        }
    }

    private static final class Averaging extends Summing {
        @Override
        public @Nullable Object result() {
            return count == 0 ? null : new Values.Average(sum, count, first == null ? null : first.currency());
        }
    }

    private interface Better {
        boolean than(Object next, Object best);
    }

    private static final class Picking implements Accumulator {
        private final Better better;
        private @Nullable Object best;

        Picking(Better better) {
            this.better = better;
        }

        @Override
        public void add(Object value, Comparable<?> date) {
            if (best == null || better.than(value, best)) {
                best = value;
            }
        }

        @Override
        public @Nullable Object result() {
            return best;
        }
    }

    private static final class Dating implements Accumulator {
        private final int direction;
        private @Nullable Object chosen;
        private @Nullable Comparable<?> chosenDate;

        Dating(int direction) {
            this.direction = direction;
        }

        /** Of things of one moment the first handed in is the first, the last the last. */
        @Override
        @SuppressWarnings("unchecked") // dates of one collection are of one type
        public void add(Object value, Comparable<?> date) {
            int later = chosenDate == null ? direction : ((Comparable<Object>) date).compareTo(chosenDate);
            if (later * direction > 0 || later == 0 && direction > 0) {
                chosen = value;
                chosenDate = date;
            }
        }

        @Override
        public @Nullable Object result() {
            return chosen;
        }
    }

    private static final class Telling implements Accumulator {
        private final Set<Object> values = new HashSet<>();

        @Override
        public void add(Object value, Comparable<?> date) {
            values.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
        }

        @Override
        public Object result() {
            return BigDecimal.valueOf(values.size());
        }
    }

    private static final class Middle implements Accumulator {
        private final List<Object> values = new ArrayList<>();

        @Override
        public void add(Object value, Comparable<?> date) {
            values.add(value);
        }

        @Override
        public @Nullable Object result() {
            if (values.isEmpty()) {
                return null;
            }
            values.sort(Values::compare);
            Averaging middle = new Averaging();
            middle.add(values.get((values.size() - 1) / 2), "");
            middle.add(values.get(values.size() / 2), "");
            return middle.result();
        }
    }
}
