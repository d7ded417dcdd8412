package org.modestcrm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;
import org.modestcrm.prediction.ValueSnapshot;

/** Every kind of input that is too small or broken is refused by type, with a sentence. */
class RefusalTest {
    private static final CustomerId ALICE = CustomerId.of("alice");
    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private static void refused(Supplier<?> what, Refusal refusal, String sentence) {
        assertThatThrownBy(what::get)
                .isInstanceOf(ValueRefusedException.class)
                .hasMessage(sentence)
                .extracting("refusal")
                .isEqualTo(refusal);
    }

    private static PurchaseLog oneTimers(int customers) {
        PurchaseLogBuilder log = Logs.until("2026-01-01");
        for (int i = 0; i < customers; i++) {
            log.add(CustomerId.of("c" + i), DAY.plusDays(i % 90), Money.of("5", "EUR"));
        }
        return log.build();
    }

    @Test
    void an_empty_log() {
        PurchaseLog log = Logs.until("2026-01-01").build();

        refused(
                () -> ValueFit.of(log).purchasesOrThrow(),
                Refusal.VALUE_NO_CUSTOMERS,
                "purchase model: no customers in the log (expected: 100 or more)");
        refused(
                () -> Concentration.of(log, Revenue.GROSS),
                Refusal.VALUE_NO_CUSTOMERS,
                "concentration: no revenue in the log (expected: more than 0)");
        assertThat(Cohorts.of(log, Revenue.GROSS, Period.MONTH)).isEmpty();
        assertThat(Rfm.of(log, Revenue.GROSS).scores()).isEmpty();
        assertThat(CustomerFlow.monthly(log, 3)).isEmpty();
    }

    @Test
    void orders_that_all_lie_later() {
        PurchaseLog log =
                Logs.until("2025-06-01").add(ALICE, DAY, Money.of("5", "EUR")).build();

        refused(
                () -> ValueFit.of(log).purchasesOrThrow(),
                Refusal.VALUE_NOTHING_BEFORE_AS_OF,
                "purchase model: all 1 orders lie at or after 2025-06-01T00:00:00Z (expected: some before)");
        refused(
                () -> ValueFit.family(log, ModelFamily.BG_NBD, 1, ModelUnit.WEEK),
                Refusal.VALUE_NOTHING_BEFORE_AS_OF,
                "purchase model: all 1 orders lie at or after 2025-06-01T00:00:00Z (expected: some before)");
    }

    @Test
    void an_amount_beyond_all_money() {
        refused(
                () -> Logs.until("2026-01-01").add(ALICE, DAY, Money.of("99999999999999999999", "EUR")),
                Refusal.VALUE_AMOUNT_TOO_LARGE,
                "an amount or a sum of amounts is above 9,223,372,036,854 (expected: amounts of one currency unit, not"
                        + " of a millionth)");
    }

    @Test
    void a_sum_beyond_all_money() {
        PurchaseLogBuilder log = Logs.until("2026-01-01")
                .add(ALICE, DAY, Money.of("9000000000000", "EUR"))
                .add(ALICE, DAY, Money.of("9000000000000", "EUR"));

        refused(
                log::build,
                Refusal.VALUE_AMOUNT_TOO_LARGE,
                "an amount or a sum of amounts is above 9,223,372,036,854 (expected: amounts of one currency unit, not"
                        + " of a millionth)");
    }

    @Test
    void a_day_of_no_shop() {
        refused(
                () -> Logs.until("2026-01-01").add(ALICE, LocalDate.parse("0001-01-01"), Money.of("5", "EUR")),
                Refusal.VALUE_DAY_OUT_OF_RANGE,
                "purchase of customer alice: dated 0001-01-01 (expected: 1900-01-01 to 2199-12-31)");
    }

    @Test
    void two_orders_of_one_number() {
        PurchaseLogBuilder log = Logs.until("2026-01-01")
                .add(Logs.order("7", "alice", "2025-06-01T10:00:00Z", "mug 1 10.00"))
                .add(Logs.order("7", "alice", "2025-06-02T10:00:00Z", "mug 1 10.00"));

        refused(
                log::build,
                Refusal.VALUE_ORDER_TWICE,
                "customer alice: two orders of one number (expected: each order once)");
    }

    @Test
    void a_currency_without_rate() {
        assertThatThrownBy(() -> Logs.until("2026-01-01").add(ALICE, DAY, Money.of("5", "USD")))
                .extracting("refusal")
                .isEqualTo(Refusal.VALUE_CURRENCY_MIXED);
    }

    @Test
    void too_few_customers() {
        refused(
                () -> ValueFit.of(oneTimers(99)).purchasesOrThrow(),
                Refusal.VALUE_TOO_FEW_CUSTOMERS,
                "purchase model: 99 customers (expected: 100 or more)");
    }

