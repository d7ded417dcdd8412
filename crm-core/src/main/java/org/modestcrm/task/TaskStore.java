package org.modestcrm.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.CustomerId;

/** Keeps tasks. A port: {@link InMemoryTaskStore} is ours. Saving is guarded by {@link Task#version()}. Thread-safe. */
public interface TaskStore {
    /**
     * The task of an id.
     *
     * @param id the id
     * @return empty when there is none
     */
    Optional<Task> find(TaskId id);

    /**
     * Keeps a task.
     *
     * @param task with the version that was read, 0 for a new one
     * @return the task as stored, with its new version
     * @throws ConflictException when another version is stored than the one that was read
     */
    Task save(Task task);

    /**
     * What is still to be done by somebody.
     *
     * @param assignee who
     * @return most urgent first, then by due time, then by id; those without due time last; may be empty
     */
    List<Task> openOf(Assignee assignee);

    /**
     * What is still to be done for a customer.
     *
     * @param customer who
     * @return in the same order; may be empty
     */
    List<Task> openFor(CustomerId customer);

    /**
     * All that was ever to be done for a customer.
     *
     * @param customer who
     * @return by when it came up, then by id; may be empty
     */
    List<Task> of(CustomerId customer);

    /**
     * What should have been finished.
     *
     * @param asOf the moment
     * @return in the same order; may be empty
     */
    List<Task> overdue(Instant asOf);

    /**
     * Changes a task, again and again until nobody else saved in between.
     *
     * @param id which
     * @param change gives the changed copy; may be called several times
     * @return the task as stored, empty when there is none of this id
     */
    default Optional<Task> update(TaskId id, UnaryOperator<Task> change) {
        while (true) {
            Optional<Task> known = find(id);
            if (known.isEmpty()) {
                return known;
            }
            try {
                return Optional.of(save(change.apply(known.get())));
            } catch (ConflictException again) {
                // somebody else saved first: the loop reads what is there now
            }
        }
    }
}
