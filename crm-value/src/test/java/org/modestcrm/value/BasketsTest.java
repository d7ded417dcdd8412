package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.order.Order;

class BasketsTest {
    /** Of 100 orders 20 have cup and saucer, 10 a cup alone, 5 a saucer alone, 65 a pen. The saucer buyers come back for tea. */
    private static List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String[] lines = i < 20
                    ? new String[] {"cup 1 2.00", "saucer 2 1.00", "saucer 1 1.00", "sample 1 0.00"}
                    : new String[] {i < 30 ? "cup 1 2.00" : i < 35 ? "saucer 1 1.00" : "pen 1 1.00"};
            orders.add(Logs.order("A" + i, "c" + i, "2026-01-05T08:00:00Z", lines));
        }
        IntStream.range(0, 15)
                .forEach(i -> orders.add(Logs.order("B" + i, "c" + i, "2026-01-09T08:00:00Z", "tea 1 5.00")));
        IntStream.range(90, 95)
                .forEach(i -> orders.add(Logs.order("B" + i, "c" + i, "2026-01-09T08:00:00Z", "ink 1 5.00")));
        return orders;
    }

    private static Baskets baskets() {
        return Baskets.builder().addAll(orders().stream()).build();
    }

    @Test
    void products_bought_together_are_counted_once_an_order() {
        List<ProductPair> pairs = baskets().togetherWith("cup");

        assertThat(pairs).containsExactly(new ProductPair("cup", "saucer", new PairCounts(20, 30, 25, 120)));
        assertThat(pairs.get(0).counts().support()).isEqualTo(20 / 120.0);
        assertThat(pairs.get(0).counts().confidence()).isEqualTo(20 / 30.0);
        assertThat(pairs.get(0).counts().lift()).isEqualTo(20 * 120 / (30.0 * 25));
        assertThat(baskets().togetherWith("sample")).isEmpty();
    }

    @Test
    void products_bought_next_follow_the_customer() {
        assertThat(baskets().nextAfter("cup"))
                .containsExactly(new ProductPair("cup", "tea", new PairCounts(15, 15, 15, 20)));
        assertThat(baskets().nextAfter("pen"))
                .containsExactly(new ProductPair("pen", "ink", new PairCounts(5, 5, 5, 20)));
    }

    /** Dunning 1993, table: "the swiss" with cells 110, 2442, 111, 29114 has 270.72. */
    @Test
    void the_floor_is_the_published_likelihood_ratio() {
        PairCounts counts = new PairCounts(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114);

        assertThat(counts.likelihoodRatio()).isCloseTo(270.72, within(0.01));
    }

    @Test
    void what_is_no_more_than_chance_is_no_pair() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<String> lines = new ArrayList<>(List.of("x 1 1.00"));
            if (i % 2 == 0) {
                lines.add("y 1 1.00");
            }
            if (i % 4 < 2) {
                lines.add("z 1 1.00");
            }
            orders.add(Logs.order("A" + i, "", "2026-01-05T08:00:00Z", lines.toArray(String[]::new)));
        }

        assertThat(Baskets.builder().addAll(orders.stream()).build().togetherWith("y"))
                .isEmpty();
    }

    @Test
    void suggestions_leave_out_what_does_not_fit() {
        Baskets baskets = baskets();
        CustomerId hasCup = CustomerId.of("c25");

        assertThat(baskets.suggest(hasCup, 2)).containsExactly("saucer", "pen");
        assertThat(baskets.suggest(hasCup, 2, product -> !product.equals("saucer")))
                .containsExactly("pen", "tea");
        assertThat(baskets.suggest(CustomerId.of("nobody"), 1)).containsExactly("pen");
        assertThat(baskets.suggest(List.of("cup", "unknown"), 1, product -> true))
                .containsExactly("saucer");
        assertThat(baskets.bestSellers(2)).containsExactly("pen", "cup");
    }

    @Test
    void the_order_of_arrival_makes_no_difference() {
        List<Order> shuffled = orders();
        Collections.shuffle(shuffled, new Random(1));
        Baskets other = Baskets.builder().addAll(shuffled.stream()).build();

        assertThat(other.togetherWith("cup")).isEqualTo(baskets().togetherWith("cup"));
        assertThat(other.nextAfter("cup")).isEqualTo(baskets().nextAfter("cup"));
        assertThat(other.suggest(CustomerId.of("c25"), 5)).isEqualTo(baskets().suggest(CustomerId.of("c25"), 5));
    }

    @Test
    void wrong_numbers_are_named() {
        assertThatThrownBy(() -> Baskets.builder().fewest(0)).hasMessage("fewest: 0 (expected: 1 or more)");
        assertThatThrownBy(() -> baskets().suggest(CustomerId.of("c1"), 0))
                .hasMessage("count: 0 (expected: 1 or more)");
    }
}
