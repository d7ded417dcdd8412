package org.modestcrm.email.feedback;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** An incoming mail taken apart: header, and parts by type. Broken mails are read as far as they go. */
final class MailParts {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 200;

    private final Message message;
    private final List<Part> parts = new ArrayList<>();

    /** One part: its type in lower case, and its content as text. */
    record Part(String type, String content) {}

    private MailParts(Message message) {
        this.message = message;
    }

    static MailParts of(byte[] bytes) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        MailParts parts = new MailParts(builder.parseMessage(new ByteArrayInputStream(bytes)));
        parts.collect(parts.message, 0);
        return parts;
    }

    private void collect(Entity entity, int depth) throws IOException {
        Body body = entity.getBody();
        String type =
                Objects.requireNonNullElse(entity.getMimeType(), "text/plain").toLowerCase(Locale.ROOT);
        if (depth > MAX_DEPTH || parts.size() >= MAX_PARTS) {
            return;
        }
        if (body instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                collect(part, depth + 1);
            }
        } else if (body instanceof Message inner) {
            parts.add(new Part("message/rfc822", header(inner) + "\n" + firstText(inner)));
        } else if (body instanceof SingleBody single) {
            parts.add(new Part(type, text(single)));
        }
    }

    private static String firstText(Message inner) throws IOException {
        return inner.getBody() instanceof SingleBody single ? text(single) : "";
    }

    private static String header(Message message) {
        StringBuilder header = new StringBuilder();
        for (Field field : message.getHeader().getFields()) {
            header.append(field.getName()).append(": ").append(Objects.requireNonNullElse(field.getBody(), ""));
            header.append('\n');
        }
        return header.toString();
    }

    private static String text(SingleBody body) throws IOException {
        Charset charset = body instanceof TextBody text ? charset(text) : StandardCharsets.UTF_8;
        try (InputStream in = body.getInputStream()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toString(charset).replace("\r\n", "\n");
        }
    }

    private static Charset charset(TextBody text) {
        String name = Objects.requireNonNullElse(text.getMimeCharset(), "utf-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** The last value of a header field. */
    String header(String name) {
        @Nullable Field field = message.getHeader().getField(name);
        return field == null
                ? ""
                : Objects.requireNonNullElse(field.getBody(), "").strip();
    }

    boolean has(String name) {
        return message.getHeader().getField(name) != null;
    }

    Optional<String> first(String type) {
        return parts.stream()
                .filter(part -> part.type().equals(type))
                .map(Part::content)
                .findFirst();
    }

    List<String> all(String type) {
        return parts.stream()
                .filter(part -> part.type().equals(type))
                .map(Part::content)
                .toList();
    }

    /** All that people read of it. */
    String readable() {
        StringBuilder text = new StringBuilder();
        parts.stream()
                .filter(part -> part.type().startsWith("text/") && !part.type().contains("rfc822"))
                .forEach(part -> text.append(part.type().equals("text/html") ? plain(part.content()) : part.content())
                        .append('\n'));
        return text.toString();
    }

    private static String plain(String html) {
        return html.replaceAll("(?is)<(style|script)\\b.{0,20000}?</\\1>", " ")
                .replaceAll("(?i)<(br|/p|/tr|/div|/h\\d|/li)[^>]{0,500}>", "\n")
                .replaceAll("<[a-zA-Z/!][^<>]{0,2000}>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#64;", "@")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
