package org.modestcrm.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.money.Money;
import org.modestcrm.segment.TimeWindow.Bounds;

/** A value ready to be read at one moment. Immutable. */
@SuppressWarnings("ReferenceEquality") // NO_RATE is what it is by being itself
interface ValueNode {
    /** Stands for an amount that is there but has no rate into the currency a rule asks for. */
    Object NO_RATE = new Object();

    /** The value, null when missing; lowers the horizon of the run to the first instant at which it may change. */
    @Nullable Object get(Object subject, Run run);

    /** The windows it looks through. */
    default List<Bounds> windows() {
        return List.of();
    }

    /** A fact of the thing itself. */
    record FactNode(Function<Object, ? extends @Nullable Object> accessor) implements ValueNode {
        @Override
        public @Nullable Object get(Object subject, Run run) {
            return accessor.apply(subject);
        }
    }

    /** An amount that can be asked for in any currency; converted at the day of the thing, today where it has none. */
    record Amount(FactNode amount, @Nullable FactNode date, EvaluationContext context) implements ValueNode {
        @Override
        public @Nullable Object get(Object subject, Run run) {
            return amount.get(subject, run);
        }

        @Nullable Object in(Currency currency, Object subject, Run run) {
            Money money = (Money) amount.get(subject, run);
            if (money == null || money.currency().equals(currency)) {
                return money;
            }
            Object converted =
                    context.rates().convert(money, currency, day(subject, run)).orElse(null);
            return converted == null ? NO_RATE : converted;
        }

        private LocalDate day(Object subject, Run run) {
            Object at = date == null ? null : date.get(subject, run);
            if (at == null) {
                run.noLaterThan(context.endOfToday());
                return context.today();
            }
            return at instanceof Instant instant ? Days.of(instant, context.zone()) : (LocalDate) at;
        }
    }

    /** An amount in the currency a rule asks for. */
    record Converted(Amount amount, Currency currency) implements ValueNode {
        @Override
        public @Nullable Object get(Object subject, Run run) {
            return amount.in(currency, subject, run);
        }
    }

    /** What is worked out of another value. */
    record Derived(ValueNode of, FactFunction function, EvaluationContext context) implements ValueNode {
        @Override
        public @Nullable Object get(Object subject, Run run) {
            Object value = of.get(subject, run);
            if (value == null || value == NO_RATE) {
                return value;
            }
            run.noLaterThan(function.until(value, context));
            return function.of(value, context);
        }

        @Override
        public List<Bounds> windows() {
            return of.windows();
        }
    }

    /** Which things of a collection are looked at: those dated by now that pass a filter. */
    record Selection(FactNode items, @Nullable FactNode date, Node filter, EvaluationContext context) {
        Collection<?> all(Object subject, Run run) {
            Object found = items.get(subject, run);
            return found == null ? List.of() : (Collection<?>) found;
        }

        /** The date of a thing that is in; null for one that is not. What has no date of its own is always there. */
        @Nullable Comparable<?> dateOf(Object item, Run run) {
            Comparable<?> at = date == null ? "" : (Comparable<?>) date.get(item, run);
            if (at == null || date != null && !hasHappened(at, run)) {
                return null;
            }
            return filter.test(item, run) ? at : null;
        }

        private boolean hasHappened(Object at, Run run) {
            Instant from = TimeWindow.start(at, context.zone());
            boolean happened = !from.isAfter(context.now());
            if (!happened) {
                run.noLaterThan(from);
            }
            return happened;
        }
    }

    /**
     * A figure over things. Things without the fact do not count; one without a rate makes the figure missing, as do
     * amounts of two currencies where a rule asks for none.
     */
    record Aggregate(
            Selection selection,
            AggregateFunction function,
            @Nullable ValueNode of,
            @Nullable Object ofNothing) implements ValueNode {
        @Override
        public @Nullable Object get(Object subject, Run run) {
            AggregateFunction.Accumulator accumulator = function.accumulator(selection.context());
            if (function.changesDaily()) {
                run.noLaterThan(selection.context().endOfToday());
            }
            Object first = null;
            for (Object item : selection.all(subject, run)) {
                Comparable<?> date = selection.dateOf(item, run);
                Object value = date == null ? null : of == null ? item : of.get(item, run);
                if (value == NO_RATE || of != null && differ(first, value)) {
                    return NO_RATE;
                }
                if (date != null && value != null) {
                    accumulator.add(value, date);
                    first = value;
                }
            }
            return first == null && ofNothing != null ? ofNothing : accumulator.result();
        }

        @Override
        public List<Bounds> windows() {
            return selection.filter().windows();
        }

        private static boolean differ(@Nullable Object first, @Nullable Object next) {
            return first instanceof Money one
                    && next instanceof Money other
                    && !one.currency().equals(other.currency());
        }
    }
}
