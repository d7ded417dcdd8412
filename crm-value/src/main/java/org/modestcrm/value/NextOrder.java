package org.modestcrm.value;

import java.time.Duration;

/**
 * When a customer who has not left will order again, from the end of what was seen.
 *
 * @param early one customer in ten with this history orders within it
 * @param median every second one does
 * @param late nine in ten do
 */
public record NextOrder(Duration early, Duration median, Duration late) {}
