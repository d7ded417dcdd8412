package org.modestcrm.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.modestcrm.money.Money;

/** The sentences and numbers of a report in one language. */
final class ReportText {
    private final Locale locale;
    private final Properties sentences = new Properties();

    ReportText(ReportLanguage language) {
        this.locale = language.locale();
        String file = "report_" + locale.getLanguage() + ".properties";
        try (InputStream in = Objects.requireNonNull(ReportText.class.getResourceAsStream(file), file)) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": not readable (expected: in the jar)", e);
        }
    }

    String code() {
        return locale.getLanguage();
    }

    /** The sentence of a key, with {0}, {1} and so on filled in. */
    String of(String key, Object... parts) {
        String sentence = Objects.requireNonNull(sentences.getProperty(key), key);
        for (int i = 0; i < parts.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return sentence;
    }

    String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(value);
    }

    String percent(double share, int decimals) {
        return number(100 * share, decimals);
    }

    String money(Money money) {
        return number(money.amount().doubleValue(), 0) + "\u00a0"
                + money.currency().getCurrencyCode();
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM uuuu", locale).format(day);
    }
}
