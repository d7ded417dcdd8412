package org.modestcrm.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.CustomerId;

/**
 * The condition under which things belong to a page.
 *
 * @param time the column of their time
 * @param key the column of their key
 * @param before where the page begins
 */
record Page(String time, String key, Before before) {
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");

    String condition() {
        return keyAtThatTime().isPresent()
                ? "(" + time + " < ? or " + time + " = ? and " + key + " < ?)"
                : time + " <= ?";
    }

    /** Nothing is kept at a fraction of a microsecond: there the key does not matter. */
    private Optional<String> keyAtThatTime() {
        return before.key().filter(text -> before.at().equals(kept()));
    }

    private Instant kept() {
        if (before.at().isAfter(AFTER_ALL)) {
            return AFTER_ALL;
        }
        return before.at().isBefore(BEFORE_ALL) ? BEFORE_ALL : before.at().truncatedTo(ChronoUnit.MICROS);
    }

    Object[] parameters(CustomerId customer) {
        return keyAtThatTime()
                .map(text -> new Object[] {customer.value(), kept(), kept(), text})
                .orElseGet(() -> new Object[] {customer.value(), kept()});
    }
}
