package org.modestcrm.tests.contract;

import org.modestcrm.task.InMemoryTaskStore;
import org.modestcrm.task.TaskStore;
import org.modestcrm.testkit.contract.TaskStoreContract;

class InMemoryTaskStoreTest extends TaskStoreContract {
    @Override
    protected TaskStore emptyStore() {
        return new InMemoryTaskStore();
    }
}
