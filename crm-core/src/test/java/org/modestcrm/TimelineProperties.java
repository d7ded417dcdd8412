package org.modestcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modestcrm.Shop.call;
import static org.modestcrm.Shop.id;
import static org.modestcrm.Shop.minute;
import static org.modestcrm.Shop.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineProperties {
    private static final int ROUNDS = Boolean.getBoolean("modestcrm.long") ? 10_000 : 100;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void the_stream_depends_neither_on_the_order_of_recording_nor_on_the_size_of_pages(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Consumer<Crm>> facts = facts(random);
            Crm one = recorded(facts);
            Collections.shuffle(facts, random);
            Crm other = recorded(facts);

            List<TimelineEntry> whole = one.timeline(id("a")).last(1000);

            assertThat(whole).hasSameSizeAs(facts);
            assertThat(other.timeline(id("a")).last(1000)).as("seed %s", seed).isEqualTo(whole);
            assertThat(paged(one.timeline(id("a")), 1 + random.nextInt(5)))
                    .as("seed %s", seed)
                    .isEqualTo(whole);
        }
    }

    private static List<TimelineEntry> paged(Timeline timeline, int size) {
        List<TimelineEntry> all = new ArrayList<>();
        List<TimelineEntry> page = timeline.last(size);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = timeline.after(page.get(page.size() - 1), size);
        }
        return all;
    }

    private static Crm recorded(List<Consumer<Crm>> facts) {
        Crm crm = Crm.inMemory(new Shop());
        facts.forEach(fact -> fact.accept(crm));
        return crm;
    }

    private static List<Consumer<Crm>> facts(Random random) {
        List<Consumer<Crm>> facts = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            String number = "n" + i;
            int minute = random.nextInt(6);
            facts.add(
                    random.nextBoolean()
                            ? crm -> crm.record(
                                    order(number, minute).customer(id("a")).build())
                            : crm -> crm.record(call(number, "a", minute).build()));
        }
        return facts;
    }

    @Test
    void what_happened_later_is_passed_over() {
        Crm crm = Crm.inMemory(new Shop());
        crm.record(call("1", "a", 1).build());
        crm.record(call("2", "a", 2).build());

        assertThat(crm.timeline(id("a")).asOf(minute(1), 5)).hasSize(1);
        assertThatThrownBy(() -> crm.timeline(id("a")).last(0))
                .hasMessage("timeline: 0 entries (expected: 1 to 10000)");
    }
}
