package org.modestcrm.email;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.modestcrm.money.Money;

/** Amounts, numbers and dates as the reader writes them. */
final class Formats {
    private final Locale locale;
    private final ZoneId zone;

    Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** With the decimals of the currency, and more where the price has more: 2.955 pounds stay 2.955. */
    String money(Money money) {
        Currency currency = money.currency();
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int usual = Math.max(0, currency.getDefaultFractionDigits());
        int needed = money.amount().stripTrailingZeros().scale();
        format.setMinimumFractionDigits(usual);
        format.setMaximumFractionDigits(Math.max(usual, needed));
        return format.format(money.amount());
    }

    String count(int number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String day(Instant instant) {
        return firstOfMonth(instant.atZone(zone), DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG));
    }

    /** Day, time and zone: what the law asks of a proof of receipt. */
    String time(Instant instant) {
        return firstOfMonth(
                instant.atZone(zone), DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG));
    }

    /** The French say the first, and count from two on. */
    private String firstOfMonth(ZonedDateTime at, DateTimeFormatter format) {
        String text = format.withLocale(locale).format(at);
        boolean first = locale.getLanguage().equals("fr") && at.getDayOfMonth() == 1 && text.startsWith("1 ");
        return first ? "1er" + text.substring(1) : text;
    }
}
