/**
 * What sites hand each other, and the memory of having done so.
 *
 * <p>Start at {@link org.modestcrm.exchangelog.Profile}: what one site tells another of a customer, in no format yet.
 * {@link org.modestcrm.exchangelog.ExchangeJournal} remembers which messages came in and how they were answered, who got
 * which profile, where imported profiles went and which are gone for good. Formats and the rules of sharing live in
 * other jars; nothing here reads a clock.
 */
@NullMarked
package org.modestcrm.exchangelog;

import org.jspecify.annotations.NullMarked;
