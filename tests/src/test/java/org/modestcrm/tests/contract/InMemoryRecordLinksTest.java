package org.modestcrm.tests.contract;

import org.modestcrm.source.InMemoryRecordLinks;
import org.modestcrm.source.RecordLinks;
import org.modestcrm.testkit.contract.RecordLinksContract;

class InMemoryRecordLinksTest extends RecordLinksContract {
    @Override
    protected RecordLinks emptyLinks() {
        return new InMemoryRecordLinks();
    }
}
