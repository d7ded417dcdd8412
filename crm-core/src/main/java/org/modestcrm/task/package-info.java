/**
 * Work for the person in charge of a topic.
 *
 * <p>Start at {@link org.modestcrm.task.Task}; {@link org.modestcrm.task.TaskRouting} finds who is in charge, and never
 * leaves a task without an owner; {@link org.modestcrm.task.TaskStore} keeps tasks.
 */
@NullMarked
package org.modestcrm.task;

import org.jspecify.annotations.NullMarked;
