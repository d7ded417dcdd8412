package org.modestcrm.value;

import java.time.Duration;

/** The unit of time in which parameters and log-likelihoods are given. */
public enum ModelUnit {
    /** One day. */
    DAY(1),
    /** Seven days, as in most published figures. */
    WEEK(7);

    private final int days;

    ModelUnit(int days) {
        this.days = days;
    }

    /**
     * Its length.
     *
     * @return in whole days
     */
    public Duration length() {
        return Duration.ofDays(days);
    }

    int days() {
        return days;
    }

    double in(Duration time) {
        return (time.getSeconds() + time.getNano() / 1e9) / (86_400.0 * days);
    }

    Duration duration(double units) {
        double seconds = units * 86_400.0 * days;
        return seconds > 1e13 ? Duration.ofSeconds(10_000_000_000_000L) : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
