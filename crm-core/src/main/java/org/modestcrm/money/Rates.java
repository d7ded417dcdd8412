package org.modestcrm.money;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * Converts between currencies; the shop implements it over the rates its books use. Implementations are thread-safe and
 * give the same answer for the same day for ever, so that a report of last year stays what it was.
 */
@FunctionalInterface
public interface Rates {
    /**
     * The amount in another currency, at the rate of a day.
     *
     * @param amount what to convert
     * @param to the currency wanted; never the amount's own
     * @param on the day whose rate holds
     * @return the converted amount, empty when no rate of that day is known
     */
    Optional<Money> convert(Money amount, Currency to, LocalDate on);

    /**
     * No rates: what is in another currency stays unknown.
     *
     * @return rates that convert nothing
     */
    static Rates none() {
        return (amount, to, on) -> Optional.empty();
    }
}
