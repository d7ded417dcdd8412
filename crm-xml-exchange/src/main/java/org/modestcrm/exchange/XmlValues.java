package org.modestcrm.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.Supplier;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.money.Money;

/** Reads the values of a document; one that cannot be read is a fault at the element stood on. For one thread. */
final class XmlValues {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MAX_OFFSET_SECONDS = 14 * 3600;

    private final GuardedXml xml;

    XmlValues(GuardedXml xml) {
        this.xml = xml;
    }

    /** What a factory of ours makes, or a fault with the factory's own sentence. */
    <T> T valid(ProblemCode code, Supplier<T> made) throws Fault {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw xml.fault(code, String.valueOf(e.getMessage()));
        }
    }

    ProfileId id(String what, String text) throws Fault {
        try {
            return ProfileId.of(text);
        } catch (IllegalArgumentException e) {
            throw xml.fault(
                    ProblemCode.PX_ID,
                    what + " of " + text.length()
                            + " characters (expected: 1 to 100 letters, digits, ., _, : and -, the first a letter or digit)");
        }
    }

    String sha256(String what, String text) throws Fault {
        if (!text.matches("[0-9a-f]{64}")) {
            throw xml.fault(
                    ProblemCode.PX_DIGEST_SHAPE, what + ": no digest (expected: SHA-256 in 64 lower-case hex digits)");
        }
        return text;
    }

    /** A whole number of at most 18 digits. */
    long number(String what, String text) throws Fault {
        boolean fits = !text.isEmpty() && text.length() <= 18 && (text.length() == 1 || text.charAt(0) != '0');
        for (int i = 0; fits && i < text.length(); i++) {
            fits = isDigit(text.charAt(i));
        }
        if (!fits) {
            throw xml.fault(
                    ProblemCode.PX_NUMBER,
                    what + ": no whole number (expected: 0 or more, at most 18 digits, no leading zeros)");
        }
        return Long.parseLong(text);
    }

    /** A whole number from 1 to 2147483647. */
    int pieces(String what, String text) throws Fault {
        String digits = strip(text);
        if (digits.length() <= 10 && !digits.isEmpty() && digits.charAt(0) != '-') {
            long value = number(what, digits);
            if (value >= 1 && value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        throw xml.fault(
                ProblemCode.PX_NUMBER, what + ": no whole number in bounds (expected: 1 to " + Integer.MAX_VALUE + ")");
    }

    /** An amount of at most 14 digits before the point and 4 behind; the digits are counted before they are read. */
    Money money(String what, String amount, String currency) throws Fault {
        if (!isDecimal(amount)) {
            throw xml.fault(
                    ProblemCode.PX_MONEY,
                    what + ": no amount (expected: at most 14 digits before a point and 4 behind, such as 80.00)");
        }
        return Money.of(new BigDecimal(amount), currency(what, currency));
    }

    private static boolean isDecimal(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int whole = (point < 0 ? text.length() : point) - from;
        int decimals = point < 0 ? 1 : text.length() - point - 1;
        boolean fits = whole >= 1 && whole <= 14 && decimals >= 1 && decimals <= 4;
        for (int i = from; fits && i < text.length(); i++) {
            fits = i == point || isDigit(text.charAt(i));
        }
        return fits;
    }

    private Currency currency(String what, String code) throws Fault {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw xml.fault(
                    ProblemCode.PX_CURRENCY, what + ": unknown currency (expected: an ISO 4217 code such as EUR)");
        }
    }

    Locale language(String what, String tag) throws Fault {
        try {
            boolean fits = tag.length() <= 60 && tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
            Locale locale = fits ? new Locale.Builder().setLanguageTag(tag).build() : Locale.ROOT;
            if (!locale.getLanguage().isEmpty()) {
                return Locale.forLanguageTag(tag);
            }
        } catch (IllformedLocaleException e) {
            // told below, with all other tags that are none
        }
        throw xml.fault(ProblemCode.PX_LANGUAGE, what + ": no language tag (expected: BCP 47, such as fr-BE)");
    }

    /** A word of an enum, in lower case as documents have it. */
    <E extends Enum<E>> E word(String what, String text, E[] words) throws Fault {
        for (E word : words) {
            if (Words.of(word).equals(text)) {
                return word;
            }
        }
        StringBuilder known = new StringBuilder();
        for (E word : words) {
            known.append(known.isEmpty() ? "" : ", ").append(Words.of(word));
        }
        throw xml.fault(ProblemCode.PX_WORD, what + ": unknown word (expected: " + known + ")");
    }

    /** A text, checked for what turns the direction of writing; the rest is checked by who takes it. */
    String text(String what, String text) throws Fault {
        if (text.isEmpty()) {
            throw xml.fault(ProblemCode.PX_TEXT, what + ": empty (expected: 1 character or more)");
        }
        return plain(what, text);
    }

    /** A text that may be empty. */
    String plain(String what, String text) throws Fault {
        if (overrides(text)) {
            throw xml.fault(
                    ProblemCode.PX_TEXT, what + ": overrides the direction of writing (expected: no U+202D or U+202E)");
        }
        return text;
    }

    static boolean overrides(String text) {
        return text.indexOf('\u202d') >= 0 || text.indexOf('\u202e') >= 0;
    }

    Instant time(String what, String text) throws Fault {
        Instant instant = instant(strip(text));
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw xml.fault(
                    ProblemCode.PX_TIME,
                    what + ": no instant (expected: date, time and offset, such as 2026-11-05T09:30:00Z)");
        }
        return instant;
    }

    /** {@link Instant#MIN} for what is no instant. */
    private static Instant instant(String text) {
        int zone = zoneAt(text);
        int seconds = zone < 0 ? Integer.MAX_VALUE : offset(text, zone);
        if (seconds == Integer.MAX_VALUE || !hasSeparators(text)) {
            return Instant.MIN;
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int nanos = nanos(text, zone);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nanos < 0) {
            return Instant.MIN;
        }
        try {
            long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                    .toEpochDay();
            return Instant.ofEpochSecond(day * 86_400 + hour * 3600L + minute * 60L + second - seconds, nanos);
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    private static boolean hasSeparators(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int zoneAt(String text) {
        if (text.length() >= 20 && text.charAt(text.length() - 1) == 'Z') {
            return text.length() - 1;
        }
        return text.length() >= 25 ? text.length() - 6 : -1;
    }

    private static int offset(String text, int at) {
        if (text.charAt(at) == 'Z') {
            return 0;
        }
        int hours = digits(text, at + 1, at + 3);
        int minutes = digits(text, at + 4, at + 6);
        int seconds = hours * 3600 + minutes * 60;
        boolean fits = (text.charAt(at) == '+' || text.charAt(at) == '-')
                && text.charAt(at + 3) == ':'
                && hours >= 0
                && minutes >= 0
                && minutes < 60
                && seconds <= MAX_OFFSET_SECONDS;
        return fits ? (text.charAt(at) == '-' ? -seconds : seconds) : Integer.MAX_VALUE;
    }

    private static int nanos(String text, int end) {
        if (end == 19) {
            return 0;
        }
        int length = end - 20;
        if (text.charAt(19) != '.' || length < 1 || length > 9) {
            return -1;
        }
        int value = digits(text, 20, end);
        for (int i = length; value > 0 && i < 9; i++) {
            value *= 10;
        }
        return value;
    }

    /** -1 when there is anything but digits. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Without the blanks a schema ignores around dates and numbers. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
