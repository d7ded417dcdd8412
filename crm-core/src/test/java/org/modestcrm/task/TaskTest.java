package org.modestcrm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.CustomerId;

class TaskTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Topic RETURNS = Topic.of("returns");

    private final TaskStore tasks = new InMemoryTaskStore();

    private static Task.Builder task(String id) {
        return Task.builder(TaskId.of(id), RETURNS, NINE).assignee(Assignee.of("claire"));
    }

    @Test
    void a_task_goes_from_open_over_in_progress_to_done() {
        Task open = task("1").build();

        assertThat(open.state()).isEqualTo(TaskState.OPEN);
        assertThat(open.start().state()).isEqualTo(TaskState.IN_PROGRESS);
        assertThat(open.start().finish().state()).isEqualTo(TaskState.DONE);
        assertThat(open.cancel().state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void a_task_that_has_ended_stays_as_it_is() {
        Task done = task("1").build().finish();

        assertThatThrownBy(done::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("task 1 is DONE and cannot become IN_PROGRESS (expected: OPEN)");
        assertThatThrownBy(done::cancel)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("task 1 is DONE and cannot become CANCELLED (expected: OPEN or IN_PROGRESS)");
        assertThatThrownBy(() -> done.reassign(Assignee.of("paul")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("task 1 is DONE and cannot be reassigned (expected: OPEN or IN_PROGRESS)");
    }

    @Test
    void there_is_no_task_without_an_owner() {
        assertThatThrownBy(() -> Task.builder(TaskId.of("1"), RETURNS, NINE)
                        .due(NINE.minusSeconds(1))
                        .priority(-1)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task 1: assignee: missing; priority: -1 (expected: 0 or more);"
                        + " due: 2026-03-01T08:59:59Z (expected: not before it came up at 2026-03-01T09:00:00Z)");
    }

    @ParameterizedTest(name = "{0} in {1} goes to {2}")
    @CsvSource({
        "returns, fr, claire",
        "returns, fr-CA, claire",
        "returns, de, returns-team",
        "returns, '', returns-team",
        "press, fr, service"
    })
    void the_first_rule_that_fits_decides_and_the_default_takes_the_rest(String topic, String language, String owner) {
        TaskRouting routing = TaskRouting.defaultingTo(Assignee.of("service"))
                .topic(RETURNS, Locale.FRENCH, Assignee.of("claire"))
                .topic(RETURNS, Assignee.of("returns-team"))
                .build();

        assertThat(routing.inCharge(Topic.of(topic), Locale.forLanguageTag(language)))
                .isEqualTo(Assignee.of(owner));
    }

    @Test
    void a_task_takes_the_priority_of_its_customer() {
        TaskRouting routing = TaskRouting.defaultingTo(Assignee.of("service"))
                .priority(customer -> customer.value().length())
                .build();

        Task routed =
                routing.route(Task.builder(TaskId.of("1"), RETURNS, NINE).customer(CustomerId.of("vip")), Locale.ROOT);

        assertThat(routed.priority()).isEqualTo(3);
        assertThat(routed.assignee()).isEqualTo(Assignee.of("service"));
    }

    @Test
    void what_is_to_be_done_comes_most_urgent_first() {
        tasks.save(task("late").due(NINE.plusSeconds(20)).build());
        tasks.save(task("urgent").priority(2).build());
        tasks.save(task("soon").due(NINE.plusSeconds(10)).build());
        tasks.save(task("gone").build().cancel());
        tasks.save(task("other").build().reassign(Assignee.of("paul")));

        assertThat(tasks.openOf(Assignee.of("claire")))
                .extracting(task -> task.id().value())
                .containsExactly("urgent", "soon", "late");
        assertThat(tasks.overdue(NINE.plusSeconds(15)))
                .extracting(task -> task.id().value())
                .containsExactly("soon");
    }

    @Test
    void who_saves_an_old_copy_is_told_so() {
        Task stored = tasks.save(task("1").build());
        tasks.save(stored.start());

        assertThatThrownBy(() -> tasks.save(stored.cancel()))
                .isInstanceOf(ConflictException.class)
                .hasMessage("task 1: version 2 is stored (expected: 1); read it again and repeat the change");
    }

    @Test
    void updates_of_many_threads_are_all_kept() throws Exception {
        tasks.save(task("1").build());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Object> raise = () -> tasks.update(
                TaskId.of("1"),
                known -> known.toBuilder().priority(known.priority() + 1).build());

        threads.invokeAll(IntStream.range(0, 400).mapToObj(i -> raise).toList());
        threads.shutdown();

        assertThat(tasks.find(TaskId.of("1")).orElseThrow().priority()).isEqualTo(400);
    }
}
