package org.modestcrm.segment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.modestcrm.money.Rates;

/**
 * All a rule needs to know of the world: the moment it looks from, the zone of its calendar, rates, policies. Rules ask
 * no clock. Immutable.
 */
public final class EvaluationContext {
    private final Instant now;
    private final LocalDate today;
    private final Settings settings;

    /** When a birthday of 29 February is kept in a common year. */
    public enum LeapDay {
        /** On 28 February. */
        FEBRUARY_28,
        /** On 1 March. */
        MARCH_1
    }

    /** Everything but the moment. */
    private record Settings(
            ZoneId zone, Optional<Currency> reportCurrency, Rates rates, LeapDay leapDay, DayOfWeek weekStart) {}

    private EvaluationContext(Instant now, Settings settings) {
        this.now = now;
        this.settings = settings;
        this.today = Days.of(now, settings.zone());
    }

    /**
     * A context without rates; birthdays of 29 February are kept on the 28th.
     *
     * @param now the moment rules look from; what is dated later is not seen
     * @param zone the zone of days, weeks, months and years
     * @return the context
     */
    public static EvaluationContext at(Instant now, ZoneId zone) {
        return new EvaluationContext(
                now, new Settings(zone, Optional.empty(), Rates.none(), LeapDay.FEBRUARY_28, DayOfWeek.MONDAY));
    }

    /**
     * The same at another moment.
     *
     * @param moment the moment rules look from
     * @return a changed copy
     */
    public EvaluationContext withNow(Instant moment) {
        return new EvaluationContext(moment, settings);
    }

    /**
     * The same with rates between currencies. Amounts of an order convert at its own day; without a rate they are
     * missing.
     *
     * @param value the rates
     * @return a changed copy
     */
    public EvaluationContext withRates(Rates value) {
        return new EvaluationContext(
                now, new Settings(zone(), settings.reportCurrency(), value, leapDay(), weekStart()));
    }

    /**
     * The same with a currency for sums that no rule compares with an amount.
     *
     * @param value the currency
     * @return a changed copy
     */
    public EvaluationContext withReportCurrency(Currency value) {
        return new EvaluationContext(now, new Settings(zone(), Optional.of(value), rates(), leapDay(), weekStart()));
    }

    /**
     * The same with another day for birthdays of 29 February.
     *
     * @param value the policy
     * @return a changed copy
     */
    public EvaluationContext withLeapDay(LeapDay value) {
        return new EvaluationContext(now, new Settings(zone(), settings.reportCurrency(), rates(), value, weekStart()));
    }

    /**
     * The same with another first day of the week.
     *
     * @param value the day
     * @return a changed copy
     */
    public EvaluationContext withWeekStart(DayOfWeek value) {
        return new EvaluationContext(now, new Settings(zone(), settings.reportCurrency(), rates(), leapDay(), value));
    }

    /**
     * The first day of the week.
     *
     * @return Monday unless set
     */
    public DayOfWeek weekStart() {
        return settings.weekStart();
    }

    /**
     * The moment rules look from.
     *
     * @return never null
     */
    public Instant now() {
        return now;
    }

    /**
     * The zone of days, weeks, months and years.
     *
     * @return never null
     */
    public ZoneId zone() {
        return settings.zone();
    }

    /**
     * The day of {@link #now} in the zone.
     *
     * @return never null
     */
    public LocalDate today() {
        return today;
    }

    /** When the day of the moment ends. */
    Instant endOfToday() {
        return Days.start(today.plusDays(1), zone());
    }

    /**
     * The currency of sums that no rule compares with an amount.
     *
     * @return empty when not set
     */
    public Optional<Currency> reportCurrency() {
        return settings.reportCurrency();
    }

    /**
     * The rates.
     *
     * @return none unless set
     */
    public Rates rates() {
        return settings.rates();
    }

    /**
     * When birthdays of 29 February are kept in a common year.
     *
     * @return 28 February unless set
     */
    public LeapDay leapDay() {
        return settings.leapDay();
    }
}
