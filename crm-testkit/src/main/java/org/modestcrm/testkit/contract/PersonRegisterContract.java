package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.source.Erasure;
import org.modestcrm.source.PersonRegister;
import org.modestcrm.source.Restriction;

/** What every {@link PersonRegister} must do. Extend it, return yours from {@link #emptyRegister()}, run it. */
public abstract class PersonRegisterContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final CustomerId ALICE = CustomerId.of("alice-martin");
    private static final CustomerId OLD = CustomerId.of("old Ω");
    private static final CustomerId BOB = CustomerId.of("bob-stone");

    /** For subclasses. */
    protected PersonRegisterContract() {}

    /**
     * A register to test.
     *
     * @return one that knows of nobody
     */
    protected abstract PersonRegister emptyRegister();

    private static Erasure erasure(CustomerId customer, Instant at, String... digests) {
        return new Erasure(customer, List.of(customer), Set.of(digests), "2026", at);
    }

    private static Restriction restriction(CustomerId customer, Instant since) {
        return new Restriction(customer, "dispute over \"é\" \ud83d\ude00", "carla", since);
    }

    @Test
    void of_a_stranger_nothing_is_known() {
        PersonRegister register = emptyRegister();
        register.record(erasure(ALICE, NOW, "d1"));
        register.record(restriction(ALICE, NOW));

        assertThat(register.erasure(BOB)).isEmpty();
        assertThat(register.erasures(Set.of("d2"))).isEmpty();
        assertThat(register.restrictions(List.of(BOB))).isEmpty();
    }

    @Test
    void a_tombstone_is_found_by_every_id_and_every_digest() {
        PersonRegister register = emptyRegister();
        Erasure erasure = new Erasure(ALICE, List.of(ALICE, OLD), Set.of("d1", "d2"), "key-2026", NOW);

        register.record(erasure);

        assertThat(register.erasure(ALICE)).contains(erasure);
        assertThat(register.erasure(OLD)).contains(erasure);
        assertThat(register.erasures(Set.of("d2", "d9"))).containsExactly(erasure);
        assertThat(register.erasures(Set.of("d1", "d2"))).containsExactly(erasure);
    }

    @Test
    void the_same_tombstone_again_changes_nothing() {
        PersonRegister register = emptyRegister();
        Erasure erasure = erasure(ALICE, NOW, "d1");
        register.record(erasure);

        register.record(erasure);

        assertThat(register.erasures(Set.of("d1"))).containsExactly(erasure);
    }

    @Test
    void tombstones_of_one_digest_come_by_time() {
        PersonRegister register = emptyRegister();
        Erasure late = erasure(ALICE, NOW.plusSeconds(1), "d1");
        Erasure early = erasure(BOB, NOW, "d1", "d2");
        register.record(late);
        register.record(early);

        assertThat(register.erasures(List.of("d1"))).containsExactly(early, late);
    }

    @Test
    void who_is_readmitted_keeps_the_tombstone_of_the_past_without_the_digest() {
        PersonRegister register = emptyRegister();
        register.record(erasure(ALICE, NOW, "d1", "d2"));
        register.record(erasure(BOB, NOW, "d1"));

        register.readmit(Set.of("d1"));

        assertThat(register.erasures(Set.of("d1"))).isEmpty();
        assertThat(register.erasures(Set.of("d2"))).containsExactly(erasure(ALICE, NOW, "d2"));
        assertThat(register.erasure(BOB)).contains(erasure(BOB, NOW));
    }

    @Test
    void a_restriction_comes_back_with_every_part() {
        PersonRegister register = emptyRegister();

        register.record(restriction(ALICE, NOW));

        assertThat(register.restrictions(List.of(BOB, ALICE))).containsExactly(restriction(ALICE, NOW));
    }

    @Test
    void a_new_restriction_takes_the_place_of_the_old_one() {
        PersonRegister register = emptyRegister();
        register.record(restriction(ALICE, NOW));
        Restriction newer = restriction(ALICE, NOW.plusSeconds(1));

        register.record(newer);

        assertThat(register.restrictions(List.of(ALICE))).containsExactly(newer);
    }

    @Test
    void restrictions_come_by_time_and_can_be_lifted() {
        PersonRegister register = emptyRegister();
        register.record(restriction(ALICE, NOW.plusSeconds(1)));
        register.record(restriction(OLD, NOW));
        register.record(restriction(BOB, NOW));

        assertThat(register.restrictions(List.of(ALICE, OLD)))
                .containsExactly(restriction(OLD, NOW), restriction(ALICE, NOW.plusSeconds(1)));
        register.lift(List.of(ALICE, OLD));
        assertThat(register.restrictions(List.of(ALICE, OLD, BOB))).containsExactly(restriction(BOB, NOW));
    }
}
