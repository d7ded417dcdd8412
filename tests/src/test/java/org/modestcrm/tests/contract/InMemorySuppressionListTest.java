package org.modestcrm.tests.contract;

import org.modestcrm.contact.InMemorySuppressionList;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.testkit.contract.SuppressionListContract;

class InMemorySuppressionListTest extends SuppressionListContract {
    @Override
    protected SuppressionList emptyList() {
        return new InMemorySuppressionList();
    }
}
