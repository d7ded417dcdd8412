package org.modestcrm.email.feedback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modestcrm.customer.EmailAddress;

/** The free text of a bounce: who is meant, and what a server said. */
final class BounceText {
    static final Pattern STATUS = Pattern.compile("(?<![\\d.])[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");
    private static final Pattern REPLY = Pattern.compile(
            "(?<![\\d.:])[45]\\d\\d[ \\-#][^\\n]*|(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])[^\\n]*");
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[>\\s-]{0,5}(-{2,}.{0,60}(original|copy|headers?|returned|message|unsent|text|header|follows).{0,60}$"
                    + "|.{0,60}(copy of (the|your) (original )?(message|mail)|original (message|mail|e-?mail)( (follows|headers|header|text|is))?|"
                    + "below this line is|your message (follows|was|reads)|message (header|headers|text) follows?|"
                    + "unsent message|text of the message|first .{0,20}(lines|bytes|kilobytes)|headers? of (the|your)).{0,60}$"
                    + "|(return-path|received|x-originating|message-id|mime-version|dkim-signature):)");
    private static final int MAX_WORDS = 4_000;

    private final String original;
    private final MailParts mail;
    private final String words;

    BounceText(String original, MailParts mail) {
        this.original = original;
        this.mail = mail;
        this.words = untilCopy(mail.readable());
    }

    private static String untilCopy(String text) {
        Matcher copy = COPY.matcher(text);
        String own = copy.find() && copy.start() > 40 ? text.substring(0, copy.start()) : text;
        return own.length() <= MAX_WORDS ? own : own.substring(0, MAX_WORDS);
    }

    /** What the machine wrote, without the copy of the mail. */
    String words() {
        return words;
    }

    List<RecipientReport> recipients() {
        Set<EmailAddress> readers = readers();
        List<RecipientReport> reports = new ArrayList<>();
        List<EmailAddress> all = List.copyOf(readers);
        for (int i = 0; i < all.size(); i++) {
            reports.add(new RecipientReport(all.get(i), diagnosis(all, i)));
        }
        return reports;
    }

    /** Those the machine names, but not the machine itself nor who wrote the mail. */
    private Set<EmailAddress> readers() {
        Set<EmailAddress> failed = new LinkedHashSet<>(Addresses.in(mail.header("X-Failed-Recipients")));
        if (!failed.isEmpty()) {
            return failed;
        }
        Set<EmailAddress> addressed = new LinkedHashSet<>(Addresses.in(header(original, "to")));
        addressed.addAll(Addresses.in(header(mail.readable(), "to")));
        Set<EmailAddress> named = new LinkedHashSet<>(Addresses.in(words));
        named.removeIf(address -> isOurs(address) && !addressed.contains(address));
        Set<EmailAddress> both = new LinkedHashSet<>(named);
        both.retainAll(addressed);
        if (!both.isEmpty()) {
            return both;
        }
        return named.isEmpty() ? addressed : first(named);
    }

    private static Set<EmailAddress> first(Set<EmailAddress> addresses) {
        return Set.of(addresses.iterator().next());
    }

    private boolean isOurs(EmailAddress address) {
        String value = address.value().toLowerCase(Locale.ROOT);
        String own = (mail.header("From") + " " + mail.header("To") + " " + header(original, "from") + " "
                        + header(original, "message-id"))
                .toLowerCase(Locale.ROOT);
        return own.contains(value) || value.startsWith("mailer-daemon@") || value.startsWith("postmaster@");
    }

    private static String header(String text, String name) {
        return BounceReader.fields(text).getOrDefault(name, "");
    }

    /** The words from one reader to the next are about that reader; with one reader all words are. */
    private Diagnosis diagnosis(List<EmailAddress> readers, int index) {
        String about = readers.size() == 1 ? words : between(readers, index);
        Matcher reply = REPLY.matcher(about);
        StringBuilder replies = new StringBuilder();
        while (reply.find() && replies.length() < 1_000) {
            replies.append(reply.group()).append(' ');
        }
        Matcher status = STATUS.matcher(about);
        String code = status.find() ? status.group() : "";
        Diagnosis fromReplies = Diagnosis.of(code, replies.toString());
        return fromReplies.reason() == Reason.UNKNOWN ? Diagnosis.of(code, oneLine(about)) : fromReplies;
    }

    private String between(List<EmailAddress> readers, int index) {
        int start = words.indexOf(readers.get(index).value());
        int end = words.length();
        for (EmailAddress other : readers) {
            int at = words.indexOf(other.value());
            if (at > start && at < end) {
                end = at;
            }
        }
        return start < 0 ? words : words.substring(start, end);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** The code that tells more: the second when the first is only a class. */
    static String better(String given, String other) {
        boolean vague = given.isEmpty() || given.endsWith(".0.0");
        return vague && !other.isEmpty() ? other : given;
    }
}
