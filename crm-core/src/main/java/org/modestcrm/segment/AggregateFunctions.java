package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final Set<FactType> DATED = EnumSet.of(FactType.DATE, FactType.INSTANT);
    private static final Set<FactType> ALL = EnumSet.complementOf(EnumSet.of(FactType.BIRTHDAY, FactType.LIST));

    /** How many there are. */
    public static final AggregateFunction COUNT = AggregateFunction.named("count")
            .says("number of {0}", "le nombre de {bare 0}")
            .adds(Counting::new);

    /** The sum; amounts of other currencies are converted at the day of each thing. */
    public static final AggregateFunction SUM = AggregateFunction.named("sum")
            .of(QUANTITIES)
            .asItIs()
            .says("sum of {1} over {0}", "la somme {de 1} {de 0}")
            .adds(Summing::new);

    /** The average, compared exactly. */
    public static final AggregateFunction AVG = AggregateFunction.named("avg")
            .of(QUANTITIES)
            .asItIs()
            .says("average of {1} over {0}", "la moyenne {de 1} {de 0}")
            .adds(Averaging::new);

    /** The smallest. */
    public static final AggregateFunction MIN = AggregateFunction.named("min")
            .of(ORDERED)
            .asItIs()
            .says("smallest {1} in {0}", "la plus petite valeur {de 1} dans {0}")
            .adds(() -> new Picking((next, best) -> Values.compare(next, best) < 0));

    /** The greatest. */
    public static final AggregateFunction MAX = AggregateFunction.named("max")
            .of(ORDERED)
            .asItIs()
            .says("greatest {1} in {0}", "la plus grande valeur {de 1} dans {0}")
            .adds(() -> new Picking((next, best) -> Values.compare(next, best) > 0));

    /** The value of the earliest thing. */
    public static final AggregateFunction FIRST = AggregateFunction.named("first")
            .of(ALL)
            .asItIs()
            .byDate()
            .says("first {1} in {0}", "la première valeur {de 1} dans {0}")
            .adds(() -> new Dating(-1));

    /** The value of the latest thing. */
    public static final AggregateFunction LAST = AggregateFunction.named("last")
            .of(ALL)
            .asItIs()
            .byDate()
            .says("last {1} in {0}", "la dernière valeur {de 1} dans {0}")
            .adds(() -> new Dating(1));

    /** How many different values there are. */
    public static final AggregateFunction DISTINCT = AggregateFunction.named("distinct")
            .of(ALL)
            .says("number of different values of {1} in {0}", "le nombre de valeurs différentes {de 1} dans {0}")
            .adds(Telling::new);

    /** The middle value; of an even number of values the mean of the two in the middle. */
    public static final AggregateFunction MEDIAN = AggregateFunction.named("median")
            .of(QUANTITIES)
            .asItIs()
            .says("median of {1} over {0}", "la médiane {de 1} {de 0}")
            .adds(Middle::new);

    /** The mean number of days from one to the next, compared exactly; missing for fewer than two. */
    public static final AggregateFunction MEAN_GAP = AggregateFunction.named("meanGap")
            .of(DATED)
            .says(
                    "mean number of days between one {1} and the next in {0}",
                    "le nombre moyen de jours d'une valeur {de 1} à la suivante dans {0}")
            .addsDays(false, context -> new Rhythm(context, false));

    /**
     * How many times the own mean gap has passed since the last: 2 is twice as long as usual. By days of the calendar,
     * compared exactly; missing for fewer than two days.
     */
    public static final AggregateFunction OVERDUE = AggregateFunction.named("overdue")
            .of(DATED)
            .says(
                    "times the usual gap since the last {1} in {0}",
                    "le multiple de l'écart habituel écoulé depuis la dernière valeur {de 1} dans {0}")
            .addsDays(true, context -> new Rhythm(context, true));

    private AggregateFunctions() {}

    /**
     * All of them; the parser and docs/operators.md read this list.
     *
     * @return each once
     */
    public static List<AggregateFunction> builtIn() {
        return List.of(COUNT, SUM, AVG, MIN, MAX, FIRST, LAST, DISTINCT, MEDIAN, MEAN_GAP, OVERDUE);
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

    /** Days of the calendar from the first to the last, and from there to today. */
    private static final class Rhythm implements Accumulator {
        private final EvaluationContext context;
        private final boolean untilToday;
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;
        private long count;

        Rhythm(EvaluationContext context, boolean untilToday) {
            this.context = context;
            this.untilToday = untilToday;
        }

        @Override
        public void add(Object value, Comparable<?> date) {
            LocalDate day = value instanceof LocalDate local ? local : Days.of((Instant) value, context.zone());
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
            count++;
        }

        @Override
        public @Nullable Object result() {
            if (count < 2 || untilToday && first.equals(last)) {
                return null;
            }
            long all = ChronoUnit.DAYS.between(first, last);
            if (!untilToday) {
                return new Values.Average(BigDecimal.valueOf(all), count - 1, null);
            }
            long since = ChronoUnit.DAYS.between(last, context.today());
            return new Values.Average(BigDecimal.valueOf(since).multiply(BigDecimal.valueOf(count - 1)), all, null);
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
