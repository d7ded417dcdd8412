package org.modestcrm.tests.contract;

import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.consent.InMemoryConsentLedger;
import org.modestcrm.testkit.contract.ConsentLedgerContract;

class InMemoryConsentLedgerTest extends ConsentLedgerContract {
    @Override
    protected ConsentLedger emptyLedger() {
        return new InMemoryConsentLedger();
    }
}
