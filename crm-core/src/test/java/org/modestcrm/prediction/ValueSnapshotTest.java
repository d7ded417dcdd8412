package org.modestcrm.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.modestcrm.money.Money;

class ValueSnapshotTest {
    private static ValueSnapshot.Builder whole() {
        return ValueSnapshot.builder("value-1")
                .model("MBG_CNBD_K")
                .k(2)
                .unit("WEEK")
                .parameter("r", 0.91)
                .parameter("alpha", 4.49)
                .logLikelihood(-36891.8)
                .asOf(Instant.parse("2011-12-10T00:00:00Z"))
                .currency(Money.currencyOf("GBP"))
                .customers(4338)
                .fingerprint("0af9")
                .version("1");
    }

    @Test
    void a_copy_equals_the_original() {
        ValueSnapshot snapshot = whole().build();

        assertThat(snapshot.toBuilder().build()).isEqualTo(snapshot).hasSameHashCodeAs(snapshot);
        assertThat(snapshot.toBuilder().k(1).build()).isNotEqualTo(snapshot);
        assertThat(snapshot).hasToString("value snapshot value-1 (MBG_CNBD_K, k = 2, as of 2011-12-10T00:00:00Z)");
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertThatThrownBy(() -> ValueSnapshot.builder("value-1")
                        .k(0)
                        .parameter("r", Double.NaN)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value snapshot value-1: model: missing; k: 0 (expected: 1 or more); unit: missing; "
                        + "parameter r: NaN (expected: a finite number above 0); logLikelihood: NaN (expected: finite); "
                        + "asOf: missing; currency: missing; customers: 0 (expected: 1 or more); "
                        + "fingerprint: no hexadecimal digits; version: missing");
    }

    @Test
    void every_built_in_fact_has_a_name_of_its_own() {
        assertThat(PredictedFact.builtIn()).extracting(PredictedFact::name).doesNotHaveDuplicates();
    }

    @Test
    void a_fact_has_a_name_a_rule_can_write() {
        assertThatThrownBy(() -> new PredictedFact("my score", PredictedFact.Kind.NUMBER))
                .hasMessage(
                        "predicted fact: \"my score\" has ' ' at position 3 (expected: letters, digits, _, - and .)");
    }
}
