package org.modestcrm.customer;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of things begins that are listed newest first, by time and then by descending key. Immutable.
 *
 * <p>For a query: with a key {@code (at, key) < (?, ?)}, without one {@code at <= ?}; keys compare by code point.
 */
public final class Before {
    private final Instant at;
    private final @Nullable String key;

    private Before(Instant at, @Nullable String key) {
        this.at = at;
        this.key = key;
    }

    /**
     * What lies at a moment or before it.
     *
     * @param at the moment
     * @return the beginning
     */
    public static Before atOrBefore(Instant at) {
        return new Before(at, null);
    }

    /**
     * What lies before a moment.
     *
     * @param at the moment
     * @return the beginning
     */
    public static Before strictly(Instant at) {
        return new Before(at, "");
    }

    /**
     * What comes behind a thing in the list.
     *
     * @param at its time
     * @param key its key
     * @return the beginning
     */
    public static Before thing(Instant at, String key) {
        return new Before(at, key);
    }

    /**
     * The latest time.
     *
     * @return never null
     */
    public Instant at() {
        return at;
    }

    /**
     * The key that things of just that time must lie below.
     *
     * @return empty when every thing of that time belongs to the page
     */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Whether a thing belongs to the page or a later one.
     *
     * @param time its time
     * @param itsKey its key
     * @return true when it comes behind the beginning
     */
    public boolean admits(Instant time, String itsKey) {
        int order = time.compareTo(at);
        return order < 0 || order == 0 && (key == null || itsKey.compareTo(key) < 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Before that && at.equals(that.at) && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, key);
    }

    @Override
    public String toString() {
        return key == null ? "at or before " + at : "before " + at + " and key \"" + key + "\"";
    }
}
