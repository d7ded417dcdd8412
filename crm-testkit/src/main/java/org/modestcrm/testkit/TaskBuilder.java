package org.modestcrm.testkit;

import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.Topic;

/**
 * A task for a test. Begin with {@link Fixtures#aTask(String)}.
 *
 * <p>Unless something else is said, it is about returns, came up on 2026-01-15 and is Carla's. For one thread.
 */
public final class TaskBuilder {
    private final TaskId id;
    private String topic = "returns";
    private String day = "2026-01-15";
    private Assignee assignee = Assignee.of("carla");
    private int priority;
    private @Nullable CustomerId customer;
    private @Nullable String due;

    TaskBuilder(TaskId id) {
        this.id = id;
    }

    /**
     * Sets what it is about.
     *
     * @param code the topic
     * @return this
     */
    public TaskBuilder about(String code) {
        topic = code;
        return this;
    }

    /**
     * Sets when it came up.
     *
     * @param time a date or an instant
     * @return this
     */
    public TaskBuilder on(String time) {
        day = time;
        return this;
    }

    /**
     * Sets who is in charge.
     *
     * @param person the shop's id of a person or group
     * @return this
     */
    public TaskBuilder assignedTo(String person) {
        assignee = Assignee.of(person);
        return this;
    }

    /**
     * Sets for whom it is done.
     *
     * @param value the customer
     * @return this
     */
    public TaskBuilder of(Customer value) {
        customer = value.id();
        return this;
    }

    /**
     * Sets how urgent it is.
     *
     * @param value 0 for an ordinary one
     * @return this
     */
    public TaskBuilder priority(int value) {
        priority = value;
        return this;
    }

    /**
     * Sets by when it is to be finished.
     *
     * @param time a date or an instant, not before it came up
     * @return this
     */
    public TaskBuilder due(String time) {
        due = time;
        return this;
    }

    /**
     * The task, stored nowhere.
     *
     * @return an open one of version 0
     */
    public Task build() {
        Task.Builder task = Task.builder(id, Topic.of(topic), Moments.parse(day))
                .assignee(assignee)
                .priority(priority);
        if (customer != null) {
            task.customer(customer);
        }
        if (due != null) {
            task.due(Moments.parse(due));
        }
        return task.build();
    }
}
