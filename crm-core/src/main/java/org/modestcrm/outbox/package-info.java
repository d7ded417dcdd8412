/**
 * Mails on their way: kept before they are sent, so that none is lost and none goes out twice.
 *
 * <p>Start at {@link org.modestcrm.outbox.Outbox}. A mail is known by its {@link org.modestcrm.outbox.MailKey}; its bytes
 * are made once and stay what they are, however often they are sent.
 */
@NullMarked
package org.modestcrm.outbox;

import org.jspecify.annotations.NullMarked;
