package org.modestcrm.value;

import java.util.Arrays;
import org.modestcrm.customer.CustomerId;

/** The part of a log that lies before a day. */
final class LogCut {
    private final PurchaseLog log;
    private final int toExclusive;

    LogCut(PurchaseLog log, int toExclusive) {
        this.log = log;
        this.toExclusive = toExclusive;
    }

    PurchaseLogBuilder.Columns columns() {
        CustomerId[] ids = new CustomerId[log.size()];
        int[] start = new int[log.size() + 1];
        int[] day = new int[log.purchaseDays()];
        int[] orders = new int[day.length];
        long[] gross = new long[day.length];
        long[] refunded = new long[day.length];
        int customers = 0;
        int entries = 0;
        for (int c = 0; c < log.size(); c++) {
            if (log.firstDay(c) >= toExclusive) {
                continue;
            }
            ids[customers] = log.id(c);
            for (int i = log.start(c); i < log.end(c) && log.day(i) < toExclusive; i++) {
                day[entries] = log.day(i);
                orders[entries] = log.ordersOn(i);
                gross[entries] = log.gross(i);
                refunded[entries++] = log.gross(i) - log.net(i);
            }
            start[++customers] = entries;
        }
        return new PurchaseLogBuilder.Columns(
                Arrays.copyOf(ids, customers),
                Arrays.copyOf(start, customers + 1),
                new PurchaseLogBuilder.Entries(
                        Arrays.copyOf(day, entries), Arrays.copyOf(orders, entries),
                        Arrays.copyOf(gross, entries), Arrays.copyOf(refunded, entries)));
    }
}
