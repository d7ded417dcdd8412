package org.modestcrm.email.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.modestcrm.customer.EmailAddress;

/**
 * Reads what lands in the mailbox of bounces: reports of delivery (RFC 3464), complaints (RFC 5965), the free texts that older
 * servers write, answers of machines, and letters of people. Thread-safe.
 *
 * <pre>{@code
 * IncomingReport report = new BounceReader().read(stream);
 * report.events(clock.instant()).forEach(feedback::accept);
 * }</pre>
 */
public final class BounceReader {
    private static final int MAX_BYTES = 20_000_000;
    private static final Pattern FIELD =
            Pattern.compile("(?m)^([A-Za-z][A-Za-z-]{1,60}):[ \\t]*(.*(?:\\n[ \\t]+\\S.*)*)");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[> ]{0,4}Message-ID:\\s{0,5}(<[^<>\\s]{1,250}>)");
    private static final Pattern BOUNCING_SENDER = Pattern.compile(
            "(?i)(mailer-?daemon|postmaster|mail delivery|\\bmdaemon|mail-?er|<>|daemon@|bounce|mmdf|delivery)");
    private static final Pattern BOUNCING_SUBJECT = Pattern.compile(
            "(?i)(undeliver|undelivr|non.?deliver|unzustellbar|delivery (failure|status|problem|notification|report|has failed|error)|"
                    + "(mail|message|delivery).{0,20}(fail|return|error|not delivered|problem|delayed)|fail(ed|ure).{0,20}(mail|deliver|notice)|"
                    + "returned (mail|to sender|message)|could not (be delivered|send)|mail system error|warning: (could|message)|"
                    + "nicht zugestellt|non remis|no se pudo|devolvido|бр|mail status report|host unknown|user unknown|"
                    + "there was an error sending|message status|rejected)");
    private static final Pattern ABSENCE = Pattern.compile(
            "(?i)(out of (the )?office|auto(matic)?[ -]?(reply|response|antwort)|vacation|abwesen|absence|away from|autoreply|urlaub)");

    /** A reader of bounces. */
    public BounceReader() {}

