package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.Refund;

class PurchaseLogTest {
    private static final CustomerId ALICE = CustomerId.of("alice");

    private static Refund.Builder refund(String number, String at) {
        return Refund.builder(OrderNumber.of(number), Logs.EUR).customer(ALICE).at(Instant.parse(at));
    }

    private static CustomerPurchases alice(PurchaseLog log) {
        return log.of(ALICE).orElseThrow();
    }

    @Test
    void orders_of_one_day_are_one_purchase_day() {
        PurchaseLog log = Logs.until("2026-02-01")
                .add(Logs.order("1", "alice", "2026-01-05T08:00:00Z", "mug 1 10.00"))
                .add(Logs.order("2", "alice", "2026-01-05T20:00:00Z", "cup 2 2.50"))
                .add(Logs.order("3", "alice", "2026-01-09T20:00:00Z", "cup 1 2.50"))
                .build();

        assertThat(alice(log).days()).containsExactly(LocalDate.parse("2026-01-05"), LocalDate.parse("2026-01-09"));
        assertThat(alice(log).orders()).isEqualTo(3);
        assertThat(alice(log).gross()).isEqualTo(Money.parse("17.50 EUR"));
        assertThat(alice(log).lastDay()).isEqualTo("2026-01-09");
        assertThat(log).hasToString("purchase log of 1 customers, 2 purchase days, as of 2026-02-01T00:00:00Z");
    }

    @Test
    void the_day_is_that_of_the_zone() {
        PurchaseLog log = PurchaseLog.builder(Logs.EUR, Logs.PARIS, Instant.parse("2026-02-01T00:00:00Z"))
                .add(Logs.order("1", "alice", "2026-01-05T23:30:00Z", "mug 1 10.00"))
                .build();

        assertThat(alice(log).days()).containsExactly(LocalDate.parse("2026-01-06"));
    }

    @Test
    void a_refund_that_names_its_order_is_taken_off_its_day() {
        Order first = Logs.order("1", "alice", "2026-01-05T08:00:00Z", "mug 1 10.00");
        PurchaseLog log = Logs.until("2026-02-01")
                .add(refund("R", "2026-01-20T08:00:00Z")
                        .of(first)
                        .amount(Money.parse("4.00 EUR"))
                        .build())
                .add(first)
                .add(Logs.order("2", "alice", "2026-01-09T08:00:00Z", "mug 1 10.00"))
                .build();

        assertThat(netBefore(log, "2026-01-06")).isEqualTo(Money.parse("6.00 EUR"));
        assertThat(alice(log).net()).isEqualTo(Money.parse("16.00 EUR"));
        assertThat(alice(log).gross()).isEqualTo(Money.parse("20.00 EUR"));
        assertThat(alice(log).days()).hasSize(2);
    }

    private static Money netBefore(PurchaseLog log, String day) {
        return alice(log.before(LocalDate.parse(day))).net();
    }

    @Test
    void a_refund_without_number_goes_to_the_order_that_had_its_lines() {
        PurchaseLog log = Logs.until("2026-02-01")
                .add(Logs.order("1", "alice", "2026-01-05T08:00:00Z", "mug 3 10.00", "cup 1 2.50"))
                .add(Logs.order("2", "alice", "2026-01-09T08:00:00Z", "mug 1 10.00", "pot 1 30.00"))
                .add(refund("R", "2026-01-20T08:00:00Z")
                        .line(Logs.line("mug 2 10.00"))
                        .line(Logs.line("pot 1 30.00"))
                        .build())
                .build();

        assertThat(netBefore(log, "2026-01-06")).isEqualTo(Money.parse("12.50 EUR"));
        assertThat(alice(log).net()).isEqualTo(Money.parse("22.50 EUR"));
    }

    @Test
    void a_refund_of_an_amount_goes_to_the_order_of_that_amount() {
        PurchaseLog log = Logs.until("2026-02-01")
                .add(Logs.order("1", "alice", "2026-01-05T08:00:00Z", "mug 1 12.00"))
                .add(Logs.order("2", "alice", "2026-01-09T08:00:00Z", "mug 1 10.00"))
                .add(refund("R", "2026-01-20T08:00:00Z")
                        .amount(Money.parse("12 EUR"))
                        .build())
                .build();

        assertThat(netBefore(log, "2026-01-06")).isEqualTo(Money.parse("0.00 EUR"));
    }

    @Test
    void any_other_refund_goes_to_the_last_earlier_order() {
        PurchaseLog log = Logs.until("2026-02-01")
                .add(Logs.order("1", "alice", "2026-01-05T08:00:00Z", "mug 1 12.00"))
                .add(Logs.order("2", "alice", "2026-01-09T08:00:00Z", "mug 1 10.00"))
                .add(Logs.order("3", "alice", "2026-01-29T08:00:00Z", "mug 1 10.00"))
                .add(refund("R", "2026-01-20T08:00:00Z")
                        .amount(Money.parse("3 EUR"))
                        .build())
                .build();

        assertThat(netBefore(log, "2026-01-09")).isEqualTo(Money.parse("12.00 EUR"));
        assertThat(netBefore(log, "2026-01-10")).isEqualTo(Money.parse("19.00 EUR"));
    }

    @Test
    void a_refund_before_any_order_makes_no_customer_and_is_counted() {
        PurchaseLog log = Logs.until("2026-02-01")
                .add(refund("R", "2026-01-20T08:00:00Z")
                        .amount(Money.parse("3 EUR"))
                        .build())
                .build();

        assertThat(log.customers()).isEmpty();
        assertThat(log.report().refundsUnmatched()).isEqualTo(1);
    }

