package org.modestcrm.order;

import java.time.Instant;
import org.modestcrm.internal.Times;

/**
 * When an order got how far.
 *
 * @param status how far
 * @param at when
 */
public record StatusChange(OrderStatus status, Instant at) {
    /**
     * Cuts the instant to the microsecond.
     *
     * @param status how far
     * @param at when
     */
    public StatusChange {
        at = Times.kept(status + ", at", at);
    }
}
