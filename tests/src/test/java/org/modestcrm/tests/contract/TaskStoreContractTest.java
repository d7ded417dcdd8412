package org.modestcrm.tests.contract;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.InMemoryTaskStore;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskStore;
import org.modestcrm.testkit.contract.TaskStoreContract;

class TaskStoreContractTest extends ContractProof<TaskStore> {
    TaskStoreContractTest() {
        super(TaskStore.class, OnTrial.class, InMemoryTaskStore::new);
    }

    static class OnTrial extends TaskStoreContract {
        @Override
        protected TaskStore emptyStore() {
            return subject(TaskStore.class);
        }
    }

    @Override
    Stream<Faulty<TaskStore>> faulty() {
        return Stream.of(
                fault("tells by id", store -> Map.of("of", call -> byId(call.<List<Task>>right()))),
                fault("finds another task", TaskStoreContractTest::findingTheLast),
                fault(
                        "drops the priority",
                        store -> Map.of(
                                "find",
                                call -> call.<Optional<Task>>right()
                                        .map(one -> one.toBuilder().priority(0).build()))),
                fault(
                        "counts no versions",
                        store -> Map.of("save", call -> call.<Task>right().withVersion(1))),
                fault(
                        "saves whatever version comes",
                        store -> Map.of("save", call -> call.with(asNewest(store, call.arg(0))))),
                fault(
                        "lists by id",
                        store -> Map.of(
                                "openOf", call -> byId(call.<List<Task>>right()),
                                "openFor", call -> byId(call.<List<Task>>right()))),
                fault(
                        "is late a moment early",
                        store -> Map.of(
                                "overdue",
                                call -> store.overdue(call.<Instant>arg(0).plusSeconds(1)))),
                fault("lists what has ended", TaskStoreContractTest::listingAll),
                fault("makes a task that is not there", store -> Map.of("update", call -> Optional.of("a task"))),
                fault("forgets every tenth change", store -> {
                    AtomicInteger saves = new AtomicInteger();
                    return Map.of("save", call -> saves.incrementAndGet() % 10 == 0 ? call.arg(0) : call.right());
                }));
    }

    private static Task asNewest(TaskStore store, Task task) {
        return task.withVersion(store.find(task.id()).map(Task::version).orElse(0L));
    }

    private static List<Task> byId(List<Task> tasks) {
        return tasks.stream().sorted(Comparator.comparing(Task::id)).toList();
    }

    private static Map<String, Call.Fault> findingTheLast(TaskStore store) {
        List<Task> all = new CopyOnWriteArrayList<>();
        return Map.of(
                "save",
                call -> {
                    all.add(call.arg(0));
                    return call.right();
                },
                "find",
                call -> all.stream().reduce((first, last) -> last).flatMap(last -> store.find(last.id())));
    }

    private static Map<String, Call.Fault> listingAll(TaskStore store) {
        List<Task> all = new CopyOnWriteArrayList<>();
        return Map.of(
                "save",
                call -> {
                    all.add(call.arg(0));
                    return call.right();
                },
                "openOf",
                call -> all.stream()
                        .filter(one -> one.assignee().equals(call.<Assignee>arg(0)))
                        .toList());
    }
}
