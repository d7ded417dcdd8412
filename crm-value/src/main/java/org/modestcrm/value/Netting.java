package org.modestcrm.value;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the order each refund belongs to: the one it names; else line by line the customer's latest earlier order that has
 * the product at that price in that quantity; for a refund without lines the latest earlier order of that amount; else the
 * customer's last earlier order.
 */
final class Netting {
    private final LogInput orders;
    private final LogInput refunds;
    private final int[] sortedOrders;
    private final Map<Long, Integer> placeByNumber = new HashMap<>();
    private final long[] refunded;
    private long unmatched;

    /**
     * @param sortedOrders orders by customer and time
     * @param named hashes of the order numbers refunds name, by refund; 0 for none
     */
    Netting(LogInput orders, int[] sortedOrders, LogInput refunds, long[] named) {
        this.orders = orders;
        this.refunds = refunds;
        this.sortedOrders = sortedOrders;
        this.refunded = new long[sortedOrders.length];
        for (long number : named) {
            if (number != 0) {
                placeByNumber.put(number, -1);
            }
        }
        for (int place = 0; place < sortedOrders.length && !placeByNumber.isEmpty(); place++) {
            int at = place;
            placeByNumber.computeIfPresent(orders.number(sortedOrders[place]), (number, unknown) -> at);
        }
    }

    /** Takes off one refund; {@code from} and {@code to} bound the places of its customer's orders. */
    void net(int refund, long named, int from, int to) {
        int place = placeByNumber.getOrDefault(named, -1);
        if (place >= 0) {
            take(place, refunds.amount(refund));
            return;
        }
        int last = to - 1;
        while (last >= from && orders.second(sortedOrders[last]) > refunds.second(refund)) {
            last--;
        }
        if (last < from) {
            unmatched++;
        } else if (linesMakeTheAmount(refund)) {
            for (int line = refunds.lineStart(refund); line < refunds.lineEnd(refund); line++) {
                take(placeOfLine(line, from, last), refunds.lineAmount(line));
            }
        } else {
            take(placeOfAmount(refunds.amount(refund), from, last), refunds.amount(refund));
        }
    }

    /** Takes off the refund of an unknown customer where it names its order. */
    void netAnonymous(int refund, long named) {
        net(refund, named, 0, 0);
    }

    private boolean linesMakeTheAmount(int refund) {
        long sum = 0;
        for (int line = refunds.lineStart(refund); line < refunds.lineEnd(refund); line++) {
            sum = Micros.plus(sum, refunds.lineAmount(line));
        }
        return sum == refunds.amount(refund);
    }

    private int placeOfLine(int wanted, int from, int last) {
        for (int place = last; place >= from; place--) {
            int order = sortedOrders[place];
            for (int line = orders.lineStart(order); line < orders.lineEnd(order); line++) {
                if (orders.lineKey(line) == refunds.lineKey(wanted)
                        && orders.lineQuantity(line) >= refunds.lineQuantity(wanted)) {
                    orders.takeQuantity(line, refunds.lineQuantity(wanted));
                    return place;
                }
            }
        }
        return last;
    }

    private int placeOfAmount(long amount, int from, int last) {
        for (int place = last; place >= from; place--) {
            if (orders.amount(sortedOrders[place]) == amount) {
                return place;
            }
        }
        return last;
    }

    private void take(int place, long amount) {
        refunded[place] = Micros.plus(refunded[place], amount);
    }

    /** What was taken off the order at a place. */
    long refunded(int place) {
        return refunded[place];
    }

    long unmatched() {
        return unmatched;
    }
}
