package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.prediction.ValueSnapshot;

/** The published figures of the CDNOW sample, calibrated to 1997-09-30, where CDNOW names its folder. */
@EnabledIfEnvironmentVariable(
        named = "CDNOW",
        matches = ".+",
        disabledReason = "set CDNOW to the folder of cdnow-sample.csv to run it")
class CdnowTest {
    private static PurchaseLog calibration() {
        return Logs.cdnow("1997-10-01");
    }

    /**
     * BG/NBD: Fader, Hardie, Lee 2005, table 2, and BTYD 2.4.3. MBG/NBD: BTYDplus, lifetimes. NBD: BTYDplus.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BG_NBD, -9582.42921, 0.2425945, 4.413602, 0.7929200, 2.425888",
        "MBG_NBD, -9582.13572, 0.524843, 6.183085, 0.891359, 1.614002",
        "NBD, -9763.65761, 0.384766, 12.07202, ,"
    })
    void purchase_models_reach_the_published_maximum(
            ModelFamily family, double logLikelihood, double r, double alpha, Double a, Double b) {
        Estimate<PurchaseModel> estimate = ValueFit.family(calibration(), family, 1, ModelUnit.WEEK);

        assertThat(estimate.logLikelihood()).isCloseTo(logLikelihood, within(1e-5));
        assertThat(estimate.model().parameters().get("r")).isCloseTo(r, within(1e-5));
        assertThat(estimate.model().parameters().get("alpha")).isCloseTo(alpha, within(1e-4));
        if (a != null && b != null) {
            assertThat(estimate.model().parameters().get("a")).isCloseTo(a, within(1e-4));
            assertThat(estimate.model().parameters().get("b")).isCloseTo(b, within(1e-4));
        }
    }

    /** Fader, Hardie, note 025; log-likelihood of BTYD and CLVTools. */
    @Test
    void the_spend_model_reaches_the_published_maximum() {
        Estimate<SpendModel> spend = ValueFit.spend(calibration(), Revenue.GROSS);

        assertThat(spend.logLikelihood()).isCloseTo(-4055.91769, within(1e-5));
        assertThat(spend.model().parameters().get("p")).isCloseTo(6.25, within(0.02));
        assertThat(spend.model().parameters().get("q")).isCloseTo(3.74, within(0.02));
        assertThat(spend.model().parameters().get("gamma")).isCloseTo(15.44, within(0.02));
    }

    @Test
    void customers_by_number_of_repeats_are_those_published() {
        PurchaseLog log = calibration();
        int[] counted = new int[8];
        IntStream.range(0, log.size()).forEach(c -> counted[Math.min(7, log.end(c) - log.start(c) - 1)]++);

        assertThat(counted).containsExactly(1411, 439, 214, 100, 62, 38, 29, 64);
    }

    /** BTYD walkthrough: purchases per customer of the 39 weeks after, by repeats before. */
    @Test
    void what_customers_bought_afterwards_is_as_published() {
        PurchaseLog before = calibration();
        PurchaseLog after = Logs.cdnow("1998-07-01");
        double[] bought = new double[8];
        int[] customers = new int[8];
        for (int c = 0; c < before.size(); c++) {
            int group = Math.min(7, before.end(c) - before.start(c) - 1);
            customers[group]++;
            bought[group] += after.end(c) - after.start(c) - (before.end(c) - before.start(c));
        }

        double[] published = {0.2367116, 0.6970387, 1.392523, 1.56, 2.532258, 2.947368, 3.862069, 6.359375};
        for (int group = 0; group < 8; group++) {
            assertThat(bought[group] / customers[group]).isCloseTo(published[group], within(1e-6));
        }
    }

    @Test
    void leaving_is_identified_and_buying_is_by_chance() {
        ValueFit fit = ValueFit.of(calibration());

        assertThat(fit.rung()).isEqualTo(Rung.BUYING_AND_LEAVING);
        assertThat(fit.purchasesOrThrow().model().k()).isEqualTo(1);
        assertThat(fit.profile().get(0).isDropoutIdentified()).isTrue();
        assertThat(fit.findings()).extracting(Finding::code).containsExactly(Finding.Code.VALUE_ONE_TIME_BUYERS);
        assertThat(fit.findings().get(0).text()).isEqualTo("59.9 % of the customers bought on one day only");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void shuffled_rows_and_threads_give_the_same_bits(int threads) {
        PurchaseLog shuffled = Logs.cdnow("1997-10-01", threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            ValueSnapshot there = ValueFit.of(shuffled, Revenue.GROSS, executor).snapshot("s", shuffled);

            assertThat(there).isEqualTo(ValueFit.of(calibration()).snapshot("s", calibration()));
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void a_warm_start_leads_to_the_same_maximum() {
        PurchaseLog log = calibration();
        ValueFit cold = ValueFit.of(log);

        ValueFit warm = ValueFit.warm(log, Revenue.GROSS, cold.snapshot("s", log));

        assertThat(warm.purchasesOrThrow().logLikelihood())
                .isCloseTo(cold.purchasesOrThrow().logLikelihood(), within(1e-6));
        assertThat(warm.rung()).isEqualTo(cold.rung());
    }

    @Test
    void a_snapshot_predicts_what_the_fit_did() {
        PurchaseLog log = calibration();
        ValueTerms terms = ValueTerms.of(12, DiscountRate.perYear(0.10));
        ValueFit fit = ValueFit.of(log);

        ValuePredictions fromFit = ValuePredictions.of(fit, log, terms);
        ValuePredictions fromSnapshot = ValuePredictions.of(fit.snapshot("s", log), log, terms);

        assertThat(fromSnapshot.customerEquity()).isEqualTo(fromFit.customerEquity());
        assertThat(fromSnapshot.snapshotId()).isEqualTo("s");
    }

    /** By an independent fit and formula in Python (scipy): total, MAE, RMSE, and RMSE of the rate so far. */
    @Test
    void the_next_39_weeks_are_predicted_as_elsewhere() {
        BackTest test = BackTest.of(Logs.cdnow("1998-07-01"), LocalDate.parse("1997-10-01"));

        assertThat(test.actual()).isEqualTo(1882);
        assertThat(test.expected()).isCloseTo(1577, within(0.5));
        assertThat(test.meanAbsoluteError()).isCloseTo(0.765, within(0.0005));
        assertThat(test.rootMeanSquareError()).isCloseTo(1.607, within(0.0005));
        assertThat(test.rootMeanSquareErrorOfRate()).isCloseTo(2.212, within(0.0005));
        assertThat(test.tracking()).hasSize(78);
    }
}
