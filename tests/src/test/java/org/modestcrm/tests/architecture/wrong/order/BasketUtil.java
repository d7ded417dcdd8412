package org.modestcrm.tests.architecture.wrong.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.modestcrm.tests.architecture.wrong.money.Price;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wrong on purpose: its name, the clocks it asks, the logger it shows, what it prints. */
public final class BasketUtil {
    /** A foreign type as a type argument. */
    protected List<Logger> logs = List.of();

    /** A foreign type as the answer. */
    public Logger log() {
        return LoggerFactory.getLogger(Price.class);
    }

    List<Object> clocks() {
        Supplier<LocalTime> later = LocalTime::now;
        return List.of(
                Instant.now(),
                LocalDate.now(ZoneOffset.UTC),
                later,
                System.currentTimeMillis(),
                new Date(),
                new Date(0),
                Instant.now(Clock.systemUTC()));
    }

    void print() {
        System.out.println(logs);
    }
}
