package org.modestcrm.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFormProperties {
    private static final int RUNS = Boolean.getBoolean("modestcrm.long") ? 10_000 : 300;

    static Stream<Arguments> forms() {
        return Stream.of(
                form("customers", JsonForm.CUSTOMER, RandomModel::customer),
                form("orders", JsonForm.ORDER, RandomModel::order),
                form("refunds", JsonForm.REFUND, RandomModel::refund),
                form("interactions", JsonForm.INTERACTION, RandomModel::interaction),
                form("consents", JsonForm.CONSENT, RandomModel::consent),
                form("suppressions", JsonForm.SUPPRESSION, RandomModel::suppression),
                form("tasks", JsonForm.TASK, RandomModel::task),
                form("source records", JsonForm.SOURCE_RECORD, RandomModel::sourceRecord),
                form("links", JsonForm.RECORD_LINK, RandomModel::recordLink),
                form("erasures", JsonForm.ERASURE, RandomModel::erasure),
                form("restrictions", JsonForm.RESTRICTION, RandomModel::restriction),
                form("mail states", JsonForm.MAIL_STATE, RandomModel::mailState),
                form("events", JsonForm.EVENT, RandomModel::event));
    }

    private static <T> Arguments form(String name, JsonForm<T> form, Function<RandomModel, T> values) {
        return Arguments.of(name, form, values);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    <T> void random_values_come_back_whole(String name, JsonForm<T> form, Function<RandomModel, T> values) {
        for (long seed = 1; seed <= RUNS; seed++) {
            T value = values.apply(new RandomModel(new Random(seed)));

            String json = form.write(value);
            T back = form.read(json);

            assertThat(back).as("seed %d", seed).isEqualTo(value);
            assertThat(form.write(back)).as("seed %d, written again", seed).isEqualTo(json);
            assertThat(json).as("seed %d", seed).doesNotContain("\n").startsWith("{\"format\":1,");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    <T> void what_a_newer_version_added_is_kept(String name, JsonForm<T> form, Function<RandomModel, T> values) {
        String json = form.write(values.apply(new RandomModel(new Random(7))));
        String more = json.replaceFirst("\\{", "{\"a/new~one\":{\"x\":[1,2.50]},");

        KeptJson<T> kept = form.readKeeping(more);

        assertThat(kept.unknown()).containsExactly(Map.entry("/a~1new~0one", "{\"x\":[1,2.50]}"));
        assertThat(form.readKeeping(form.writeKept(kept))).isEqualTo(kept);
    }
}
