package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;

class DescriptiveTest {
    /** Ten customers who each spent their number, on one day; the last two spent the same. */
    private static PurchaseLog ten() {
        PurchaseLogBuilder log = Logs.until("2026-02-01");
        for (int i = 0; i < 10; i++) {
            Logs.add(log, "c" + i, "2026-01-0" + (1 + i / 2), "" + Math.min(i + 1, 9));
        }
        return log.build();
    }

    @Test
    void equal_customers_get_equal_scores() {
        Rfm rfm = Rfm.of(ten(), Revenue.GROSS);

        assertThat(rfm.scores()).extracting(RfmScore::recency).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(rfm.scores()).extracting(RfmScore::frequency).containsOnly(1);
        assertThat(rfm.scores()).extracting(RfmScore::monetary).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(rfm.of(CustomerId.of("c9")).orElseThrow().digits()).isEqualTo("515");
        assertThat(rfm.count(5, 1)).isEqualTo(2);
        assertThat(rfm.of(CustomerId.of("nobody"))).isEmpty();
    }

    @Test
    void ntile_cuts_equal_customers_apart_as_sql_does() {
        Rfm rfm = Rfm.of(ten(), Revenue.GROSS, Rfm.Cut.NTILE);

        assertThat(rfm.scores()).extracting(RfmScore::frequency).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }

    @ParameterizedTest(name = "{0}{1}{2}: {3}")
    @CsvSource({
        "5, 5, 5, CHAMPIONS",
        "4, 4, 4, CHAMPIONS",
        "5, 3, 4, LOYAL",
        "3, 5, 5, LOYAL",
        "5, 1, 1, NEW",
        "4, 2, 3, PROMISING",
        "3, 1, 4, NEEDS_ATTENTION",
        "2, 5, 5, AT_RISK",
        "1, 3, 3, AT_RISK",
        "1, 4, 4, CANNOT_LOSE",
        "2, 1, 2, HIBERNATING",
        "1, 1, 1, LOST"
    })
    void every_standing_has_a_name(int recency, int frequency, int monetary, RfmGroup group) {
        assertThat(new RfmScore(CustomerId.of("c"), recency, frequency, monetary).group())
                .isEqualTo(group);
    }

    @Test
    void every_one_of_the_125_cells_belongs_to_a_group() {
        for (int cell = 0; cell < 125; cell++) {
            assertThat(RfmGroup.of(1 + cell / 25, 1 + cell / 5 % 5, 1 + cell % 5))
                    .isNotNull();
        }
    }

    @Test
    void concentration_counts_from_the_top() {
        Concentration concentration = Concentration.of(ten(), Revenue.GROSS);

        assertThat(concentration.customersIn(new BigDecimal("5"))).isEqualTo(1);
        assertThat(concentration.amountOfTop(new BigDecimal("20"))).isEqualTo(Money.parse("18 EUR"));
        assertThat(concentration.shareOfTop(new BigDecimal("20"))).isEqualTo(18 / 54.0);
        assertThat(concentration.curve(2)).containsExactly(0, 39 / 54.0, 1);
        assertThat(concentration.deciles()).hasSize(10);
        assertThat(concentration.deciles().get(9)).isEqualTo(new Decile(10, 1, Money.parse("1 EUR"), 1 / 54.0));
        // by the mean difference: sum over pairs |a - b| / (n * sum) = 156 / (10 * 54)
        assertThat(concentration.gini()).isEqualTo(156 / 540.0);
        assertThatThrownBy(() -> concentration.shareOfTop(new BigDecimal("101")))
                .hasMessage("percent: 101 (expected: 0 to 100)");
    }

