package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Transactions;

/**
 * What every {@link Transactions} must do by itself. Whether a unit that fails leaves nothing behind can only be seen in
 * the stores it belongs to. Extend it, return yours from {@link #transactions()}, run it.
 */
public abstract class TransactionsContract {
    private static final List<CustomerId> ALICE = List.of(CustomerId.of("alice-martin"));

    /** For subclasses. */
    protected TransactionsContract() {}

    /**
     * Transactions to test.
     *
     * @return of which none is running
     */
    protected abstract Transactions transactions();

    @Test
    void a_unit_gives_what_its_work_gives() {
        Transactions transactions = transactions();

        assertThat(transactions.<String>inOne(ALICE, () -> "done")).isEqualTo("done");
        assertThat(transactions.<String>inOne(List.of(), () -> "of nobody")).isEqualTo("of nobody");
    }

    @Test
    void a_unit_runs_while_its_work_does() {
        Transactions transactions = transactions();

        assertThat(transactions.isRunning()).isFalse();
        assertThat(transactions.<Boolean>inOne(ALICE, transactions::isRunning)).isTrue();
        assertThat(transactions.isRunning()).isFalse();
    }

    @Test
    void a_unit_inside_another_is_part_of_it() {
        Transactions transactions = transactions();

        boolean after = transactions.inOne(ALICE, () -> {
            transactions.inOne(ALICE, () -> "inner");
            return transactions.isRunning();
        });

        assertThat(after).isTrue();
        assertThat(transactions.isRunning()).isFalse();
    }

    @Test
    void what_the_work_throws_comes_out_and_ends_the_unit() {
        Transactions transactions = transactions();
        IllegalStateException thrown = new IllegalStateException("no");

        assertThatThrownBy(() -> transactions.inOne(ALICE, () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(transactions.isRunning()).isFalse();
        assertThat(transactions.<String>inOne(ALICE, () -> "next")).isEqualTo("next");
    }

    @SuppressWarnings("ThreadPriorityCheck") // gives the other thread its turn; nothing depends on when
    @Test
    void units_of_one_customer_run_one_after_the_other() {
        Transactions transactions = transactions();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger met = new AtomicInteger();

        Together.run(() -> {
            for (int i = 0; i < 25; i++) {
                transactions.inOne(ALICE, () -> {
                    met.addAndGet(inside.getAndIncrement());
                    Thread.yield();
                    return inside.decrementAndGet();
                });
            }
            return met;
        });

        assertThat(met).hasValue(0);
    }
}
