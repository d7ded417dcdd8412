package org.modestcrm.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.money.Rates;

/**
 * All a rule needs to know of the world: the moment it looks from, the zone of its calendar, rates, policies. Rules ask
 * no clock. Immutable.
 */
public final class EvaluationContext {
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;
    private final @Nullable Currency reportCurrency;
    private final Rates rates;
    private final LeapDay leapDay;

    /** When a birthday of 29 February is kept in a common year. */
    public enum LeapDay {
        /** On 28 February. */
        FEBRUARY_28,
        /** On 1 March. */
        MARCH_1
    }

    private EvaluationContext(
            Instant now, ZoneId zone, @Nullable Currency reportCurrency, Rates rates, LeapDay leapDay) {
        this.now = now;
        this.zone = Objects.requireNonNull(zone);
        this.today = now.atZone(zone).toLocalDate();
        this.reportCurrency = reportCurrency;
        this.rates = rates;
        this.leapDay = leapDay;
    }

    /**
     * A context without rates; birthdays of 29 February are kept on the 28th.
     *
     * @param now the moment rules look from; what is dated later is not seen
     * @param zone the zone of days, weeks, months and years
     * @return the context
     */
    public static EvaluationContext at(Instant now, ZoneId zone) {
        return new EvaluationContext(now, zone, null, Rates.none(), LeapDay.FEBRUARY_28);
    }

    /**
     * The same at another moment.
     *
     * @param moment the moment rules look from
     * @return a changed copy
     */
    public EvaluationContext withNow(Instant moment) {
        return new EvaluationContext(moment, zone, reportCurrency, rates, leapDay);
    }

    /**
     * The same with rates between currencies. Amounts of an order convert at its own day; without a rate they are
     * missing.
     *
     * @param value the rates
     * @return a changed copy
     */
    public EvaluationContext withRates(Rates value) {
        return new EvaluationContext(now, zone, reportCurrency, value, leapDay);
    }

    /**
     * The same with a currency for sums that no rule compares with an amount.
     *
     * @param value the currency
     * @return a changed copy
     */
    public EvaluationContext withReportCurrency(Currency value) {
        return new EvaluationContext(now, zone, value, rates, leapDay);
    }

    /**
     * The same with another day for birthdays of 29 February.
     *
     * @param value the policy
     * @return a changed copy
     */
    public EvaluationContext withLeapDay(LeapDay value) {
        return new EvaluationContext(now, zone, reportCurrency, rates, value);
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
        return zone;
    }

    /**
     * The day of {@link #now} in the zone.
     *
     * @return never null
     */
    public LocalDate today() {
        return today;
    }

    /**
     * The currency of sums that no rule compares with an amount.
     *
     * @return empty when not set
     */
    public Optional<Currency> reportCurrency() {
        return Optional.ofNullable(reportCurrency);
    }

    /**
     * The rates.
     *
     * @return none unless set
     */
    public Rates rates() {
        return rates;
    }

    /**
     * When birthdays of 29 February are kept in a common year.
     *
     * @return 28 February unless set
     */
    public LeapDay leapDay() {
        return leapDay;
    }
}
