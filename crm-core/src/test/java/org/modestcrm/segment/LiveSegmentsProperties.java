package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.segment.SegmentChange.Cause;
import org.modestcrm.segment.SegmentChange.Kind;

/** Random streams of facts that come late, twice, back-dated, or are taken back, beside a full evaluation at every step. */
class LiveSegmentsProperties {
    private static final int STREAMS = Boolean.getBoolean("modestcrm.long") ? 2_500 : 25;
    private static final int EVENTS = 40;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void memberships_kept_by_facts_and_time_are_those_of_a_full_evaluation(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STREAMS; i++) {
            HorizonProperties.Trial trial = HorizonProperties.trial(random);
            Stream stream = new Stream(trial, random);
            for (int event = 0; event < EVENTS; event++) {
                stream.next();
                stream.check("seed %s, stream %s, event %s at %s".formatted(seed, i, event, stream.now));
            }
        }
    }

    /** A shop of three customers whose histories change as wholes: what is new may lie at any time. */
    private static final class Stream {
        private final HorizonProperties.Trial trial;
        private final Random random;
        private final LiveSegments<CustomerHistory> live;
        private final Map<String, CustomerHistory> customers = new HashMap<>();
        private final Set<String> told = new HashSet<>();
        private Instant now;

        Stream(HorizonProperties.Trial trial, Random random) {
            this.trial = trial;
            this.random = random;
            this.live = LiveSegments.of(trial.segments(), trial.context());
            this.now = trial.context().now();
        }

        void next() {
            now = now.plus(Duration.ofMinutes(random.nextInt(60 * 48)));
            while (live.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
                tell(live.due(now, 1 + random.nextInt(5), key -> Optional.ofNullable(customers.get(key))), Cause.TIME);
            }
            String key = "c-" + random.nextInt(3);
            boolean again = random.nextInt(4) == 0 && customers.containsKey(key);
            CustomerHistory history = again
                    ? customers.get(key)
                    : HorizonProperties.history(
                            CustomerId.of(key), random, now.minus(Duration.ofDays(random.nextInt(40))));
            customers.put(key, history);
            tell(live.recorded(history, now), Cause.FACT);
        }

        /** Every change is a real one, and one of time came about at its very instant. */
        private void tell(List<SegmentChange> changes, Cause cause) {
            for (SegmentChange change : changes) {
                String what = change.customer() + " in " + change.segment();
                assertThat(change.kind() == Kind.ENTERED ? told.add(what) : told.remove(what))
                        .as(what)
                        .isTrue();
                assertThat(change.cause()).isEqualTo(cause);
                if (cause == Cause.TIME) {
                    assertThat(isIn(change, change.at()))
                            .isNotEqualTo(isIn(change, change.at().minusNanos(1)));
                }
            }
        }

        private boolean isIn(SegmentChange change, Instant at) {
            return full(customers.get(change.customer()), at).contains(change.segment());
        }

        private Set<String> full(CustomerHistory history, Instant at) {
            return trial.segments().at(trial.context().withNow(at)).of(history).segments();
        }

        void check(String what) {
            customers.forEach((key, history) -> {
                assertThat(live.segmentsOf(key)).as(what).isEqualTo(full(history, now));
                full(history, now)
                        .forEach(segment ->
                                assertThat(live.members(segment)).as(what).contains(key));
            });
            assertThat(told)
                    .as(what)
                    .hasSize(customers.keySet().stream()
                            .mapToInt(key -> live.segmentsOf(key).size())
                            .sum());
        }
    }
}
