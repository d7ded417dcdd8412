package org.modestcrm.outbox;

import java.time.Instant;

/** Where a mail is on its way. Immutable. */
public sealed interface MailState {
    /** It waits for its first attempt. */
    record Queued() implements MailState {}

    /**
     * A worker is at it.
     *
     * @param leaseUntil from when on another worker may take it, because this one has died
     * @param doubtful true when an earlier worker died at it: that one may have sent it or not
     */
    record Sending(Instant leaseUntil, boolean doubtful) implements MailState {}

    /**
     * The mail server took it.
     *
     * @param at when
     * @param reply what it said
     */
    record Sent(Instant at, String reply) implements MailState {}

    /**
     * It was not taken for a passing reason.
     *
     * @param at when it is tried again
     * @param attempts how often it was tried
     * @param why what the server or the network said
     */
    record Retry(Instant at, int attempts, String why) implements MailState {}

    /**
     * The connection broke after the last byte: it may have been taken or not.
     *
     * @param at when
     * @param why what happened
     */
    record Unknown(Instant at, String why) implements MailState {}

    /**
     * It was refused for good, or tried too often.
     *
     * @param at when
     * @param why what the server said
     */
    record Failed(Instant at, String why) implements MailState {}

    /**
     * It was not tried, because nothing may be sent to this address.
     *
     * @param at when
     * @param why since when and for which reason
     */
    record Suppressed(Instant at, String why) implements MailState {}

    /**
     * It got too old before it could be sent.
     *
     * @param at when that was seen
     */
    record Expired(Instant at) implements MailState {}
}
