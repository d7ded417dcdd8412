package org.modestcrm.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until the test moves it. Hand it to whatever asks the time, and one call moves them all.
 *
 * <pre>{@code
 * SettableClock clock = SettableClock.at("2026-03-01T09:00Z");
 * Crm crm = Crm.inMemory(clock);
 * clock.advance(Duration.ofDays(30));
 * }</pre>
 *
 * <p>A clock of another zone made from it is moved with it. Thread-safe.
 */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * A clock that shows a moment.
     *
     * @param time an instant such as {@code 2026-03-01T09:00Z}; a date alone is noon of that day in UTC
     * @return a clock in UTC
     * @throws IllegalArgumentException when the text is neither
     */
    public static SettableClock at(String time) {
        return at(Moments.parse(time));
    }

    /**
     * A clock that shows a moment.
     *
     * @param time the moment
     * @return a clock in UTC
     */
    public static SettableClock at(Instant time) {
        return new SettableClock(new AtomicReference<>(time), ZoneOffset.UTC);
    }

    /**
     * Lets time pass.
     *
     * @param time zero or more
     * @return the moment the clock shows now
     * @throws IllegalArgumentException when the time is negative: clocks are turned back with {@link #set}
     */
    public Instant advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(
                    "advance: " + time + " (expected: zero or more; SettableClock.set turns a clock back)");
        }
        return now.updateAndGet(before -> before.plus(time));
    }

    /**
     * Shows another moment, later or earlier.
     *
     * @param time an instant such as {@code 2026-03-01T09:00Z}; a date alone is noon of that day in UTC
     * @throws IllegalArgumentException when the text is neither
     */
    public void set(String time) {
        set(Moments.parse(time));
    }

    /**
     * Shows another moment, later or earlier.
     *
     * @param time the moment
     */
    public void set(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public SettableClock withZone(ZoneId newZone) {
        return new SettableClock(now, newZone);
    }

    /** The moment it shows. */
    @Override
    public String toString() {
        return "clock at " + instant();
    }
}
