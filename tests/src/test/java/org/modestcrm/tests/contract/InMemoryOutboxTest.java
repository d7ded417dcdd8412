package org.modestcrm.tests.contract;

import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.testkit.contract.OutboxContract;

class InMemoryOutboxTest extends OutboxContract {
    @Override
    protected Outbox emptyOutbox() {
        return new InMemoryOutbox();
    }
}
