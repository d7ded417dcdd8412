package org.modestcrm.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modestcrm.money.Money;

/** How values of one type compare; averages exactly, as sum against count times value. */
final class Values {
    private Values() {}

    /** An average that was never divided. */
    record Average(BigDecimal sum, long count, @Nullable Currency currency) {
        int compareTo(BigDecimal other) {
            return sum.compareTo(other.multiply(BigDecimal.valueOf(count)));
        }
    }

    /** A day seen as the instants of it. */
    record WholeDay(LocalDate day, Instant from, Instant toExclusive) {
        static WholeDay of(LocalDate day, ZoneId zone) {
            return new WholeDay(
                    day,
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    /** Below 0, 0 or above 0 as the known value lies before, at or after the asked one. */
    static int compare(Object known, Object asked) {
        if (known instanceof Average average) {
            return average.compareTo(asked instanceof Money money ? money.amount() : (BigDecimal) asked);
        }
        if (asked instanceof WholeDay day) {
            Instant point = (Instant) known;
            return point.isBefore(day.from()) ? -1 : point.isBefore(day.toExclusive()) ? 0 : 1;
        }
        return known instanceof String text ? byCodePoint(text, (String) asked) : natural(known, asked);
    }

    @SuppressWarnings("unchecked") // both are of the type the compiler of rules checked
    private static int natural(Object known, Object asked) {
        return ((Comparable<Object>) known).compareTo(asked);
    }

    static boolean isAmong(Object known, List<Object> asked) {
        for (Object one : asked) {
            if (compare(known, one) == 0) {
                return true;
            }
        }
        return false;
    }

    private static int byCodePoint(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean oneIsPair = Character.isSurrogate(x) != Character.isSurrogate(y);
                return oneIsPair ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
