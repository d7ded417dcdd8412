package org.modestcrm.outbox;

import java.util.Arrays;
import org.modestcrm.customer.EmailAddress;

/**
 * A mail as it is sent: envelope and bytes. Immutable.
 *
 * @param key what makes it this mail
 * @param sender where bounces go
 * @param recipient to whom it goes
 * @param content the whole message (RFC 5322), made once
 */
public record OutboxMail(MailKey key, EmailAddress sender, EmailAddress recipient, byte[] content) {
    /**
     * Copies the bytes.
     *
     * @param key what makes it this mail
     * @param sender where bounces go
     * @param recipient to whom it goes
     * @param content the message
     */
    public OutboxMail {
        content = content.clone();
    }

    /**
     * The whole message.
     *
     * @return a copy of the bytes
     */
    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutboxMail that
                && key.equals(that.key)
                && sender.equals(that.sender)
                && recipient.equals(that.recipient)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