    @Test
    void too_few_who_came_back() {
        ValueFit fit = ValueFit.of(oneTimers(200));

        refused(
                fit::purchasesOrThrow,
                Refusal.VALUE_TOO_FEW_REPEATERS,
                "purchase model: 0 customers bought on two days (expected: 30 or more)");
        assertThat(fit.rung()).isEqualTo(Rung.DESCRIPTIVE);
        assertThat(fit.refusal()).hasValue(Refusal.VALUE_TOO_FEW_REPEATERS);
        assertThat(fit.has(Finding.Code.VALUE_PURCHASES_REFUSED)).isTrue();
        assertThat(fit.profile()).isEmpty();
    }

    @Test
    void orders_watched_for_too_short() {
        refused(
                () -> ValueFit.of(Logs.everySoOften(150, 60, 40)).purchasesOrThrow(),
                Refusal.VALUE_OBSERVATION_TOO_SHORT,
                "purchase model: orders of 60 days with 40 days between two purchases (expected: at least twice as"
                        + " many)");
    }

    @Test
    void too_few_who_spent_again() {
        PurchaseLogBuilder log = Logs.until("2026-01-01").zeroAmounts(ZeroAmounts.COUNTED);
        for (int i = 0; i < 200; i++) {
            log.add(CustomerId.of("c" + i), DAY, Money.of("5", "EUR"));
            log.add(CustomerId.of("c" + i), DAY.plusDays(30), Money.of("0", "EUR"));
        }

        refused(
                () -> ValueFit.spend(log.build(), Revenue.GROSS),
                Refusal.VALUE_TOO_FEW_SPENDERS,
                "spend model: 0 customers spent something after their first purchase (expected: 30 or more)");
    }

    @Test
    void spend_without_spread() {
        PurchaseLogBuilder log = Logs.until("2026-01-01");
        for (int i = 0; i < 200; i++) {
            log.add(CustomerId.of("c" + i), DAY, Money.of("5", "EUR"));
            log.add(CustomerId.of("c" + i), DAY.plusDays(30), Money.of("5", "EUR"));
        }

        refused(
                () -> ValueFit.spend(log.build(), Revenue.GROSS),
                Refusal.VALUE_SPEND_WITHOUT_SPREAD,
                "spend model: every customer spends the same per order (expected: some spread)");
        assertThat(ValueFit.of(log.build()).has(Finding.Code.VALUE_SPEND_REFUSED))
                .isTrue();
    }

    @Test
    void spend_without_mean() {
        refused(
                () -> SpendModel.of(2, 0.9, 15),
                Refusal.VALUE_SPEND_WITHOUT_MEAN,
                "spend model: q = 0.9 has no mean (expected: above 1; a few orders carry nearly everything)");
        assertThatThrownBy(() -> SpendModel.of(0, 2, 15))
                .hasMessage("spend model p, q, gamma: 0.0, 2.0, 15.0 (expected: finite numbers above 0)");
    }

    @Test
    void a_snapshot_of_something_else() {
        ValueSnapshot snapshot = ValueSnapshot.builder("s")
                .model("MBG_NBD")
                .unit("WEEK")
                .parameter("r", 1)
                .parameter("alpha", 1)
                .logLikelihood(-1)
                .asOf(Logs.midnight("2026-01-01"))
                .currency(Logs.EUR)
                .customers(100)
                .fingerprint("00")
                .version("1")
                .build();
        PurchaseLog log = oneTimers(100);
        ValueTerms terms = ValueTerms.of(12, DiscountRate.perYear(0.1));

        for (List<String> part : List.of(
                List.of("version 2", "version 1"),
                List.of("model PARETO", "one of [NBD, BG_NBD, MBG_NBD, MBG_CNBD_K]"),
                List.of("unit YEAR", "one of [DAY, WEEK]"),
                List.of("no parameter a, b", "all of MBG_NBD"))) {
            ValueSnapshot.Builder changed = snapshot.toBuilder();
            String[] word = part.get(0).split(" ");
            ValueSnapshot foreign = switch (word[0]) {
                case "version" -> changed.version(word[1]).build();
                case "model" -> changed.model(word[1]).build();
                case "unit" -> changed.unit(word[1]).build();
                default -> snapshot;
            };
            refused(
                    () -> ValuePredictions.of(foreign, log, terms),
                    Refusal.VALUE_SNAPSHOT_FOREIGN,
                    "value snapshot s: " + part.get(0) + " (expected: " + part.get(1) + ")");
        }
    }

    @Test
    void terms_out_of_range() {
        assertThatThrownBy(() -> DiscountRate.perYear(12))
                .hasMessage("discount per year: 12.0 (expected: 0 to 10, as a fraction: 0.10 for 10 %)");
        assertThatThrownBy(() -> ValueTerms.of(0, DiscountRate.perYear(0)))
                .hasMessage("months: 0 (expected: 1 to 600)");
        assertThatThrownBy(() -> new ValueTerms(1, DiscountRate.perYear(0), 35))
                .hasMessage("margin: 35.0 (expected: a fraction above 0 to 1: 0.35 for 35 %)");
        assertThat(DiscountRate.perMonth(0.01).perYear())
                .isCloseTo(0.12682503013196977, org.assertj.core.api.Assertions.within(1e-15));
    }
}
