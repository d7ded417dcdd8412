package org.modestcrm.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A birth date, with its year or without, as people give it. Immutable. */
public final class BirthDate {
    private final MonthDay day;
    private final @Nullable LocalDate date;

    private BirthDate(MonthDay day, @Nullable LocalDate date) {
        this.day = day;
        this.date = date;
    }

    /**
     * A birth date whose year is known.
     *
     * @param date the date
     * @return the birth date
     */
    public static BirthDate of(LocalDate date) {
        return new BirthDate(MonthDay.from(date), date);
    }

    /**
     * A birthday whose year the customer kept to herself.
     *
     * @param day month and day
     * @return the birth date
     */
    public static BirthDate withoutYear(MonthDay day) {
        return new BirthDate(day, null);
    }

    /**
     * Reads {@code 1980-02-29} or {@code --02-29} (ISO 8601).
     *
     * @param text the text
     * @return the birth date
     * @throws IllegalArgumentException when the text is no date
     */
    public static BirthDate parse(String text) {
        try {
            return text.startsWith("--") ? withoutYear(MonthDay.parse(text)) : of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "birth date of " + text.length() + " characters (expected: 1980-02-29, or --02-29 without year)",
                    e);
        }
    }

    /**
     * Month and day.
     *
     * @return never null
     */
    public MonthDay day() {
        return day;
    }

    /**
     * The whole date.
     *
     * @return empty when the year is not known
     */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(date);
    }

    /**
     * The text {@link #parse} reads.
     *
     * @return {@code 1980-02-29} or {@code --02-29}
     */
    public String text() {
        return date == null ? day.toString() : date.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BirthDate that && day.equals(that.day) && Objects.equals(date, that.date);
    }

    @Override
    public int hashCode() {
        return Objects.hash(day, date);
    }

    /** Whether the year is known: the date stays out of logs. */
    @Override
    public String toString() {
        return date == null ? "birthday" : "birth date";
    }
}
