/**
 * May we write now: how many messages in how long, at what hours, with whose leave.
 *
 * <p>Start at {@link org.modestcrm.contact.ContactPolicy}, a pure function from a history, a message and an instant to a
 * {@link org.modestcrm.contact.ContactDecision}.
 */
@NullMarked
package org.modestcrm.contact;

import org.jspecify.annotations.NullMarked;
