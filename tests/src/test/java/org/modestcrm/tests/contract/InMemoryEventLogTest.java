package org.modestcrm.tests.contract;

import org.modestcrm.event.EventLog;
import org.modestcrm.event.InMemoryEventLog;
import org.modestcrm.testkit.contract.EventLogContract;

class InMemoryEventLogTest extends EventLogContract {
    @Override
    protected EventLog emptyLog() {
        return new InMemoryEventLog();
    }
}
