package org.modestcrm.value;

import java.time.LocalDate;

/**
 * The repeat orders of all customers of a back-test up to a day.
 *
 * @param day the last day counted
 * @param actual repeat purchase days so far
 * @param expected by the model, which knows nothing later than the split
 */
public record TrackingPoint(LocalDate day, int actual, double expected) {}
