package org.modestcrm.contact;

import java.time.Duration;

/**
 * Why an address is not written to. Only what speaks of the address itself is here: a mail refused as spam, by a policy or for
 * the sender's reputation says nothing about its reader and suppresses nobody.
 */
public enum SuppressionReason {
    /** Nobody is there: the mailbox or its domain does not exist, or was given up. */
    NO_SUCH_ADDRESS,
    /** The mailbox was full or suspended again and again; it is tried once more after 30 days. */
    MAILBOX_UNUSABLE,
    /** The reader marked a mail as spam; mails about orders still go out. */
    COMPLAINT,
    /** The shop or the reader wants nothing at all sent to it. */
    BLOCKED;

    private static final Duration FOR_GOOD = Duration.ofDays(365_000);

    boolean blocks(MessageClass messageClass) {
        return this != COMPLAINT || !messageClass.equals(MessageClass.TRANSACTIONAL);
    }

    Duration lasts() {
        return this == MAILBOX_UNUSABLE ? Duration.ofDays(30) : FOR_GOOD;
    }
}
