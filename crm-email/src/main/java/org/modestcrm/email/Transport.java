package org.modestcrm.email;

import org.modestcrm.outbox.OutboxMail;

/**
 * How mails leave the house. A shop that has a sender of its own gives a lambda; {@link SmtpTransport} and
 * {@link DirectoryTransport} are ours, and the test kit has one that only records. Thread-safe.
 */
@FunctionalInterface
public interface Transport {
    /**
     * Sends a mail once, without trying again.
     *
     * @param mail envelope and bytes; the bytes are sent as they are
     * @return what became of it; a transport reports what it can and throws only on programming mistakes
     */
    SendResult send(OutboxMail mail);
}
