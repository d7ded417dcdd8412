package org.modestcrm.money;

import java.util.Currency;

/** Two amounts of different currencies were added, subtracted or compared. Convert one first, through {@link Rates}. */
public final class CurrencyMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final Currency first;
    private final Currency second;

    CurrencyMismatchException(Currency first, Currency second) {
        super("currencies differ: " + first + "/" + second);
        this.first = first;
        this.second = second;
    }

    /**
     * The currency of the amount that was asked.
     *
     * @return never null
     */
    public Currency first() {
        return first;
    }

    /**
     * The currency of the amount that was given.
     *
     * @return never null
     */
    public Currency second() {
        return second;
    }
}
