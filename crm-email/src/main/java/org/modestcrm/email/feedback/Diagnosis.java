package org.modestcrm.email.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reply of a mail server means. The words decide before the code, because servers use codes freely: {@code 550 5.7.1}
 * stands for anything. The table of words and codes is the file {@code diagnoses.txt} of this package.
 *
 * @param reason why
 * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}; empty text when there is none
 * @param text what the server said, in one line of at most 300 characters
 */
public record Diagnosis(Reason reason, String status, String text) {
    private static final Pattern REPLY = Pattern.compile("(?s)\\A\\s*[245]\\d\\d(?:[ \\-].*)?\\z");
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])([45]\\d\\d)(?=[ \\-:#]|$)");
    private static final int MAX_TEXT = 2_000;
    private static final List<Rule> RULES = rules();

    private record Rule(boolean isStatus, Pattern pattern, Reason reason) {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String line : source().split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+", 3);
                Pattern pattern = Pattern.compile(parts[2]);
                rules.add(new Rule(parts[1].equals("status"), pattern, Reason.valueOf(parts[0])));
            }
        }
        return List.copyOf(rules);
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Diagnosis.class.getResourceAsStream("diagnoses.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("diagnoses.txt: cannot be read from the jar", e);
        }
    }

    /**
     * What a reply means.
     *
     * @param reply a line or more of an SMTP dialogue, such as {@code 550 5.1.1 no such user}
     * @return never null; {@link Reason#NONE} for a reply that begins with 2
     */
    public static Diagnosis ofReply(String reply) {
        Matcher status = STATUS.matcher(reply);
        String enhanced = status.find() ? status.group(1) : "";
        return of(enhanced, reply);
    }

    /**
     * What a status code and the words beside it mean.
     *
     * @param status enhanced status code, or empty text
     * @param text what the server said
     * @return never null
     */
    public static Diagnosis of(String status, String text) {
        String line = oneLine(text);
        if (line.startsWith("2") && isReply(line) || status.startsWith("2.")) {
            return new Diagnosis(Reason.NONE, status, shortened(line));
        }
        return new Diagnosis(reason(status, line), status, shortened(line));
    }

    private static Reason reason(String status, String line) {
        String words = line.toLowerCase(Locale.ROOT);
        for (Rule rule : RULES) {
            String looked = rule.isStatus() ? status : words;
            if (rule.pattern().matcher(looked).find()) {
                return rule.reason();
            }
        }
        return Reason.UNKNOWN;
    }

    /**
     * Whether a text is the reply of a mail server, and not a fault on the way to it.
     *
     * @param text such as {@code 421 try later}
     * @return true when it begins with a code of three digits
     */
    public static boolean isReply(String text) {
        return REPLY.matcher(text).matches();
    }

    /**
     * Whether trying again may help.
     *
     * @return true for a status that begins with 4, or a code of 400 to 499 when there is no status
     */
    public boolean isTemporary() {
        if (!status.isEmpty()) {
            return status.startsWith("4");
        }
        Matcher code = CODE.matcher(text);
        return code.find() && code.group(1).startsWith("4");
    }

    private static String oneLine(String text) {
        String cut = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
        return cut.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    private static String shortened(String line) {
        return line.length() <= 300 ? line : line.substring(0, 297) + "...";
    }

    /** Reason and status; the words of a server may hold the reader's address. */
    @Override
    public String toString() {
        return reason + (status.isEmpty() ? "" : " " + status);
    }
}
