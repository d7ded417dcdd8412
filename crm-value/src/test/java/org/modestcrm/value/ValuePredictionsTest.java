package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.prediction.PredictedFact;
import org.modestcrm.prediction.ValueSnapshot;

class ValuePredictionsTest {
    private static final ValueTerms YEAR = new ValueTerms(12, DiscountRate.perYear(0.10), 0.5);

    private static PurchaseLog log;
    private static ValueFit fit;

    @BeforeAll
    static void simulate() {
        log = new Simulation(new Random(11), 2, new double[] {0.9, 40, 0.4, 2}, 700).log(1000);
        fit = ValueFit.of(log);
    }

    @Test
    void the_port_answers_all_built_in_facts_from_one_snapshot() {
        ValuePredictions predictions = ValuePredictions.of(fit.snapshot("march", log), log, YEAR);
        CustomerId best = predictions.best(1).get(0).customer();

        assertThat(predictions.snapshotId()).isEqualTo("march");
        assertThat(predictions.asOf()).isEqualTo(log.asOf());
        for (PredictedFact fact : PredictedFact.builtIn()) {
            boolean number = predictions.number(best, fact).isPresent();
            boolean money = predictions.money(best, fact).isPresent();
            boolean text = predictions.text(best, fact).isPresent();
            assertThat(number).as(fact.name()).isEqualTo(fact.kind() == PredictedFact.Kind.NUMBER);
            assertThat(money).as(fact.name()).isEqualTo(fact.kind() == PredictedFact.Kind.MONEY);
            assertThat(text).as(fact.name()).isEqualTo(fact.kind() == PredictedFact.Kind.TEXT);
        }
        assertThat(predictions.number(best, PredictedFact.VALUE_RANK)).hasValue(1);
        assertThat(predictions.number(CustomerId.of("nobody"), PredictedFact.ALIVE))
                .isEmpty();
        assertThat(predictions.of(CustomerId.of("nobody"))).isEmpty();
    }

    @Test
    void the_best_have_priority() {
        ValuePredictions predictions = ValuePredictions.of(fit, log, YEAR);

        long[] count = new long[4];
        log.customers().forEach(customer -> count[predictions.taskPriority().applyAsInt(customer)]++);

        assertThat(count).containsExactly(800, 150, 40, 10);
        assertThat(predictions.taskPriority().applyAsInt(CustomerId.of("nobody")))
                .isZero();
        assertThat(predictions.snapshotId()).matches("value-2025-12-31-[0-9a-f]{8}");
    }

    @Test
    void lifetime_value_is_the_discounted_margin_of_the_expected_orders() {
        ValuePredictions predictions = ValuePredictions.of(fit, log, YEAR);
        PurchaseModel model = fit.purchasesOrThrow().model();
        CustomerPrediction one = predictions.best(1).get(0);
        CustomerPurchases bought = log.of(one.customer()).orElseThrow();
        LocalDate first = bought.days().get(0);
        BuyingHistory history = new BuyingHistory(
                bought.days().size() - 1,
                Duration.ofDays(bought.lastDay().toEpochDay() - first.toEpochDay()),
                Duration.ofDays(log.lastDay().toEpochDay() - first.toEpochDay()));

        double sum = 0;
        double before = 0;
        for (int month = 1; month <= 12; month++) {
            double until = model.expectedOrders(history, Duration.ofHours(Math.round(month * 30.4375 * 24)));
            sum += (until - before) * Math.pow(1.10, -month / 12.0);
            before = until;
        }
        double spend = one.expectedSpend().orElseThrow().amount().doubleValue();

        assertThat(one.lifetimeValue().orElseThrow().amount().doubleValue())
                .isCloseTo(sum * spend * 0.5, within(1e-3 * sum * spend));
        assertThat(one.expectedOrders()).isCloseTo(before, within(1e-3));
        assertThat(one.alive()).hasValueCloseTo(model.alive(history).orElseThrow(), within(1e-12));
    }

    @Test
    void customer_equity_is_explained_to_the_last_coin() {
        ValueSnapshot snapshot = fit.snapshot("march", log);

        CustomerEquity equity = CustomerEquity.between(snapshot, log, LocalDate.parse("2025-10-01"), YEAR);

        Money explained =
                equity.before().plus(equity.newcomers()).plus(equity.risen()).plus(equity.fallen());
        assertThat(explained.amount()).isCloseTo(equity.now().amount(), within(new BigDecimal("0.000001")));
        assertThat(equity.fallen().isNegative()).isTrue();
        assertThat(ValuePredictions.of(snapshot, log, YEAR).customerEquity()).hasValue(equity.now());
        assertThatThrownBy(() -> CustomerEquity.between(snapshot, log, LocalDate.parse("2001-10-01"), YEAR))
                .isInstanceOf(ValueRefusedException.class);
    }

    @Test
    void a_prediction_does_not_depend_on_who_else_is_there() {
        ValueSnapshot snapshot = fit.snapshot("march", log);
        ValuePredictions all = ValuePredictions.of(snapshot, log, YEAR);
        CustomerId one = log.customers().get(17);
        PurchaseLogBuilder alone = Logs.until("2026-01-01");
        log.of(one).orElseThrow().days().forEach(day -> alone.add(one, day, Money.parse("1 EUR")));

        CustomerPrediction prediction =
                ValuePredictions.of(snapshot, alone.build(), YEAR).of(one).orElseThrow();

        assertThat(prediction.expectedOrders())
                .isEqualTo(all.of(one).orElseThrow().expectedOrders());
        assertThat(prediction.alive()).isEqualTo(all.of(one).orElseThrow().alive());
        assertThat(prediction).hasToString("prediction for customer " + one);
    }

    @Test
    void a_back_test_compares_with_what_happened() {
        BackTest test = BackTest.of(log);

        assertThat(test.bias()).isBetween(-0.15, 0.15);
        assertThat(test.rootMeanSquareError()).isLessThan(test.rootMeanSquareErrorOfRate());
        assertThat(test.customers()).isLessThanOrEqualTo(log.size());
        assertThatThrownBy(() -> BackTest.of(log, LocalDate.parse("2026-01-01")))
                .hasMessage("split: 2026-01-01 (expected: at most 2025-12-31, the last day of the log)");
    }
}
