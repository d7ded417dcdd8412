package org.modestcrm.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modestcrm.customer.EmailAddress;

/**
 * A mail as it is sent: envelope and bytes. Immutable.
 *
 * @param key what makes it this mail
 * @param sender where bounces go
 * @param recipient to whom it goes
 * @param content the whole message (RFC 5322), made once
 * @param notAfter from when on it is too old to be sent
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record OutboxMail(MailKey key, EmailAddress sender, EmailAddress recipient, byte[] content, Instant notAfter) {
    private static final Instant NEVER_TOO_OLD = Instant.parse("9999-12-31T00:00:00Z");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]+>)");
    private static final int MAX_HEADER = 20_000;

    /**
     * Copies the bytes.
     *
     * @param key what makes it this mail
     * @param sender where bounces go
     * @param recipient to whom it goes
     * @param content the message
     * @param notAfter from when on it is too old
     */
    public OutboxMail {
        content = content.clone();
    }

    /**
     * A mail that never gets too old.
     *
     * @param key what makes it this mail
     * @param sender where bounces go
     * @param recipient to whom it goes
     * @param content the message
     */
    public OutboxMail(MailKey key, EmailAddress sender, EmailAddress recipient, byte[] content) {
        this(key, sender, recipient, content, NEVER_TOO_OLD);
    }

    /**
     * The Message-ID of its header, by which bounces name it.
     *
     * @return with angle brackets; empty text when it has none
     */
    public String messageId() {
        String start = new String(content, 0, Math.min(content.length, MAX_HEADER), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("\r\n\r\n");
        Matcher id = MESSAGE_ID.matcher(end < 0 ? start : start.substring(0, end));
        return id.find() ? id.group(1) : "";
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
                && notAfter.equals(that.notAfter)
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
