package org.modestcrm.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

/** Between a mail and its bytes (RFC 5322, RFC 2045 to 2047, RFC 2231). The same mail has the same bytes. */
final class MimeMessages {
    private static final Session NO_SESSION = Session.getInstance(properties("false"));
    private static final Session UTF8 = Session.getInstance(properties("true"));

    private MimeMessages() {}

    /** Non-ASCII local parts need headers in UTF-8 (RFC 6532); everything else is encoded words. */
    private static Properties properties(String utf8) {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", utf8);
        return properties;
    }

    /** Who writes, to whom. */
    record Envelope(EmailAddress from, String fromName, EmailAddress to) {}

    /** The parts people read. */
    record Texts(String subject, String text, String html) {}

    static byte[] bytes(MailKey key, Envelope envelope, Texts texts, List<Attachment> attachments, Instant at) {
        String id = id(key);
        try {
            boolean ascii = isAscii(envelope.from().value().split("@")[0])
                    && isAscii(envelope.to().value().split("@")[0]);
            WithMessageId message = new WithMessageId(ascii ? NO_SESSION : UTF8, messageId(key, envelope.from()));
            message.setFrom(new InternetAddress(ascii(envelope.from()), envelope.fromName(), "UTF-8"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(ascii(envelope.to())));
            message.setSubject(texts.subject(), "UTF-8");
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            thread(message, key, envelope.from());
            message.setContent(content(id, texts, attachments));
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

    /** All mails of an order hang on its first confirmation, sent or not: mail programs show them as one conversation. */
    private static void thread(MimeMessage message, MailKey key, EmailAddress from) throws MessagingException {
        MailKey root = new MailKey(MailKind.ORDER_CONFIRMATION.code(), key.order(), 1);
        if (!key.equals(root)) {
            message.setHeader("References", messageId(root, from));
        }
    }

    private static MimeMultipart content(String id, Texts texts, List<Attachment> attachments)
            throws MessagingException {
        MimeMultipart readable = new WithBoundary("alternative", "=_" + id);
        readable.addBodyPart(part(texts.text(), "plain"));
        readable.addBodyPart(part(texts.html(), "html"));
        if (attachments.isEmpty()) {
            return readable;
        }
        MimeMultipart all = new WithBoundary("mixed", "=_m" + id);
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(readable);
        all.addBodyPart(first);
        for (Attachment attachment : attachments) {
            all.addBodyPart(part(attachment));
        }
        return all;
    }

    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", attachment.type());
        headers.setHeader("Content-Transfer-Encoding", "base64");
        MimeBodyPart part = new MimeBodyPart(headers, Base64.getMimeEncoder().encode(attachment.content()));
        part.setFileName(attachment.name());
        part.setDisposition("attachment");
        return part;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content.replace("\r\n", "\n").replace("\n", "\r\n"), "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", shorter(content));
        return part;
    }

    /** Quoted-printable takes three bytes for one outside of ASCII, Base64 four for any three. */
    private static String shorter(String content) {
        long beyond = content.getBytes(StandardCharsets.UTF_8).length
                - content.chars().filter(c -> c < 128).count();
        return 6 * beyond > content.length() ? "base64" : "quoted-printable";
    }

    private static String messageId(MailKey key, EmailAddress from) {
        return "<" + id(key) + "@" + IDN.toASCII(from.domain()) + ">";
    }

    /** Unique for the key, equal for equal keys, and nothing of the key can be read from it. */
    static String id(MailKey key) {
        String text = key.kind() + "\n" + key.revision() + "\n" + key.order()
                + (key.part().isEmpty() ? "" : "\n" + key.part());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }

    /** The address with its domain as the DNS knows it (RFC 5891). */
    static String ascii(EmailAddress address) {
        String value = address.value();
        return value.substring(0, value.lastIndexOf('@') + 1) + IDN.toASCII(address.domain());
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** When a kept mail was made. */
    static Instant date(OutboxMail mail) {
        try {
            return parse(mail, NO_SESSION).getSentDate().toInstant();
        } catch (MessagingException e) {
            throw new IllegalStateException(mail.key() + ": its kept bytes cannot be read", e);
        }
    }

    static Unchanged parse(OutboxMail mail, Session session) throws MessagingException {
        return new Unchanged(session, mail.content());
    }

    private static final class WithMessageId extends MimeMessage {
        private final String id;

        WithMessageId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** A message that is sent as it was made, with no header touched, and that knows when all of it is handed over. */
    static final class Unchanged extends MimeMessage {
        private final byte[] bytes;
        private boolean handedOver;

        Unchanged(Session session, byte[] bytes) throws MessagingException {
            super(session, new ByteArrayInputStream(bytes));
            this.bytes = bytes;
        }

        @Override
        public void writeTo(OutputStream out, String[] without) throws IOException {
            handedOver = true;
            out.write(bytes);
        }

        boolean isHandedOver() {
            return handedOver;
        }

        @Override
        protected void updateHeaders() {
            // its bytes are what was kept
        }
    }

    private static final class WithBoundary extends MimeMultipart {
        WithBoundary(String subtype, String boundary) throws MessagingException {
            super(subtype);
            ContentType type = new ContentType("multipart", subtype, null);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }
}
