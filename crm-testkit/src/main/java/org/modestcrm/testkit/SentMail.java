package org.modestcrm.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

/** A mail as its reader sees it. Immutable. To read it, crm-email must be on the class path. */
public final class SentMail {
    private static final Pattern LANG = Pattern.compile("<html[^>]*\\slang=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("<a[^>]*\\shref=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    private final OutboxMail mail;
    private final MimeContent content;

    SentMail(OutboxMail mail) {
        this.mail = mail;
        this.content = MimeContent.of(mail);
    }

    /**
     * What makes it this mail.
     *
     * @return never null
     */
    public MailKey key() {
        return mail.key();
    }

    /**
     * To whom it goes.
     *
     * @return the recipient of the envelope
     */
    public EmailAddress to() {
        return mail.recipient();
    }

    /**
     * The subject.
     *
     * @return decoded; empty text when there is none
     */
    public String subject() {
        return content.subject();
    }

    /**
     * The text part.
     *
     * @return decoded, lines ended by {@code \n}; empty text when there is none
     */
    public String text() {
        return content.part("text/plain");
    }

    /**
     * The HTML part.
     *
     * @return decoded, lines ended by {@code \n}; empty text when there is none
     */
    public String html() {
        return content.part("text/html");
    }

    /**
     * A header.
     *
     * @param name its name
     * @return its first value, unfolded; empty when it is missing
     */
    public Optional<String> header(String name) {
        return content.header(name);
    }

    /**
     * The language it is written in, by its {@code Content-Language} or the {@code lang} of its HTML.
     *
     * @return empty when neither tells
     */
    public Optional<Locale> language() {
        Matcher html = LANG.matcher(html());
        return header("Content-Language")
                .or(() -> html.find() ? Optional.of(html.group(1)) : Optional.empty())
                .map(Locale::forLanguageTag);
    }

    /**
     * Where the links of its HTML lead.
     *
     * @return each once, in the order they stand in
     */
    public List<String> links() {
        Set<String> links = new LinkedHashSet<>();
        Matcher link = LINK.matcher(html());
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return new ArrayList<>(links);
    }

    /** Recipient, subject and key; the recipient in full, for it is somebody of a test. */
    @Override
    public String toString() {
        return "to " + to().value() + ", \"" + subject() + "\" (" + key() + ")";
    }
}
