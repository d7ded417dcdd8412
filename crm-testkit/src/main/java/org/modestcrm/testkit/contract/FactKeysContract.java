package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.event.FactKey;
import org.modestcrm.event.FactKeys;
import org.modestcrm.event.FactKeys.State;
import org.modestcrm.event.FactKeys.Use;

/** What every {@link FactKeys} must do. Extend it, return yours from {@link #emptyKeys()}, run it. */
public abstract class FactKeysContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456Z");

    /** For subclasses. */
    protected FactKeysContract() {}

    /**
     * Keys to test.
     *
     * @return a store of none
     */
    protected abstract FactKeys emptyKeys();

    @Test
    void a_new_key_is_kept() {
        FactKeys keys = emptyKeys();

        assertThat(keys.putIfAbsent(FactKey.of("k Ω"), "order 1", NOW)).isEqualTo(new Use("order 1", State.FIRST));
        assertThat(keys.putIfAbsent(FactKey.of("k ω"), "order 2", NOW)).isEqualTo(new Use("order 2", State.FIRST));
    }

    @Test
    void a_known_key_tells_what_it_was_used_for_first() {
        FactKeys keys = emptyKeys();
        keys.putIfAbsent(FactKey.of("k"), "order 1", NOW);

        assertThat(keys.putIfAbsent(FactKey.of("k"), "order 2", NOW)).isEqualTo(new Use("order 1", State.REPEATED));
        assertThat(keys.putIfAbsent(FactKey.of("k"), "order 3", NOW)).isEqualTo(new Use("order 1", State.REPEATED));
    }

    @Test
    void a_key_used_by_many_threads_is_new_once() {
        FactKeys keys = emptyKeys();

        List<State> states = Together.run(
                () -> keys.putIfAbsent(FactKey.of("k"), "order 1", NOW).state());

        assertThat(states).containsOnlyOnce(State.FIRST).contains(State.REPEATED);
    }

    @Test
    void keys_kept_earlier_than_a_moment_are_forgotten() {
        FactKeys keys = emptyKeys();
        keys.putIfAbsent(FactKey.of("old"), "order 1", NOW.minusMillis(1));
        keys.putIfAbsent(FactKey.of("new"), "order 2", NOW);

        assertThat(keys.forget(NOW)).isEqualTo(1);
        assertThat(keys.putIfAbsent(FactKey.of("old"), "order 3", NOW).state()).isEqualTo(State.FIRST);
        assertThat(keys.putIfAbsent(FactKey.of("new"), "order 4", NOW).state()).isEqualTo(State.REPEATED);
    }
}
