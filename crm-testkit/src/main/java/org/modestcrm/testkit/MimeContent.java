package org.modestcrm.testkit;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.modestcrm.outbox.OutboxMail;

/** A message taken apart: headers decoded, and the text of each part by its type. Only this class needs a mail library. */
final class MimeContent {
    private final MimeMessage message;
    private final String subject;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private MimeContent(MimeMessage message) throws MessagingException, IOException {
        this.message = message;
        this.subject = Objects.requireNonNullElse(message.getSubject(), "");
        collect(message);
    }

    static MimeContent of(OutboxMail mail) {
        try {
            return new MimeContent(
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.content())));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException(
                    mail.key() + ": no message that can be read (expected: RFC 5322 and MIME)", e);
        }
    }

    private void collect(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart one = several.getBodyPart(i);
                collect(one);
            }
        } else if (content instanceof String text) {
            String type = part.isMimeType("text/html") ? "text/html" : "text/plain";
            parts.putIfAbsent(type, text.replace("\r\n", "\n"));
        }
    }

    String subject() {
        return subject;
    }

    String part(String type) {
        return parts.getOrDefault(type, "");
    }

    Optional<String> header(String name) {
        try {
            return Optional.ofNullable(message.getHeader(name, null)).map(MimeUtility::unfold);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("header " + name + ": cannot be read", e);
        }
    }
}
