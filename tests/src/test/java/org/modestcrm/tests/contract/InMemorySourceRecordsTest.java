package org.modestcrm.tests.contract;

import org.modestcrm.source.InMemorySourceRecords;
import org.modestcrm.source.SourceRecords;
import org.modestcrm.testkit.contract.SourceRecordsContract;

class InMemorySourceRecordsTest extends SourceRecordsContract {
    @Override
    protected SourceRecords emptyRecords() {
        return new InMemorySourceRecords();
    }
}
