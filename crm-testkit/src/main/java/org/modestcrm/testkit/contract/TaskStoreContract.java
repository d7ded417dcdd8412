package org.modestcrm.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.TaskState;
import org.modestcrm.task.TaskStore;
import org.modestcrm.task.Topic;

/** What every {@link TaskStore} must do. Extend it, return yours from {@link #emptyStore()}, run it. */
public abstract class TaskStoreContract {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Assignee CARLA = Assignee.of("carla");
    private static final Assignee RETURNS = Assignee.of("returns desk");
    private static final CustomerId ALICE = CustomerId.of("alice-martin");

    /** For subclasses. */
    protected TaskStoreContract() {}

    /**
     * A store to test.
     *
     * @return one that holds no task
     */
    protected abstract TaskStore emptyStore();

    private static Task.Builder task(String id) {
        return Task.builder(TaskId.of(id), Topic.of("returns"), MONDAY).assignee(CARLA);
    }

    private static Task complete() {
        return task("Ω \"1\"")
                .assignee(RETURNS)
                .priority(7)
                .subject("Zoë's mug \ud83d\ude00 arrived broken")
                .customer(ALICE)
                .due(TUESDAY)
                .build();
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(task -> task.id().value()).toList();
    }

    /** Six tasks, most urgent first: u1 u2 (urgent), d1 d2 d3 (by due time, then id), n (without due time). */
    private static TaskStore withSix(TaskStore store) {
        store.save(task("n").customer(ALICE).build());
        store.save(task("d3").customer(ALICE).due(TUESDAY.plusSeconds(1)).build());
        store.save(task("d2").customer(ALICE).due(TUESDAY).build());
        store.save(task("d1").customer(ALICE).due(TUESDAY).build());
        store.save(task("u2").customer(ALICE).priority(5).build());
        store.save(task("u1")
                .customer(ALICE)
                .priority(5)
                .due(TUESDAY.plusSeconds(1))
                .build());
        return store;
    }

    @Test
    void an_unknown_id_finds_no_task() {
        TaskStore store = emptyStore();
        store.save(task("1").build());

        assertThat(store.find(TaskId.of("2"))).isEmpty();
    }

    @Test
    void a_task_comes_back_with_every_part() {
        TaskStore store = emptyStore();

        Task stored = store.save(complete());

        assertThat(stored).isEqualTo(complete());
        assertThat(store.find(complete().id())).contains(complete());
        assertThat(store.openOf(RETURNS)).containsExactly(complete());
        assertThat(store.openFor(ALICE)).containsExactly(complete());
    }

    @Test
    void each_save_counts_the_version_up() {
        TaskStore store = emptyStore();

        Task first = store.save(task("1").build());
        Task second = store.save(first.start());

        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(store.find(first.id()).orElseThrow().version()).isEqualTo(2);
        assertThat(store.find(first.id()).orElseThrow().state()).isEqualTo(TaskState.IN_PROGRESS);
    }

    @Test
    void who_saves_an_outdated_copy_is_refused_and_nothing_is_written() {
        TaskStore store = emptyStore();
        Task read = store.save(task("1").build());
        Task newest = store.save(read.start());

        assertThatThrownBy(() -> store.save(read.cancel()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("task 1");
        assertThat(store.find(read.id())).contains(newest);
    }

    @Test
    void a_new_task_of_a_taken_id_is_refused() {
        TaskStore store = emptyStore();
        store.save(task("1").build());

        assertThatThrownBy(() -> store.save(task("1").priority(3).build())).isInstanceOf(ConflictException.class);
        assertThat(store.find(TaskId.of("1"))).contains(task("1").build());
    }

    @Test
    void open_tasks_of_somebody_come_most_urgent_first() {
        TaskStore store = withSix(emptyStore());

        assertThat(ids(store.openOf(CARLA))).containsExactly("u1", "u2", "d1", "d2", "d3", "n");
        assertThat(store.openOf(RETURNS)).isEmpty();
    }

    @Test
    void open_tasks_for_a_customer_come_most_urgent_first() {
        TaskStore store = withSix(emptyStore());
        store.save(task("nobody's").build());

        assertThat(ids(store.openFor(ALICE))).containsExactly("u1", "u2", "d1", "d2", "d3", "n");
        assertThat(store.openFor(CustomerId.of("bob-stone"))).isEmpty();
    }

    @Test
    void a_task_is_overdue_once_its_time_has_passed() {
        TaskStore store = withSix(emptyStore());

        assertThat(store.overdue(TUESDAY)).isEmpty();
        assertThat(ids(store.overdue(TUESDAY.plusSeconds(1)))).containsExactly("d1", "d2");
        assertThat(ids(store.overdue(TUESDAY.plusSeconds(2)))).containsExactly("u1", "d1", "d2", "d3");
    }

    @Test
    void what_is_in_progress_is_open_and_what_has_ended_is_not() {
        TaskStore store = emptyStore();
        store.save(task("begun").customer(ALICE).due(TUESDAY).build().start());
        store.save(task("done").customer(ALICE).due(TUESDAY).build().finish());
        store.save(task("dropped").customer(ALICE).due(TUESDAY).build().cancel());

        assertThat(ids(store.openOf(CARLA))).containsExactly("begun");
        assertThat(ids(store.openFor(ALICE))).containsExactly("begun");
        assertThat(ids(store.overdue(TUESDAY.plusSeconds(1)))).containsExactly("begun");
    }

    @Test
    void a_task_handed_over_is_no_longer_of_the_first() {
        TaskStore store = emptyStore();
        store.save(task("1").build());

        store.update(TaskId.of("1"), open -> open.reassign(RETURNS));

        assertThat(store.openOf(CARLA)).isEmpty();
        assertThat(ids(store.openOf(RETURNS))).containsExactly("1");
    }

    @Test
    void a_change_of_no_task_changes_nothing() {
        TaskStore store = emptyStore();

        assertThat(store.update(TaskId.of("1"), open -> open)).isEmpty();
        assertThat(store.openOf(CARLA)).isEmpty();
    }

    @Test
    void changes_of_many_threads_are_all_kept() {
        TaskStore store = emptyStore();
        store.save(task("1").build());

        Together.run(() -> {
            for (int i = 0; i < 25; i++) {
                store.update(
                        TaskId.of("1"),
                        open -> open.toBuilder().priority(open.priority() + 1).build());
            }
            return store;
        });

        assertThat(store.find(TaskId.of("1")).orElseThrow().priority()).isEqualTo(25 * Together.THREADS);
    }

    @Test
    void all_that_was_ever_to_be_done_for_a_customer_comes_by_when_it_came_up() {
        TaskStore store = emptyStore();
        store.save(task("2").customer(ALICE).priority(9).build().finish());
        store.save(task("1").customer(ALICE).build());
        store.save(Task.builder(TaskId.of("0"), Topic.of("returns"), TUESDAY)
                .assignee(CARLA)
                .customer(ALICE)
                .build());
        store.save(task("3").build());

        assertThat(ids(store.of(ALICE))).containsExactly("1", "2", "0");
        assertThat(store.of(CustomerId.of("bob-stone"))).isEmpty();
    }
}
