package org.modestcrm.email;

import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.MailState;

/**
 * What {@link OrderMails#confirm} returns: which mail it is and where it is on its way.
 *
 * @param key the mail
 * @param state where it is
 * @param contentDiffers true when it was confirmed before with other content under the same revision; the first
 *     confirmation stands
 */
public record Confirmation(MailKey key, MailState state, boolean contentDiffers) {}
