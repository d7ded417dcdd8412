package org.modestcrm.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

/** Between a mail and its bytes (RFC 5322, RFC 2045 to 2047, RFC 2231). The same mail has the same bytes. */
final class MimeMessages {
    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private MimeMessages() {}

    /** Who writes, to whom. */
    record Envelope(EmailAddress from, String fromName, EmailAddress to) {}

    /** The parts people read. */
    record Texts(String subject, String text, String html) {}

    static byte[] bytes(MailKey key, Envelope envelope, Texts texts, List<Attachment> attachments, Instant at) {
        MimeWriter out = new MimeWriter();
        out.line("Date: " + DATE.format(at.atOffset(ZoneOffset.UTC)));
        out.line("From: " + MimeWriter.phrase(envelope.fromName()) + "\r\n <" + ascii(envelope.from()) + ">");
        out.line("To: " + ascii(envelope.to()));
        out.line("Message-ID: " + messageId(key, envelope.from()));
        thread(out, key, envelope.from());
        out.field("Subject", texts.subject());
        out.line("Auto-Submitted: auto-generated").line("MIME-Version: 1.0");
        String id = id(key);
        if (attachments.isEmpty()) {
            readable(out, id, texts);
        } else {
            withFiles(out, id, texts, attachments);
        }
        return out.bytes();
    }

    /** All mails of an order hang on its first confirmation, sent or not: mail programs show them as one conversation. */
    private static void thread(MimeWriter out, MailKey key, EmailAddress from) {
        MailKey root = new MailKey(MailKind.ORDER_CONFIRMATION.code(), key.order(), 1);
        if (!key.equals(root)) {
            out.line("References: " + messageId(root, from));
        }
    }

    private static void readable(MimeWriter out, String id, Texts texts) {
        String boundary = "=_" + id;
        out.line("Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + '"')
                .line("");
        out.line("--" + boundary).text("plain", texts.text());
        out.line("--" + boundary).text("html", texts.html());
        out.line("--" + boundary + "--");
    }

    private static void withFiles(MimeWriter out, String id, Texts texts, List<Attachment> attachments) {
        String boundary = "=_m" + id;
        out.line("Content-Type: multipart/mixed;\r\n boundary=\"" + boundary + '"')
                .line("");
        out.line("--" + boundary);
        readable(out, id, texts);
        for (Attachment attachment : attachments) {
            out.line("--" + boundary).line("Content-Type: " + attachment.type());
            out.line("Content-Disposition: attachment" + MimeWriter.fileName(attachment.name()));
            out.base64(attachment.content());
        }
        out.line("--" + boundary + "--");
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
}
