package org.modestcrm.contact;

import java.time.Instant;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.internal.Texts;

/**
 * An address that is not written to. It is kept for the address, not for the person: a customer with a new address starts
 * clean.
 *
 * @param address which address
 * @param reason why
 * @param since from when on
 * @param evidence what showed it, such as {@code 550 5.1.1}; at most 300 characters, no personal data
 */
public record Suppression(EmailAddress address, SuppressionReason reason, Instant since, String evidence) {
    /**
     * Checks the parts.
     *
     * @param address which address
     * @param reason why
     * @param since from when on
     * @param evidence what showed it
     */
    public Suppression {
        Texts.optional("evidence", evidence, 300);
    }

    /**
     * Whether it keeps a message back.
     *
     * @param messageClass of the message
     * @param asOf when it would be sent
     * @return true when it must not be sent
     */
    public boolean blocks(MessageClass messageClass, Instant asOf) {
        return !asOf.isBefore(since) && asOf.isBefore(since.plus(reason.lasts())) && reason.blocks(messageClass);
    }

    /** In the words of a log: reason, day and evidence, without the address. */
    @Override
    public String toString() {
        return reason + " since " + since + (evidence.isEmpty() ? "" : " (" + evidence + ")");
    }
}
