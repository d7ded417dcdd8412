package org.modestcrm.tests.contract;

import org.modestcrm.event.InMemoryTransactions;
import org.modestcrm.event.Transactions;
import org.modestcrm.testkit.contract.TransactionsContract;

class InMemoryTransactionsTest extends TransactionsContract {
    @Override
    protected Transactions transactions() {
        return new InMemoryTransactions();
    }
}
