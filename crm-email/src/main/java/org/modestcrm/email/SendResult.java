package org.modestcrm.email;

/** What a transport tells of one attempt. Immutable. */
public sealed interface SendResult {
    /**
     * The server has taken the mail and answers for it.
     *
     * @param reply what it said
     */
    record Accepted(String reply) implements SendResult {}

    /**
     * Not now: a passing reason.
     *
     * @param why what the server or the network said
     */
    record Later(String why) implements SendResult {}

    /**
     * Not ever: trying again would change nothing.
     *
     * @param why what the server said
     */
    record Refused(String why) implements SendResult {}

    /**
     * The connection broke after the mail was handed over: it may have been taken or not.
     *
     * @param why what happened
     */
    record Unknown(String why) implements SendResult {}
}