    @Test
    void what_is_left_out_is_counted() {
        PurchaseLog log = Logs.until("2026-02-01")
                .leavingOut(CustomerId.of("bob")::equals)
                .add(Logs.order("1", "", "2026-01-05T08:00:00Z", "mug 1 12.00"))
                .add(Logs.order("2", "alice", "2026-01-05T08:00:00Z", "sample 1 0.00"))
                .add(Logs.order("3", "alice", "2026-02-01T00:00:00Z", "mug 1 12.00"))
                .add(Logs.order("4", "bob", "2026-01-05T08:00:00Z", "mug 1 12.00"))
                .build();

        assertThat(log.report()).isEqualTo(new LogReport(1, Money.parse("12.00 EUR"), 1, 1, 0));
        assertThat(log.customers()).isEmpty();
        assertThat(log.orders()).isZero();
    }

    @Test
    void other_currencies_are_converted_at_their_day_or_refused() {
        Money dollars = Money.parse("10.00 USD");
        LocalDate day = LocalDate.parse("2026-01-05");
        PurchaseLog log = Logs.until("2026-02-01")
                .rates((amount, to, on) -> on.equals(day) ? Optional.of(Money.parse("9.10 EUR")) : Optional.empty())
                .add(ALICE, day, dollars)
                .build();

        assertThat(alice(log).gross()).isEqualTo(Money.parse("9.10 EUR"));
        assertThatThrownBy(() -> Logs.until("2026-02-01").add(ALICE, day, dollars))
                .isInstanceOf(ValueRefusedException.class)
                .hasMessage("purchase of customer alice: in USD without a rate of 2026-01-05 (expected: EUR, or a rate:"
                        + " PurchaseLogBuilder.rates)")
                .extracting("refusal")
                .isEqualTo(Refusal.VALUE_CURRENCY_MIXED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_arrival_makes_no_difference(long seed) {
        Random random = new Random(seed);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Instant at = Logs.midnight("2026-01-01").plusSeconds(3600L * random.nextInt(24 * 30));
            String line = "p" + random.nextInt(4) + " " + (1 + random.nextInt(3)) + " 2.50";
            all.add(
                    i % 4 == 0
                            ? refund("R" + i, at.toString())
                                    .line(Logs.line(line))
                                    .build()
                            : Logs.order("O" + i, i % 3 == 0 ? "bob" : "alice", at.toString(), line));
        }

        String inOrder = fingerprint(all);
        Collections.shuffle(all, random);

        assertThat(fingerprint(all)).as("seed %s", seed).isEqualTo(inOrder).matches("[0-9a-f]{64}");
    }

    private static String fingerprint(List<Object> all) {
        PurchaseLogBuilder log = Logs.until("2026-02-15");
        for (Object one : all) {
            if (one instanceof Order order) {
                log.add(order);
            } else {
                log.add((Refund) one);
            }
        }
        return log.build().fingerprint();
    }

    @Test
    void an_earlier_log_is_the_one_that_was() {
        PurchaseLogBuilder both = Logs.until("2026-03-01");
        PurchaseLogBuilder early = Logs.until("2026-02-01");
        for (PurchaseLogBuilder log : List.of(both, early)) {
            Logs.add(log, "alice", "2026-01-05", "10.00");
            Logs.add(log, "bob", "2026-02-05", "10.00");
            Logs.add(log, "alice", "2026-02-05", "10.00");
        }

        PurchaseLog cut = both.build().before(LocalDate.parse("2026-02-01"));

        assertThat(cut.fingerprint()).isEqualTo(early.build().fingerprint());
        assertThat(cut.lastDay()).isEqualTo("2026-01-31");
        assertThat(cut.customers()).containsExactly(ALICE);
    }

    /** Published with PyMC-Marketing (tests/clv/test_utils.py) and lifetimes (tests/test_utils.py). */
    @ParameterizedTest(name = "customer {0}: x {1}, t_x {2}, T {3}, mean {4}")
    @CsvSource({
        "1, 1, 36, 37, 2",
        "2, 0, 0, 37, 0",
        "3, 2, 4, 37, 3",
        "4, 2, 20, 22, 6",
        "5, 2, 2, 22, 4.5",
        "6, 0, 0, 5, 0"
    })
    void repeats_recency_age_and_mean_are_those_published(int customer, int x, int last, int age, double mean) {
        PurchaseLogBuilder builder = PurchaseLog.builder(Logs.EUR, ZoneOffset.UTC, Logs.midnight("2015-02-08"));
        String rows = "1 2015-01-01 1,1 2015-02-06 2,2 2015-01-01 2,3 2015-01-01 3,3 2015-01-02 1,3 2015-01-05 5,"
                + "4 2015-01-16 6,4 2015-02-02 3,4 2015-02-05 3,4 2015-02-05 6,5 2015-01-16 3,5 2015-01-17 1,"
                + "5 2015-01-18 8,6 2015-02-02 5";
        for (String row : rows.split(",")) {
            String[] cell = row.split(" ");
            Logs.add(builder, cell[0], cell[1], cell[2]);
        }
        PurchaseLog log = builder.build();

        PurchaseCounts counts = PurchaseCounts.of(log);
        int index = log.indexOf(CustomerId.of("" + customer));

        assertThat(counts.repeats(counts.rowOf(index))).isEqualTo(x);
        assertThat(counts.toLast(counts.rowOf(index))).isEqualTo(last);
        assertThat(counts.observed(counts.rowOf(index))).isEqualTo(age);
        assertThat(SpendCounts.of(log, Revenue.GROSS).meanOf(index)).isEqualTo(mean);
    }
}
