package org.modestcrm.tests.contract;

import org.modestcrm.event.FactKeys;
import org.modestcrm.event.InMemoryFactKeys;
import org.modestcrm.testkit.contract.FactKeysContract;

class InMemoryFactKeysTest extends FactKeysContract {
    @Override
    protected FactKeys emptyKeys() {
        return new InMemoryFactKeys();
    }
}
