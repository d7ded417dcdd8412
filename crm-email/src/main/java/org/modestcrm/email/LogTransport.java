package org.modestcrm.email;

import org.modestcrm.outbox.OutboxMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends nothing and notes in the log {@code org.modestcrm.email} which mail it would have sent. Thread-safe. */
public final class LogTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger("org.modestcrm.email");

    /** A transport that sends nothing. */
    public LogTransport() {}

    @Override
    public SendResult send(OutboxMail mail) {
        LOG.info("{}: {} bytes, not sent", mail.key(), mail.content().length);
        return new SendResult.Accepted("written to the log");
    }
}
