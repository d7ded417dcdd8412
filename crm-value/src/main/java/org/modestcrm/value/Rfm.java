package org.modestcrm.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.modestcrm.customer.CustomerId;

/**
 * Recency, frequency, money: each customer gets 1 to 5 for the day of the last purchase, the number of orders and the
 * amount. Immutable, thread-safe.
 */
public final class Rfm {
    private static final int FIFTHS = 5;

    private final PurchaseLog log;
    private final byte[] recency;
    private final byte[] frequency;
    private final byte[] monetary;

    /** How the base is cut into fifths. */
    public enum Cut {
        /**
         * Equal customers get equal scores: 1 + the whole part of 5 times the share of customers with less. In SQL
         * {@code 1 + floor(5.0 * (rank() over (order by v) - 1) / n)}.
         */
        TIE_SAFE,
        /** As SQL {@code ntile(5) over (order by v, customer)}: equal sizes, equal customers may get unequal scores. */
        NTILE
    }

    private Rfm(PurchaseLog log, Revenue revenue, Cut cut) {
        this.log = log;
        this.recency = scores(log.size(), log::lastDay, cut);
        this.frequency = scores(log.size(), log::orders, cut);
        this.monetary = scores(log.size(), c -> log.amount(c, revenue), cut);
    }

    /**
     * Scores all customers, equal ones equally.
     *
     * @param log what they bought
     * @param revenue which amount counts
     * @return never null
     */
    public static Rfm of(PurchaseLog log, Revenue revenue) {
        return new Rfm(log, revenue, Cut.TIE_SAFE);
    }

    /**
     * Scores all customers.
     *
     * @param log what they bought
     * @param revenue which amount counts
     * @param cut how the base is cut into fifths
     * @return never null
     */
    public static Rfm of(PurchaseLog log, Revenue revenue, Cut cut) {
        return new Rfm(log, revenue, cut);
    }

    private static byte[] scores(int size, IntToLongFunction value, Cut cut) {
        long[] values = IntStream.range(0, size).mapToLong(value).toArray();
        int[] order = byValue(values);
        byte[] score = new byte[size];
        int below = 0;
        for (int place = 0; place < size; place++) {
            int customer = order[place];
            below = place > 0 && values[order[place - 1]] == values[customer] ? below : place;
            score[customer] = (byte) (cut == Cut.TIE_SAFE ? 1 + (long) FIFTHS * below / size : ntile(place, size));
        }
        return score;
    }

    /** Indices by value, then index; the index follows the customer's id. */
    private static int[] byValue(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] place = new int[values.length];
        int[] used = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int first = firstOf(sorted, values[i]);
            place[first + used[first]++] = i;
        }
        return place;
    }

    private static int firstOf(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first groups get one more where the size is no multiple of five. */
    static int ntile(int place, int size, int groups) {
        int small = size / groups;
        int larger = size % groups;
        int inLarger = larger * (small + 1);
        return place < inLarger ? 1 + place / (small + 1) : 1 + larger + (place - inLarger) / Math.max(1, small);
    }

    private static int ntile(int place, int size) {
        return ntile(place, size, FIFTHS);
    }

    /**
     * The scores of one customer.
     *
     * @param customer who
     * @return empty when the customer bought nothing
     */
    public Optional<RfmScore> of(CustomerId customer) {
        int index = log.indexOf(customer);
        return index < 0 ? Optional.empty() : Optional.of(score(index));
    }

    /**
     * The scores of all.
     *
     * @return by customer id
     */
    public List<RfmScore> scores() {
        return IntStream.range(0, log.size()).mapToObj(this::score).toList();
    }

    RfmScore score(int index) {
        return new RfmScore(log.id(index), recency[index], frequency[index], monetary[index]);
    }

    /**
     * How many customers each group has.
     *
     * @return all groups, in their order
     */
    public Map<RfmGroup, Integer> groups() {
        Map<RfmGroup, Integer> count = new EnumMap<>(RfmGroup.class);
        for (RfmGroup group : RfmGroup.values()) {
            count.put(group, 0);
        }
        for (int c = 0; c < log.size(); c++) {
            count.merge(score(c).group(), 1, Integer::sum);
        }
        return Collections.unmodifiableMap(count);
    }

    /**
     * How many customers have a recency and a frequency score, whatever they spent.
     *
     * @param recencyScore 1 to 5
     * @param frequencyScore 1 to 5
     * @return 0 or more
     */
    public int count(int recencyScore, int frequencyScore) {
        return (int) IntStream.range(0, log.size())
                .filter(c -> recency[c] == recencyScore && frequency[c] == frequencyScore)
                .count();
    }
}
