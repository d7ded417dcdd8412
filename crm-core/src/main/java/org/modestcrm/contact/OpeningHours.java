package org.modestcrm.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hours of a week in which somebody is there, by the shop's clock, without holidays. Immutable.
 *
 * <pre>{@code
 * Availability hours = OpeningHours.in(ZoneId.of("Europe/Paris"))
 *     .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(18, 0))
 *     .closed(LocalDate.of(2026, 12, 25))
 *     .build();
 * }</pre>
 */
public final class OpeningHours implements Availability {
    /** How many days ahead an open hour is looked for. */
    private static final int DAYS = 400;

    private final ZoneId zone;
    private final List<Stretch> stretches;
    private final Set<LocalDate> closed;

    private OpeningHours(Builder from) {
        this.zone = from.zone;
        this.stretches = List.copyOf(from.stretches);
        this.closed = Set.copyOf(from.closed);
    }

    private record Stretch(DayOfWeek day, LocalTime fromInclusive, LocalTime toExclusive) {}

    /**
     * Begins opening hours.
     *
     * @param zone of the shop's clock
     * @return a builder of hours that are never open
     */
    public static Builder in(ZoneId zone) {
        return new Builder(zone);
    }

    @Override
    public Optional<Instant> earliest(Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        for (int i = 0; i < DAYS; i++) {
            Optional<Instant> found = earliestOn(today.plusDays(i), at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> earliestOn(LocalDate day, Instant at) {
        if (closed.contains(day)) {
            return Optional.empty();
        }
        return stretches.stream()
                .filter(stretch -> stretch.day() == day.getDayOfWeek())
                .filter(stretch -> instant(day, stretch.toExclusive()).isAfter(at))
                .map(stretch -> {
                    Instant opens = instant(day, stretch.fromInclusive());
                    return opens.isAfter(at) ? opens : at;
                })
                .min(Instant::compareTo);
    }

    private Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** Collects hours. For one thread. */
    public static final class Builder {
        private final ZoneId zone;
        private final List<Stretch> stretches = new ArrayList<>();
        private final Set<LocalDate> closed = new HashSet<>();

        private Builder(ZoneId zone) {
            this.zone = zone;
        }

        /**
         * Adds open hours on some days of the week.
         *
         * @param first the first day
         * @param last the last day, the same one for one day
         * @param fromInclusive when they begin
         * @param toExclusive when they end, later on the same day
         * @return this
         */
        public Builder open(DayOfWeek first, DayOfWeek last, LocalTime fromInclusive, LocalTime toExclusive) {
            if (!fromInclusive.isBefore(toExclusive)) {
                throw new IllegalArgumentException("opening hours: from " + fromInclusive + " to " + toExclusive
                        + " (expected: an end later on the same day)");
            }
            int days = Math.floorMod(last.getValue() - first.getValue(), 7);
            for (int i = 0; i <= days; i++) {
                stretches.add(new Stretch(first.plus(i), fromInclusive, toExclusive));
            }
            return this;
        }

        /**
         * Adds a day on which nobody is there.
         *
         * @param day the day
         * @return this
         */
        public Builder closed(LocalDate day) {
            closed.add(day);
            return this;
        }

        /**
         * The hours.
         *
         * @return never null
         */
        public OpeningHours build() {
            return new OpeningHours(this);
        }
    }
}
