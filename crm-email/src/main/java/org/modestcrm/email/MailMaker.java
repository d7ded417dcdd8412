package org.modestcrm.email;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.order.OrderLine;
import org.modestcrm.outbox.OutboxMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the bytes of a mail from what the buyer is told. Thread-safe. */
final class MailMaker {
    private static final Logger LOG = LoggerFactory.getLogger("org.modestcrm.email");
    private static final int MAX_HTML_BYTES = 100_000;
    private static final int MAX_LINES = 100;

    private final Brand brand;
    private final EmailAddress from;
    private final EmailAddress bounces;
    private final Locale defaultLocale;
    private final ZoneId zone;
    private final MailTexts texts;
    private final MailRenderer renderer;
    private final Function<OrderLine, Optional<URI>> pictures;
    private final Duration keepFor;
    private final long maxAttachmentBytes;
    private final boolean marked;
    private final @Nullable DkimSigner dkim;
    private final Consumer<MailProblem> problems;

    MailMaker(OrderMails.Builder builder) {
        this.brand = Objects.requireNonNull(builder.brand);
        this.from = Objects.requireNonNull(builder.from);
        this.bounces = Objects.requireNonNullElse(builder.bounces, from);
        this.defaultLocale = builder.defaultLocale;
        this.zone = builder.zone;
        this.texts = builder.texts;
        this.renderer = builder.renderer;
        this.pictures = builder.pictures;
        this.keepFor = builder.keepFor;
        this.maxAttachmentBytes = builder.maxAttachmentBytes;
        this.marked = builder.marked;
        this.dkim = builder.dkim;
        this.problems = builder.problems;
    }

    /** Dates in a header have no fractions: the same mail asked for again must be dated the same. */
    RenderedMail make(OrderMail mail, Instant asked) {
        Instant at = asked.truncatedTo(ChronoUnit.SECONDS);
        EmailAddress to = mail.order()
                .email()
                .orElseThrow(() -> new IllegalArgumentException("order "
                        + mail.order().number() + ": no e-mail address (expected: OrderView.email() to give one)"));
        checkAttachments(mail);
        Locale locale = locale(mail);
        reportMissingLaw(mail, locale);
        MimeMessages.Texts texts = texts(mail, locale);
        MimeMessages.Envelope envelope = new MimeMessages.Envelope(from, brand.name(), to);
        byte[] bytes = MimeMessages.bytes(mail.key(), envelope, texts, mail.attachments(), at);
        byte[] signed = dkim == null ? bytes : dkim.signed(bytes, at);
        OutboxMail sendable = new OutboxMail(mail.key(), bounces, to, signed, at.plus(keepFor));
        return new RenderedMail(texts.subject(), texts.html(), texts.text(), sendable);
    }

    private void checkAttachments(OrderMail mail) {
        long bytes = mail.attachments().stream().mapToLong(Attachment::size).sum();
        if (bytes > maxAttachmentBytes) {
            throw new IllegalArgumentException(mail.key() + ": attachments of " + bytes + " bytes (expected: at most "
                    + maxAttachmentBytes + "; OrderMails.Builder.maxAttachmentBytes)");
        }
    }

    private Locale locale(OrderMail mail) {
        Optional<Locale> wanted = mail.order().locale();
        Optional<Locale> usable = wanted.filter(locale -> texts.has(locale, mail.kind()));
        if (wanted.isPresent() && usable.isEmpty()) {
            report(
                    mail,
                    MailProblem.Code.MAIL_LANGUAGE,
                    "no texts in " + wanted.get().getLanguage() + ", "
                            + defaultLocale.getLanguage() + " taken (known: "
                            + String.join(", ", texts.languages()) + ")");
        }
        return usable.orElse(defaultLocale);
    }

    private void reportMissingLaw(OrderMail mail, Locale locale) {
        if (mail.kind().equals(MailKind.ORDER_CONFIRMATION)) {
            mail.order()
                    .shippingAddress()
                    .or(mail.order()::billingAddress)
                    .flatMap(PostalAddress::country)
                    .map(country -> brand.missingFor(country, locale))
                    .filter(missing -> !missing.isEmpty())
                    .ifPresent(missing -> report(mail, MailProblem.Code.MAIL_LEGAL, String.join("; ", missing)));
        }
    }

    private void report(OrderMail mail, MailProblem.Code code, String text) {
        problems.accept(new MailProblem(mail.key(), code, text));
    }

    /** A template of the shop that cannot be used holds no mail back: ours takes its place, and staff hears of it. */
    private MimeMessages.Texts texts(OrderMail mail, Locale locale) {
        try {
            return texts(renderer, mail, locale);
        } catch (RuntimeException e) {
            if (renderer.equals(MailTemplates.builtIn())
                    || !MailTemplates.builtIn().has(mail.kind())) {
                throw e;
            }
            LOG.warn("{}: the shop's template failed, the built-in one is sent", mail.key(), e);
            report(mail, MailProblem.Code.MAIL_TEMPLATE, String.valueOf(e.getMessage()));
            return texts(MailTemplates.builtIn(), mail, locale);
        }
    }

    private MimeMessages.Texts texts(MailRenderer renderer, OrderMail mail, Locale locale) {
        Formats formats = new Formats(locale, zone);
        MailValues data = new MailValues(mail, locale, new MailValues.Setting(brand, texts, formats, pictures));
        for (int lines = MAX_LINES; lines > 0; lines /= 2) {
            Map<String, Object> values = data.values(lines);
            String html = marked(renderer.html(mail.kind(), values), mail);
            if (html.getBytes(StandardCharsets.UTF_8).length < MAX_HTML_BYTES) {
                return new MimeMessages.Texts(data.subject(), renderer.text(mail.kind(), values), html);
            }
        }
        throw new IllegalStateException(
                mail.key() + ": HTML of " + MAX_HTML_BYTES + " bytes or more with a single line (expected: fewer)");
    }

    private String marked(String html, OrderMail mail) {
        return marked ? JsonLd.into(html, mail, brand) : html;
    }
}
