package org.modestcrm.tests.contract;

import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.InMemoryCustomerStore;
import org.modestcrm.testkit.contract.CustomerStoreContract;

class InMemoryCustomerStoreTest extends CustomerStoreContract {
    @Override
    protected CustomerStore emptyStore() {
        return new InMemoryCustomerStore();
    }
}
