package org.modestcrm.tests.contract;

import org.modestcrm.interaction.InMemoryInteractionLog;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.testkit.contract.InteractionLogContract;

class InMemoryInteractionLogTest extends InteractionLogContract {
    @Override
    protected InteractionLog emptyLog() {
        return new InMemoryInteractionLog();
    }
}
