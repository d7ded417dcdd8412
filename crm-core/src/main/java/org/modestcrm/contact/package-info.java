/**
 * May we write now: how many messages in how long, at what hours, with whose leave.
 *
 * <p>Start at {@link org.modestcrm.contact.ContactPolicy}, a pure function from a history, a message and an instant to a
 * {@link org.modestcrm.contact.ContactDecision}. {@link org.modestcrm.contact.OfferPolicy} decides what is offered to whom,
 * {@link org.modestcrm.contact.SuppressionList} keeps addresses nobody writes to, and
 * {@link org.modestcrm.contact.ContactSuccess} reports what writing once more is worth.
 */
@NullMarked
package org.modestcrm.contact;

import org.jspecify.annotations.NullMarked;
