package org.modestcrm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.customer.ConflictException;

class RetriesTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void work_is_done_until_nobody_is_in_the_way() {
        String result = Retries.atMost(3).call(() -> {
            if (calls.incrementAndGet() < 3) {
                throw new ConflictException("customer c1", 1, 2);
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(calls).hasValue(3);
    }

    @Test
    void the_last_failure_is_the_callers() {
        assertThatThrownBy(() -> Retries.atMost(2).call(() -> {
                    calls.incrementAndGet();
                    throw new ConflictException("customer c1", 1, 2);
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(calls).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "40001, 0, true", "40P01, 0, true", "23505, 0, true", "23000, 1062, true", "HYT00, 50200, true",
        "HY000, 1205, true", "55P03, 0, true", "42S02, 0, false", "08006, 0, false", "22001, 0, false"
    })
    void failures_that_pass_are_known_by_their_codes(String state, int code, boolean passes) {
        JdbcException failure = new JdbcException("failed", new SQLException("driver", state, code));

        assertThatThrownBy(() -> Retries.atMost(2).call(() -> {
                    calls.incrementAndGet();
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(failure.isPassing()).isEqualTo(passes);
        assertThat(calls).hasValue(passes ? 2 : 1);
    }

    @Test
    void the_cause_of_a_failed_batch_counts() {
        SQLException batch = new BatchUpdateException("batch", "HY000", 0, new int[0]);
        batch.setNextException(new SQLException("driver", "40001"));

        assertThat(new JdbcException("failed", batch).isPassing()).isTrue();
    }

    @Test
    void no_attempt_is_too_few() {
        assertThatThrownBy(() -> Retries.atMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times: 0 (expected: 1 or more)");
    }
}
