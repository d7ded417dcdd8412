package org.modestcrm.outbox;

/**
 * A kept mail and where it is on its way.
 *
 * @param mail the mail
 * @param state where it is
 * @param attempts how often it was tried so far
 */
public record OutboxEntry(OutboxMail mail, MailState state, int attempts) {}
