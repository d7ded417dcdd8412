package org.modestcrm.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.modestcrm.order.OrderLine;

/**
 * Orders or refunds as columns: customer, second, amount, number, lines. A line is a hash of product and price, and a
 * quantity: enough to find the order a refund belongs to.
 */
final class LogInput {
    private int size;
    private int[] customer = new int[64];
    private long[] second = new long[64];
    private int[] day = new int[64];
    private long[] amount = new long[64];
    private long[] number = new long[64];
    private int[] lineEnd = new int[64];
    private int lines;
    private long[] lineKey = new long[64];
    private int[] lineQuantity = new int[64];
    private long[] lineAmount = new long[64];

    void add(int who, long atSecond, int onDay, long micros) {
        if (size == customer.length) {
            grow(size * 2);
        }
        customer[size] = who;
        second[size] = atSecond;
        day[size] = onDay;
        amount[size] = micros;
        lineEnd[size++] = lines;
    }

    private void grow(int length) {
        customer = Arrays.copyOf(customer, length);
        second = Arrays.copyOf(second, length);
        day = Arrays.copyOf(day, length);
        amount = Arrays.copyOf(amount, length);
        number = Arrays.copyOf(number, length);
        lineEnd = Arrays.copyOf(lineEnd, length);
    }

    /** Adds the number and the lines of the entry added last. */
    void describe(long numberHash, List<OrderLine> products) {
        number[size - 1] = numberHash;
        for (OrderLine line : products) {
            if (lines == lineKey.length) {
                lineKey = Arrays.copyOf(lineKey, lines * 2);
                lineQuantity = Arrays.copyOf(lineQuantity, lines * 2);
                lineAmount = Arrays.copyOf(lineAmount, lines * 2);
            }
            lineKey[lines] = hash(line.sku()) * 31 + Micros.of(line.unitPrice());
            lineAmount[lines] = Micros.of(line.total());
            lineQuantity[lines++] = line.quantity();
        }
        lineEnd[size - 1] = lines;
    }

    /** FNV-1a over UTF-8, finished so that near texts lie far apart; never 0, which means no number. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    int size() {
        return size;
    }

    int customer(int i) {
        return customer[i];
    }

    long second(int i) {
        return second[i];
    }

    int day(int i) {
        return day[i];
    }

    long amount(int i) {
        return amount[i];
    }

    long number(int i) {
        return number[i];
    }

    int lineStart(int i) {
        return i == 0 ? 0 : lineEnd[i - 1];
    }

    int lineEnd(int i) {
        return lineEnd[i];
    }

    long lineKey(int line) {
        return lineKey[line];
    }

    int lineQuantity(int line) {
        return lineQuantity[line];
    }

    long lineAmount(int line) {
        return lineAmount[line];
    }

    void takeQuantity(int line, int quantity) {
        lineQuantity[line] -= quantity;
    }

    /**
     * The entries by customer (in the order of {@code rank}), then second, amount and number: an order that does not
     * depend on the one they came in.
     */
    int[] sorted(int[] rank) {
        int[] place = new int[rank.length + 1];
        for (int i = 0; i < size; i++) {
            place[rank[customer[i]] + 1]++;
        }
        for (int c = 0; c < rank.length; c++) {
            place[c + 1] += place[c];
        }
        int[] next = Arrays.copyOf(place, rank.length);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[rank[customer[i]]]++] = i;
        }
        for (int c = 0; c < rank.length; c++) {
            sort(order, place[c], place[c + 1]);
        }
        return order;
    }

    private void sort(int[] order, int from, int to) {
        if (to - from > 32) {
            Integer[] boxed =
                    Arrays.stream(order, from, to).boxed().sorted(this::compare).toArray(Integer[]::new);
            for (int i = from; i < to; i++) {
                order[i] = boxed[i - from];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int moved = order[i];
            int j = i;
            while (j > from && compare(order[j - 1], moved) > 0) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = moved;
        }
    }

    private int compare(int a, int b) {
        int bySecond = Long.compare(second[a], second[b]);
        int byAmount = bySecond != 0 ? bySecond : Long.compare(amount[a], amount[b]);
        return byAmount != 0 ? byAmount : Long.compare(number[a], number[b]);
    }
}
