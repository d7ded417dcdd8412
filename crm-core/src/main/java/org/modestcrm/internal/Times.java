package org.modestcrm.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The instants that are kept: to the microsecond, as databases do, in years of four digits. */
public final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    /**
     * The instant as it is kept.
     *
     * @param what the name of the part, for the message
     * @param value the instant
     * @return the instant cut to the microsecond
     * @throws IllegalArgumentException when its year has more than four digits or lies before 1
     */
    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the part below the second is all that is cut
    public static Instant kept(String what, Instant value) {
        if (value.isBefore(FIRST) || !value.isBefore(END)) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: a year from 1 to 9999)");
        }
        return value.getNano() % 1000 == 0 ? value : value.truncatedTo(ChronoUnit.MICROS);
    }
}
