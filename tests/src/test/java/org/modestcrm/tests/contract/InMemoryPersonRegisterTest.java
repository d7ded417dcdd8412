package org.modestcrm.tests.contract;

import org.modestcrm.source.InMemoryPersonRegister;
import org.modestcrm.source.PersonRegister;
import org.modestcrm.testkit.contract.PersonRegisterContract;

class InMemoryPersonRegisterTest extends PersonRegisterContract {
    @Override
    protected PersonRegister emptyRegister() {
        return new InMemoryPersonRegister();
    }
}
