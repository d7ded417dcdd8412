package org.modestcrm.tests.contract;

import org.modestcrm.order.InMemoryOrderHistory;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.testkit.contract.OrderHistoryContract;

class InMemoryOrderHistoryTest extends OrderHistoryContract {
    @Override
    protected OrderHistory emptyHistory() {
        return new InMemoryOrderHistory();
    }
}
