package org.modestcrm.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one month did to the number of active customers: active = active of the month before + new + reactivated - lapsed.
 * A customer is active while the last purchase lies in the last {@code lapseMonths} months, this one counted.
 *
 * @param month its first day
 * @param newcomers bought for the first time
 * @param repeat bought before, within the lapse time
 * @param reactivated bought again after being lapsed
 * @param lapsed had the last purchase just as many months ago as the lapse time
 */
public record CustomerFlow(LocalDate month, int newcomers, int repeat, int reactivated, int lapsed) {
    /**
     * The flow of every month from the first purchase to the last day of the log.
     *
     * @param log what customers bought
     * @param lapseMonths after how many months without purchase a customer is lapsed, 1 or more
     * @return in order; the last month may be incomplete
     */
    public static List<CustomerFlow> monthly(PurchaseLog log, int lapseMonths) {
        if (lapseMonths < 1) {
            throw new IllegalArgumentException("lapseMonths: " + lapseMonths + " (expected: 1 or more)");
        }
        if (log.size() == 0) {
            return List.of();
        }
        int first = IntStream.range(0, log.size()).map(log::firstDay).min().orElseThrow();
        LocalDate start = Period.MONTH.startOf(LocalDate.ofEpochDay(first));
        int[][] count = new int[Period.MONTH.between(start, log.lastDay()) + 1][4];
        for (int c = 0; c < log.size(); c++) {
            follow(log, c, start, lapseMonths, count);
        }
        List<CustomerFlow> flow = new ArrayList<>();
        for (int month = 0; month < count.length; month++) {
            int[] of = count[month];
            flow.add(new CustomerFlow(start.plusMonths(month), of[0], of[1], of[2], of[3]));
        }
        return List.copyOf(flow);
    }

    private static void follow(PurchaseLog log, int customer, LocalDate start, int lapseMonths, int[][] count) {
        int last = -1;
        for (int i = log.start(customer); i < log.end(customer); i++) {
            int month = Period.MONTH.between(start, LocalDate.ofEpochDay(log.day(i)));
            if (last < 0) {
                count[month][0]++;
            } else if (month > last) {
                boolean lapsed = month - last > lapseMonths;
                count[month][lapsed ? 2 : 1]++;
                if (lapsed) {
                    count[last + lapseMonths][3]++;
                }
            }
            last = month;
        }
        if (last + lapseMonths < count.length) {
            count[last + lapseMonths][3]++;
        }
    }
}
