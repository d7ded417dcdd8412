package org.modestcrm.tests.contract;

import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.InMemoryExchangeJournal;
import org.modestcrm.testkit.contract.ExchangeJournalContract;

class InMemoryExchangeJournalTest extends ExchangeJournalContract {
    @Override
    protected ExchangeJournal emptyJournal() {
        return new InMemoryExchangeJournal();
    }
}
