package org.modestcrm.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.json.JsonForm;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.TaskStore;

/** Tasks. */
final class JdbcTaskStore implements TaskStore {
    private static final Session.RowReader<Task> TASK = row -> JsonForm.TASK.read(row.getString("payload"));

    private final Database database;

    JdbcTaskStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return database.in(session -> session.first("select payload from {task} where id = ?", TASK, id.value()));
    }

    @Override
    public Task save(Task task) {
        return database.in(session -> {
            Task next = task.withVersion(task.version() + 1);
            long stored = stored(session, task.id());
            if (stored != task.version() || write(session, next, task.version()) == 0) {
                throw new ConflictException("task " + task.id(), task.version(), stored(session, task.id()));
            }
            return next;
        });
    }

    private static long stored(Session session, TaskId id) {
        return session.first("select version from {task} where id = ?", row -> row.getLong(1), id.value())
                .orElse(0L);
    }

    private static int write(Session session, Task task, long before) {
        if (before == 0) {
            return session.update(
                    "insert into {task} (version, customer, assignee, ended, priority, due, created_at, payload, id)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    columns(task).toArray());
        }
        List<@Nullable Object> parameters = columns(task);
        parameters.add(before);
        return session.update(
                "update {task} set version = ?, customer = ?, assignee = ?, ended = ?, priority = ?, due = ?,"
                        + " created_at = ?, payload = ? where id = ? and version = ?",
                parameters.toArray());
    }

    private static List<@Nullable Object> columns(Task task) {
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(task.version());
        columns.add(task.customer().map(CustomerId::value).orElse(null));
        columns.add(task.assignee().value());
        columns.add(task.state().isEnded() ? 1 : 0);
        columns.add(task.priority());
        columns.add(task.due().orElse(null));
        columns.add(task.createdAt());
        columns.add(JsonForm.TASK.write(task));
        columns.add(task.id().value());
        return columns;
    }

    @Override
    public List<Task> openOf(Assignee assignee) {
        return open("assignee = ?", assignee.value());
    }

    @Override
    public List<Task> openFor(CustomerId customer) {
        return open("customer = ?", customer.value());
    }

    @Override
    public List<Task> of(CustomerId customer) {
        return database.in(session -> session.query(
                "select payload from {task} where customer = ? order by created_at, id", TASK, customer.value()));
    }

    @Override
    public List<Task> overdue(Instant asOf) {
        return open("due < ?", asOf).stream()
                .filter(task -> task.isOverdue(asOf))
                .toList();
    }

    private List<Task> open(String condition, Object parameter) {
        return database.in(session ->
                session.query("select payload from {task} where ended = 0 and " + condition, TASK, parameter).stream()
                        .sorted(Task.MOST_URGENT_FIRST)
                        .toList());
    }
}
