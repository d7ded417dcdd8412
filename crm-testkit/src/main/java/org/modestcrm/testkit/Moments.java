package org.modestcrm.testkit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads the times tests are written with. */
final class Moments {
    private Moments() {}

    /** A date alone is noon of that day in UTC, so that it is the same day in nearly every shop. */
    static Instant parse(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "time \"" + text + "\" (expected: a date such as 2026-03-01, or an instant such as"
                            + " 2026-03-01T09:00Z)",
                    e);
        }
    }
}
