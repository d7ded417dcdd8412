package org.modestcrm.identity;

import java.util.Optional;

/**
 * A birth date as it is compared; any part may be missing.
 *
 * @param year 0 when not known
 * @param month 0 when not known, or when 1 January stands for "sometime that year"
 * @param day 0 when not known
 */
record NormalisedBirth(int year, int month, int day) {
    private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** ISO, day first with any separator, eight digits, a month, a year; empty when it is none of these. */
    static Optional<NormalisedBirth> of(String given) {
        String text = Fold.cut(given).strip();
        int time = text.indexOf('T');
        String date = time == 10 ? text.substring(0, time) : text;
        if (date.length() == 8 && date.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return of(number(date.substring(0, 4)), number(date.substring(4, 6)), number(date.substring(6)));
        }
        String[] parts = date.split("[^0-9]+", 5);
        if (date.isEmpty() || parts.length > 3 || !Character.isDigit(date.charAt(0))) {
            return Optional.empty();
        }
        return switch (parts.length) {
            case 1 -> parts[0].length() == 4 ? of(number(parts[0]), 0, 0) : Optional.empty();
            case 2 -> parts[0].length() == 4 ? of(number(parts[0]), number(parts[1]), 0) : Optional.empty();
            default -> threeParts(parts);
        };
    }

    private static Optional<NormalisedBirth> threeParts(String[] parts) {
        if (parts[0].length() == 4) {
            return of(number(parts[0]), number(parts[1]), number(parts[2]));
        }
        int year = number(parts[2]);
        int full = parts[2].length() == 2 ? 1900 + year : year;
        int first = number(parts[0]);
        int second = number(parts[1]);
        return second > 12 ? of(full, first, second) : of(full, second, first);
    }

    private static Optional<NormalisedBirth> of(int year, int month, int day) {
        boolean placeholder = month == 1 && day == 1;
        if (placeholder && (year == 1900 || year == 1970) || year < 1850 || year > 2100 || month > 12) {
            return Optional.empty();
        }
        if (month > 0 && day > LONGEST[month - 1]) {
            return Optional.empty();
        }
        return Optional.of(placeholder ? new NormalisedBirth(year, 0, 0) : new NormalisedBirth(year, month, day));
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }

    boolean exact() {
        return day > 0;
    }

    int yearOfCentury() {
        return year % 100;
    }

    /** Year, month and day as one number, the century left out: two-digit years are often put into the wrong one. */
    int digits() {
        return yearOfCentury() * 10_000 + month * 100 + day;
    }

    @Override
    public String toString() {
        return exact() ? "birth date" : "part of a birth date";
    }
}
