package org.modestcrm.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Properties;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

/** Between a mail and its bytes (RFC 5322, RFC 2045 to 2047). The same mail has the same bytes. */
final class MimeMessages {
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private MimeMessages() {}

    /** Who writes, to whom. */
    record Envelope(EmailAddress from, String fromName, EmailAddress to) {}

    static byte[] bytes(MailKey key, Envelope envelope, Texts texts, Instant at) {
        String id = id(key);
        try {
            WithMessageId message =
                    new WithMessageId("<" + id + "@" + envelope.from().domain() + ">");
            message.setFrom(new InternetAddress(envelope.from().value(), envelope.fromName(), "UTF-8"));
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(envelope.to().value()));
            message.setSubject(texts.subject(), "UTF-8");
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            MimeMultipart parts = new WithBoundary("=_" + id);
            parts.addBodyPart(part(texts.text(), "plain"));
            parts.addBodyPart(part(texts.html(), "html"));
            message.setContent(parts);
            message.saveChanges();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException(key + ": cannot be made into a message", e);
        } catch (IOException e) {
            throw new UncheckedIOException(key + ": cannot be made into a message", e);
        }
    }

    /** The parts people read. */
    record Texts(String subject, String text, String html) {}

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content.replace("\r\n", "\n").replace("\n", "\r\n"), "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Unique for the key, equal for equal keys, and nothing of the key can be read from it. */
    private static String id(MailKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((key.kind() + "\n" + key.revision() + "\n" + key.order()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }

    /** When a kept mail was made. */
    static Instant date(OutboxMail mail) {
        try {
            return parse(mail, NO_SESSION).getSentDate().toInstant();
        } catch (MessagingException e) {
            throw new IllegalStateException(mail.key() + ": its kept bytes cannot be read", e);
        }
    }

    static MimeMessage parse(OutboxMail mail, Session session) throws MessagingException {
        return new Unchanged(session, mail.content());
    }

    private static final class WithMessageId extends MimeMessage {
        private final String id;

        WithMessageId(String id) {
            super(NO_SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** A message that is sent as it was made, with no header touched. */
    private static final class Unchanged extends MimeMessage {
        Unchanged(Session session, byte[] content) throws MessagingException {
            super(session, new ByteArrayInputStream(content));
        }

        @Override
        protected void updateHeaders() {
            // its bytes are what was kept
        }
    }

    private static final class WithBoundary extends MimeMultipart {
        WithBoundary(String boundary) throws MessagingException {
            super("alternative");
            ContentType type = new ContentType("multipart", "alternative", null);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }
}