    /**
     * Reads one mail.
     *
     * @param mail its bytes (RFC 5322), at most 20,000,000; not closed
     * @return what it is
     * @throws UncheckedIOException when the stream cannot be read
     */
    public IncomingReport read(InputStream mail) {
        try {
            byte[] bytes = mail.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("mail of more than " + MAX_BYTES + " bytes (expected: a report)");
            }
            return report(MailParts.of(withoutEnvelope(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("mail: cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Mailbox files begin a mail with a line of the envelope. */
    private static byte[] withoutEnvelope(byte[] bytes) {
        if (bytes.length > 5
                && bytes[0] == 'F'
                && bytes[1] == 'r'
                && bytes[2] == 'o'
                && bytes[3] == 'm'
                && bytes[4] == ' ') {
            int end = 5;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            return Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
        }
        return bytes;
    }

    private static IncomingReport report(MailParts mail) {
        Optional<String> complaint = mail.first("message/feedback-report");
        if (complaint.isPresent()) {
            return complaint(mail, complaint.get());
        }
        List<String> statuses = Stream.concat(
                        mail.all("message/delivery-status").stream(),
                        mail.all("message/global-delivery-status").stream())
                .toList();
        if (!statuses.isEmpty()) {
            IncomingReport report = delivery(mail, String.join("\n\n", statuses));
            if (!report.recipients().isEmpty()) {
                return report;
            }
        }
        return withoutReport(mail);
    }

    private static IncomingReport withoutReport(MailParts mail) {
        boolean absent = ABSENCE.matcher(mail.header("Subject")).find();
        if (mail.has("X-Failed-Recipients") || looksLikeBounce(mail) && !absent) {
            List<RecipientReport> found = new BounceText(original(mail), mail).recipients();
            if (!found.isEmpty()) {
                return new IncomingReport(IncomingReport.Kind.BOUNCE, found, messageId(mail));
            }
        }
        return new IncomingReport(
                isAutomatic(mail) || absent ? IncomingReport.Kind.AUTOMATIC : IncomingReport.Kind.PERSON,
                List.of(),
                mail.header("In-Reply-To"));
    }

    private static boolean looksLikeBounce(MailParts mail) {
        return BOUNCING_SENDER.matcher(mail.header("From")).find()
                || mail.header("Return-Path").equals("<>")
                || mail.header("Content-Type").toLowerCase(Locale.ROOT).contains("delivery-status")
                || BOUNCING_SUBJECT.matcher(mail.header("Subject")).find();
    }

    /** By the marks that machines leave (RFC 3834, 5; RFC 2919; the habits of Exchange). */
    private static boolean isAutomatic(MailParts mail) {
        String submitted = mail.header("Auto-Submitted").toLowerCase(Locale.ROOT);
        String precedence = mail.header("Precedence").toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || precedence.matches("bulk|junk|list|auto_reply")
                || mail.has("X-Autoreply")
                || mail.has("X-Autorespond")
                || mail.has("List-Id")
                || mail.has("List-Unsubscribe")
                || mail.header("Return-Path").equals("<>")
                || BOUNCING_SENDER.matcher(mail.header("From")).find();
    }

    private static IncomingReport complaint(MailParts mail, String report) {
        Map<String, String> fields = fields(report);
        String original = original(mail);
        List<RecipientReport> recipients = new ArrayList<>();
        Stream.of(
                        fields.getOrDefault("original-rcpt-to", ""),
                        fields.getOrDefault("removal-recipient", ""),
                        fields(original).getOrDefault("to", ""))
                .flatMap(text -> Addresses.in(text).stream())
                .findFirst()
                .ifPresent(address -> recipients.add(new RecipientReport(
                        address, new Diagnosis(Reason.COMPLAINT, "", fields.getOrDefault("feedback-type", "abuse")))));
        return new IncomingReport(IncomingReport.Kind.COMPLAINT, recipients, messageId(mail));
    }

    private static IncomingReport delivery(MailParts mail, String status) {
        List<RecipientReport> recipients = new ArrayList<>();
        IncomingReport.Kind kind = IncomingReport.Kind.DELIVERED;
        String words = new BounceText(original(mail), mail).words();
        for (String block : status.split("\n[ \t]*\n", -1)) {
            Map<String, String> fields = fields(block);
            Optional<EmailAddress> recipient = recipient(fields);
            if (recipient.isPresent()) {
                String action = fields.getOrDefault("action", "failed").toLowerCase(Locale.ROOT);
                kind = worse(kind, action);
                recipients.add(new RecipientReport(recipient.get(), diagnosis(fields, action, words)));
            }
        }
        return new IncomingReport(kind, recipients, messageId(mail));
    }

    private static IncomingReport.Kind worse(IncomingReport.Kind kind, String action) {
        if (action.matches("(delivered|relayed|expanded|deliverable).*")) {
            return kind;
        }
        boolean delayed = action.startsWith("delayed") && kind != IncomingReport.Kind.BOUNCE;
        return delayed ? IncomingReport.Kind.DELAYED : IncomingReport.Kind.BOUNCE;
    }

    private static Optional<EmailAddress> recipient(Map<String, String> fields) {
        return Stream.of("final-recipient", "original-recipient", "x-actual-recipient")
                .map(name -> fields.getOrDefault(name, ""))
                .flatMap(text -> Addresses.in(text.substring(text.indexOf(';') + 1)).stream())
                .findFirst();
    }

    /** The words of the server tell most, then the text for people, then the code. */
    private static Diagnosis diagnosis(Map<String, String> fields, String action, String words) {
        Matcher code = BounceText.STATUS.matcher(fields.getOrDefault("status", ""));
        String given = code.find() ? code.group() : "";
        String said = fields.getOrDefault("diagnostic-code", "");
        said = said.substring(said.indexOf(';') + 1).strip();
        if (action.matches("(delivered|relayed|expanded|deliverable).*")) {
            return new Diagnosis(Reason.NONE, given, said);
        }
        Diagnosis fromServer = Diagnosis.ofReply(said);
        String status = BounceText.better(given, fromServer.status());
        Diagnosis first = Diagnosis.of(status, said);
        boolean vague = said.isBlank() || first.reason() == Reason.UNKNOWN;
        return vague ? Diagnosis.of(status, said + " " + words) : first;
    }

    static Map<String, String> fields(String block) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(block)
                .results()
                .limit(500)
                .forEach(field -> fields.putIfAbsent(
                        field.group(1).toLowerCase(Locale.ROOT),
                        field.group(2).replaceAll("\\s+", " ").strip()));
        return fields;
    }

    /** The header of the mail that came back. */
    private static String original(MailParts mail) {
        return Stream.of(
                        "message/rfc822",
                        "text/rfc822-headers",
                        "text/rfc822-header",
                        "message/rfc822-headers",
                        "message/global-headers",
                        "message/global",
                        "message/partial",
                        "text/rfc822")
                .flatMap(type -> mail.all(type).stream())
                .findFirst()
                .orElse("");
    }

    private static String messageId(MailParts mail) {
        for (String text : List.of(original(mail), mail.readable())) {
            Matcher id = MESSAGE_ID.matcher(text);
            if (id.find()) {
                return id.group(1);
            }
        }
        Matcher reply = Pattern.compile("<[^<>\\s]{1,250}>").matcher(mail.header("In-Reply-To"));
        return reply.find() ? reply.group() : "";
    }
}
