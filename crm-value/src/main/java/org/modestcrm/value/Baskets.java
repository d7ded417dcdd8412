package org.modestcrm.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderView;

/**
 * Which products go together, and what to suggest.
 *
 * <pre>{@code
 * Baskets baskets = Baskets.builder().addAll(orders).build();
 * List<String> products = baskets.suggest(customer, 5, stock::has);
 * }</pre>
 *
 * <p>An order counts a product once, however many pieces; free products do not count. Pairs must occur so often
 * ({@link Builder#fewest}) and more often than chance would have it once in a thousand times. The order in which orders were
 * added makes no difference. Immutable, thread-safe.
 */
public final class Baskets {
    private final BasketInput input;
    private final PairTable together;
    private final PairTable next;
    private final int[] byOrders;

    private Baskets(Builder from) {
        this.input = new BasketInput(from.rows);
        this.together = new PairTable(input, row -> row, from.fewest);
        this.next = new PairTable(input, input::next, from.fewest);
        this.byOrders = IntStream.range(0, input.products())
                .boxed()
                .sorted(Comparator.comparingInt(product -> -input.rowsOf((int) product).length))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Begins with no orders.
     *
     * @return a builder that needs nothing more
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many orders were added that have a product.
     *
     * @return 0 or more
     */
    public int orders() {
        return input.orders();
    }

    /**
     * What is bought in the same order as a product.
     *
     * @param product which
     * @return all pairs above chance, the most certain first; empty for an unknown product
     */
    public List<ProductPair> togetherWith(String product) {
        return pairs(together, product);
    }

    /**
     * What customers buy in the order after one with a product.
     *
     * @param product which
     * @return all pairs above chance, the most certain first; empty for an unknown product
     */
    public List<ProductPair> nextAfter(String product) {
        return pairs(next, product);
    }

    private List<ProductPair> pairs(PairTable table, String product) {
        int index = input.indexOf(product);
        if (index < 0) {
            return List.of();
        }
        return IntStream.range(0, table.others(index).length)
                .mapToObj(place ->
                        new ProductPair(product, input.product(table.others(index)[place]), table.counts(index, place)))
                .sorted(Comparator.<ProductPair>comparingDouble(
                                pair -> -pair.counts().confidence())
                        .thenComparing(ProductPair::other))
                .toList();
    }

    /**
     * The products in most orders.
     *
     * @param count at most so many
     * @return the most bought first
     */
    public List<String> bestSellers(int count) {
        return Arrays.stream(byOrders).limit(count).mapToObj(input::product).toList();
    }

    /**
     * What to suggest to a customer: what goes with the things bought so far, not what is owned.
     *
     * @param customer who
     * @param count at most so many
     * @param fits whether a product may be suggested: in stock, not refused by the customer
     * @return the best first; best-sellers where nothing is known of the customer
     */
    public List<String> suggest(CustomerId customer, int count, Predicate<String> fits) {
        List<String> owned = IntStream.of(input.rowsOf(customer))
                .flatMap(row -> IntStream.of(input.row(row)))
                .distinct()
                .mapToObj(input::product)
                .toList();
        return suggest(owned, count, fits);
    }

    /**
     * What to suggest to a customer, from everything that is not owned.
     *
     * @param customer who
     * @param count at most so many
     * @return the best first
     */
    public List<String> suggest(CustomerId customer, int count) {
        return suggest(customer, count, product -> true);
    }

    /**
     * What to suggest beside a basket, known customer or not.
     *
     * @param basket products in it
     * @param count at most so many
     * @param fits whether a product may be suggested
     * @return the best first, none of the basket
     */
    public List<String> suggest(Collection<String> basket, int count, Predicate<String> fits) {
        if (count < 1) {
            throw new IllegalArgumentException("count: " + count + " (expected: 1 or more)");
        }
        int[] owned = basket.stream()
                .mapToInt(input::indexOf)
                .filter(product -> product >= 0)
                .distinct()
                .sorted()
                .toArray();
        Map<Integer, Double> score = new HashMap<>();
        for (int product : owned) {
            int[] others = together.others(product);
            for (int place = 0; place < others.length; place++) {
                score.merge(others[place], affinity(together.counts(product, place)), Double::sum);
            }
        }
        Stream<Integer> known = score.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        return Stream.concat(known, Arrays.stream(byOrders).boxed())
                .distinct()
                .filter(product -> Arrays.binarySearch(owned, product) < 0)
                .map(input::product)
                .filter(fits)
                .limit(count)
                .toList();
    }

    /** The cosine of two products over orders: neither rare nor common ones win by that alone. */
    private static double affinity(PairCounts counts) {
        return counts.both() / Math.sqrt((double) counts.first() * counts.second());
    }

    /** Collects orders. For one thread. */
    public static final class Builder {
        private final List<BasketInput.Row> rows = new ArrayList<>();
        private int fewest = 5;

        private Builder() {}

        /**
         * Sets how often two products must have been bought together.
         *
         * @param orders 5 unless set; 1 or more
         * @return this
         */
        public Builder fewest(int orders) {
            if (orders < 1) {
                throw new IllegalArgumentException("fewest: " + orders + " (expected: 1 or more)");
            }
            fewest = orders;
            return this;
        }

        /**
         * Adds an order; of anonymous ones only what was bought together counts.
         *
         * @param order of any class
         * @return this
         */
        public Builder add(OrderView order) {
            List<String> products = order.lines().stream()
                    .filter(line -> !line.unitPrice().isZero())
                    .map(OrderLine::sku)
                    .distinct()
                    .toList();
            if (!products.isEmpty()) {
                rows.add(new BasketInput.Row(
                        order.customer().map(CustomerId::value).orElse(""),
                        order.placedAt().getEpochSecond(),
                        order.number().value(),
                        products));
            }
            return this;
        }

        /**
         * Adds orders.
         *
         * @param all of any class; read to the end
         * @return this
         */
        public Builder addAll(Stream<? extends OrderView> all) {
            all.forEach(this::add);
            return this;
        }

        /**
         * Counts.
         *
         * @return never null
         */
        public Baskets build() {
            return new Baskets(this);
        }
    }
}
