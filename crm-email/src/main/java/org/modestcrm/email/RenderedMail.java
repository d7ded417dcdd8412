package org.modestcrm.email;

import org.modestcrm.outbox.OutboxMail;

/**
 * A mail as its reader sees it, and as it is sent.
 *
 * @param subject the subject, never escaped
 * @param html the HTML part
 * @param text the text part, never escaped
 * @param mail envelope and bytes
 */
public record RenderedMail(String subject, String html, String text, OutboxMail mail) {
    @Override
    public String toString() {
        return mail.toString();
    }
}
