package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FutureOrdersTest {
    private static final Percentage ONE_IN_A_BILLION = Percentage.withPercentage(1e-7);

    private static PurchaseModel hardie() {
        return PurchaseModel.of(
                ModelFamily.BG_NBD, 1, ModelUnit.WEEK, Map.of("r", 0.243, "alpha", 4.414, "a", 0.793, "b", 2.426));
    }

    private static BuyingHistory weeks(int repeats, double toLast, double observed) {
        return new BuyingHistory(repeats, ModelUnit.WEEK.duration(toLast), ModelUnit.WEEK.duration(observed));
    }

    /**
     * Expected values by quadrature over the posterior of the dropout probability (k = 1) and by sums of incomplete beta
     * functions (k above 1), 30 digits, mpmath 1.3; the rows of 500 and 5,000 repeats by 2F1 at 60 digits.
     */
    @ParameterizedTest(name = "{0} k {1}, x {6}, T {8}, t {9}")
    @CsvSource({
        "BG_NBD, 1, 0.2426, 4.4136, 0.7929, 2.4259, 0, 0, 38.857, 39, 1.0, 0.1947989439408506",
        "BG_NBD, 1, 0.2426, 4.4136, 0.7929, 2.4259, 2, 30.43, 38.86, 39, 0.7266140448542471, 1.225922657987033",
        "BG_NBD, 1, 0.2426, 4.4136, 0.7929, 2.4259, 26, 30.5, 38, 52, 0.1732064926815305, 4.026280181887201",
        "BG_NBD, 1, 0.2426, 4.4136, 1.0, 2.4259, 7, 10, 38, 0.1, 0.003382994975173996, 5.771467843857489e-5",
        "MBG_NBD, 1, 0.5248, 6.1831, 0.8914, 1.6140, 0, 0, 0, 52, 0.6442085096192225, 1.418731680892252",
        "MBG_NBD, 1, 0.5248, 6.1831, 0.8914, 1.6140, 0, 0, 38.857, 39, 0.3897328468088922, 0.1539574788079883",
        "MBG_NBD, 1, 0.5248, 6.1831, 0.8914, 1.6140, 5, 37, 38.857, 39, 0.8546483991024364, 3.229146948264741",
        "MBG_NBD, 1, 0.5248, 6.1831, 1.0000001, 1.6140, 5, 20, 38.857, 1e-3, 0.2483039054654579, 3.045770061869951e-5",
        "MBG_NBD, 1, 0.9, 4.5, 0.09, 2.1, 500, 700, 714, 52, 0.226242372016622, 8.175686970226284",
        "MBG_NBD, 1, 2.5, 1.5, 3.1, 0.4, 40, 30, 50, 100, 1.10004630932939e-8, 2.034387106868098e-7",
        "MBG_NBD, 1, 0.9, 4.5, 0.09, 2.1, 5000, 4998, 5000, 52, 0.9998672085569745, 51.93149751358519",
        "MBG_NBD, 1, 0.9, 4.5, 0.09, 2.1, 5000, 4998, 5000, 5000, 0.9998672085569745, 4825.957952714254",
        "MBG_NBD, 1, 0.5, 6, 0.9, 1.6, 1, 1, 5000, 5000, 0.0001510344548171293, 0.0001851732553288608",
        "MBG_CNBD_K, 2, 0.90975, 4.48952, 0.08819, 2.10381, 0, 0, 53.14, 26, 0.8114136587994684, 0.2653644671824351",
        "MBG_CNBD_K, 2, 0.90975, 4.48952, 0.08819, 2.10381, 12, 50, 53.14, 26, 0.9894035929978261, 5.643031807724882",
        "MBG_CNBD_K, 2, 0.90975, 4.48952, 0.08819, 2.10381, 131, 53, 53.28, 52, 0.9989560243816672, 114.8964194851542",
        "MBG_CNBD_K, 3, 1.3, 2.8, 0.42, 0.79, 4, 20, 60, 104, 0.0007693510784316416, 0.005361710919425361",
        "MBG_CNBD_K, 4, 1.1, 0.8, 1.4, 2.1, 1, 0.142857, 0.285714, 39, 0.6858122017474098, 4.943600953899137"
    })
    void predictions_agree_with_quadrature(
            ModelFamily family,
            int k,
            double r,
            double alpha,
            double a,
            double b,
            int x,
            double toLast,
            double observed,
            double time,
            double alive,
            double expected) {
        PurchaseModel model =
                PurchaseModel.of(family, k, ModelUnit.WEEK, Map.of("r", r, "alpha", alpha, "a", a, "b", b));

        FutureOrders future = model.future(x, toLast, observed);

        assertThat(future.alive()).isCloseTo(alive, ONE_IN_A_BILLION);
        assertThat(future.expected(time)).isCloseTo(expected, ONE_IN_A_BILLION);
    }

    /** Hardie, spreadsheet to note 004, by the tests of lifetimes (tests/test_estimation.py). */
    @ParameterizedTest(name = "E[X({0})] = {1}")
    @CsvSource({"0.1429, 0.0078", "1, 0.0532", "3, 0.1506", "31.8571, 1.0405", "32, 1.0437", "78, 1.8576"})
    void a_new_customer_buys_as_published(double time, double expected) {
        assertThat(hardie().future(0, 0, 0).expected(time)).isCloseTo(expected, within(0.004));
    }

    @Test
    void the_published_customer_buys_as_published() {
        BuyingHistory history = weeks(2, 30.43, 38.86);

        assertThat(hardie().expectedOrders(history, Duration.ofDays(39 * 7))).isCloseTo(1.226, within(0.001));
        assertThat(hardie().alive(weeks(0, 0, 40))).hasValue(1.0);
    }

    /** Hardie, note 027, by the tests of PyMC-Marketing (tests/clv/models/test_beta_geo.py). */
    @Test
    void the_log_likelihood_stays_exact_at_many_repeats() {
        PurchaseModel model = PurchaseModel.of(
                ModelFamily.BG_NBD, 1, ModelUnit.WEEK, Map.of("r", 0.25, "alpha", 4.0, "a", 0.8, "b", 2.5));

        assertThat(model.logLikelihood(weeks(0, 0, 40))).isCloseTo(-0.59947382, within(5e-8));
        assertThat(model.logLikelihood(weeks(200, 38, 40))).isCloseTo(100.7957, within(5e-5));
    }

    @Test
    void a_model_in_which_nobody_leaves_tells_nothing_of_leaving() {
        PurchaseModel nbd = PurchaseModel.of(ModelFamily.NBD, 1, ModelUnit.WEEK, Map.of("r", 0.5, "alpha", 4.0));

        assertThat(nbd.alive(weeks(3, 20, 40))).isEmpty();
        assertThat(nbd.expectedOrders(weeks(3, 20, 40), Duration.ofDays(70))).isCloseTo(3.5 * 10 / 44, within(1e-12));
        assertThat(nbd.chanceOfOrder(weeks(3, 20, 40), Duration.ofDays(70)))
                .isCloseTo(1 - Math.pow(44.0 / 54, 3.5), within(1e-12));
    }

    @Test
    void the_median_next_order_follows_the_closed_form_at_k_1() {
        NextOrder next = hardie().nextOrder(weeks(2, 30.43, 38.86));

        double median = (4.414 + 38.86) * (Math.pow(2, 1 / 2.243) - 1);
        assertThat(ModelUnit.WEEK.in(next.median())).isCloseTo(median, within(1e-6));
        assertThat(next.early()).isLessThan(next.median());
        assertThat(next.late()).isGreaterThan(next.median());
    }

    @Test
    void the_next_order_of_a_regular_buyer_is_due_by_its_median_every_second_time() {
        PurchaseModel model = PurchaseModel.of(
                ModelFamily.MBG_CNBD_K, 2, ModelUnit.WEEK, Map.of("r", 0.9, "alpha", 4.5, "a", 0.09, "b", 2.1));
        FutureOrders future = model.future(12, 50, 53);

        assertThat(1 - future.silence(future.next(0.5))).isCloseTo(0.5, within(1e-12));
        assertThat(future.atLeastOne(future.next(0.5))).isCloseTo(0.5 * future.alive(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothing_is_ever_nan_infinite_or_falling(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            int k = 1 + random.nextInt(4);
            PurchaseModel model = PurchaseModel.of(
                    k == 1 ? ModelFamily.MBG_NBD : ModelFamily.MBG_CNBD_K,
                    k,
                    ModelUnit.WEEK,
                    Map.of(
                            "r", spread(random, 0.05, 20),
                            "alpha", spread(random, 0.1, 100),
                            "a", spread(random, 1e-5, 10),
                            "b", spread(random, 0.01, 1e5)));
            int x = random.nextInt(3) == 0 ? 0 : (int) spread(random, 1, 5000);
            double observed = spread(random, 1, 5000);
            FutureOrders future = model.future(x, x == 0 ? 0 : observed * random.nextDouble(), observed);
            String what = "seed " + seed + ", run " + i + ": " + model + " x " + x + " T " + observed;

            double week = future.expected(1);
            double year = future.expected(52);

            assertThat(future.alive()).as(what).isBetween(0.0, 1.0);
            assertThat(week).as(what).isBetween(0.0, year);
            assertThat(year).as(what).isFinite();
            assertThat(future.atLeastOne(52)).as(what).isBetween(0.0, Math.min(1, year * (1 + 1e-9)));
        }
    }

    private static double spread(Random random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    @Test
    void wrong_input_is_named() {
        assertThatThrownBy(() -> weeks(0, 3, 10))
                .hasMessage("toLast: PT504H with 0 repeats (expected: zero without repeats, more than zero with)");
        assertThatThrownBy(() -> weeks(1, 3, 2))
                .hasMessage("observed: PT336H (expected: at least PT504H, the time to the last purchase)");
        assertThatThrownBy(() -> weeks(-1, 0, 2)).hasMessage("repeats: -1 (expected: 0 or more)");
        assertThatThrownBy(() -> hardie().expectedOrders(weeks(0, 0, 2), Duration.ofDays(-1)))
                .hasMessage("within: PT-24H (expected: zero or more)");
        assertThatThrownBy(() -> PurchaseModel.of(ModelFamily.NBD, 1, ModelUnit.DAY, Map.of("r", 1.0)))
                .hasMessage("parameters of NBD: [r] (expected: [r, alpha])");
        assertThatThrownBy(() -> PurchaseModel.of(ModelFamily.NBD, 1, ModelUnit.DAY, Map.of("r", 1.0, "alpha", 0.0)))
                .hasMessage("parameter alpha: 0.0 (expected: a finite number above 0)");
        assertThatThrownBy(() -> PurchaseModel.of(ModelFamily.BG_NBD, 2, ModelUnit.DAY, hardie().parameters()))
                .hasMessage("k: 2 (expected: 1 for BG_NBD, 1 to 20 for MBG_CNBD_K)");
    }
}