    @Test
    void cohorts_follow_customers_from_the_month_of_their_first_purchase() {
        PurchaseLogBuilder builder = Logs.until("2026-04-10");
        Logs.add(builder, "a", "2026-01-31", "1");
        Logs.add(builder, "a", "2026-02-01", "2");
        Logs.add(builder, "a", "2026-02-20", "4");
        Logs.add(builder, "b", "2026-01-15", "8");
        Logs.add(builder, "c", "2026-03-15", "16");

        List<Cohort> cohorts = Cohorts.of(builder.build(), Revenue.GROSS, Period.MONTH);

        assertThat(cohorts)
                .containsExactly(
                        new Cohort(LocalDate.parse("2026-01-01"), List.of(2, 1, 0, 0), euros(9, 6, 0, 0)),
                        new Cohort(LocalDate.parse("2026-03-01"), List.of(1, 0), euros(16, 0)));
        assertThat(Cohorts.of(builder.build(), Revenue.GROSS, Period.WEEK))
                .extracting(Cohort::start)
                .containsExactly(
                        LocalDate.parse("2026-01-12"), LocalDate.parse("2026-01-26"), LocalDate.parse("2026-03-09"));
    }

    private static List<Money> euros(int... amounts) {
        return Arrays.stream(amounts)
                .mapToObj(amount -> Money.of(BigDecimal.valueOf(amount), Logs.EUR))
                .toList();
    }

    @Test
    void rhythm_tells_who_comes_back_and_when() {
        PurchaseLogBuilder builder = Logs.until("2026-04-10");
        for (String day : List.of("2026-01-01", "2026-01-03", "2026-01-13", "2026-02-12")) {
            Logs.add(builder, "a", day, "1");
        }
        Logs.add(builder, "b", "2026-01-15", "8");

        Rhythm rhythm = Rhythm.of(builder.build());

        assertThat(rhythm.repeatRate()).hasValue(0.5);
        assertThat(rhythm.daysBetween(50)).hasValue(10);
        assertThat(rhythm.daysBetween(100)).hasValue(30);
        assertThat(rhythm.meanDaysBetween()).hasValue(14);
        assertThat(Rhythm.of(Logs.until("2026-01-01").build()).repeatRate()).isEmpty();
    }

    @Test
    void a_customer_lapses_and_comes_back() {
        PurchaseLogBuilder builder = Logs.until("2026-07-10");
        Logs.add(builder, "a", "2026-01-31", "1");
        Logs.add(builder, "a", "2026-02-20", "4");
        Logs.add(builder, "a", "2026-06-20", "4");

        assertThat(CustomerFlow.monthly(builder.build(), 2))
                .extracting(
                        CustomerFlow::newcomers, CustomerFlow::repeat, CustomerFlow::reactivated, CustomerFlow::lapsed)
                .extracting(Object::toString)
                .containsExactly(
                        "(1, 0, 0, 0)",
                        "(0, 1, 0, 0)",
                        "(0, 0, 0, 0)",
                        "(0, 0, 0, 1)",
                        "(0, 0, 0, 0)",
                        "(0, 0, 1, 0)",
                        "(0, 0, 0, 0)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_flows_in_and_out_makes_the_number_of_active_customers(long seed) {
        Random random = new Random(seed);
        PurchaseLogBuilder builder = Logs.until("2026-01-01");
        for (int i = 0; i < 2000; i++) {
            LocalDate day = LocalDate.parse("2024-01-01").plusDays(random.nextInt(731));
            Logs.add(builder, "c" + random.nextInt(300), day.toString(), "1");
        }
        PurchaseLog log = builder.build();
        int lapse = 1 + random.nextInt(5);

        int active = 0;
        for (CustomerFlow month : CustomerFlow.monthly(log, lapse)) {
            active += month.newcomers() + month.reactivated() - month.lapsed();
            LocalDate from = month.month().minusMonths(lapse - 1L);
            LocalDate to = month.month().plusMonths(1);
            long counted = log.customers().stream()
                    .filter(customer -> log.of(customer).orElseThrow().days().stream()
                            .anyMatch(day -> !day.isBefore(from) && day.isBefore(to)))
                    .count();
            assertThat(active).as("seed %s, %s", seed, month).isEqualTo((int) counted);
        }
    }
}
