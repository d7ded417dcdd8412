package org.modestcrm.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.CustomerId;

/** Tasks in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemoryTaskStore implements TaskStore {
    private final TreeMap<TaskId, Task> tasks = new TreeMap<>();

    /** An empty store. */
    public InMemoryTaskStore() {}

    @Override
    public synchronized Optional<Task> find(TaskId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    @Override
    public synchronized Task save(Task task) {
        long stored = find(task.id()).map(Task::version).orElse(0L);
        if (stored != task.version()) {
            throw new ConflictException("task " + task.id(), task.version(), stored);
        }
        Task next = task.withVersion(stored + 1);
        tasks.put(next.id(), next);
        return next;
    }

    @Override
    public List<Task> openOf(Assignee assignee) {
        return open(task -> task.assignee().equals(assignee));
    }

    @Override
    public List<Task> openFor(CustomerId customer) {
        return open(task -> task.customer().filter(customer::equals).isPresent());
    }

    @Override
    public synchronized List<Task> of(CustomerId customer) {
        return tasks.values().stream()
                .filter(task -> task.customer().filter(customer::equals).isPresent())
                .sorted(Comparator.comparing(Task::createdAt).thenComparing(Task::id))
                .toList();
    }

    @Override
    public List<Task> overdue(Instant asOf) {
        return open(task -> task.isOverdue(asOf));
    }

    private synchronized List<Task> open(Predicate<Task> wanted) {
        return tasks.values().stream()
                .filter(task -> !task.state().isEnded())
                .filter(wanted)
                .sorted(Task.MOST_URGENT_FIRST)
                .toList();
    }
}
