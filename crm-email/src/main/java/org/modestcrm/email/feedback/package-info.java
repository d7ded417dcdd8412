/**
 * What comes back after a mail was sent: replies of servers, bounces, complaints.
 *
 * <p>Start at {@link org.modestcrm.email.feedback.BounceReader}, which reads what lands in the mailbox of bounces, and
 * {@link org.modestcrm.email.feedback.DeliveryFeedback}, which keeps addresses that are not there from being written to again.
 * {@link org.modestcrm.email.feedback.Diagnosis} says what a reply means, and whether it speaks of the address, of the mail or
 * of the sender: only the first ever suppresses anybody.
 */
@NullMarked
package org.modestcrm.email.feedback;

import org.jspecify.annotations.NullMarked;
