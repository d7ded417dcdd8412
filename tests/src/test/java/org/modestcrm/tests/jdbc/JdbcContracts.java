package org.modestcrm.tests.jdbc;

import org.junit.jupiter.api.Nested;
import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.event.EventLog;
import org.modestcrm.event.FactKeys;
import org.modestcrm.event.Transactions;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.jdbc.JdbcStores;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.source.PersonRegister;
import org.modestcrm.source.RecordLinks;
import org.modestcrm.source.SourceRecords;
import org.modestcrm.task.TaskStore;
import org.modestcrm.testkit.contract.ConsentLedgerContract;
import org.modestcrm.testkit.contract.CustomerStoreContract;
import org.modestcrm.testkit.contract.EventLogContract;
import org.modestcrm.testkit.contract.ExchangeJournalContract;
import org.modestcrm.testkit.contract.FactKeysContract;
import org.modestcrm.testkit.contract.InteractionLogContract;
import org.modestcrm.testkit.contract.OrderHistoryContract;
import org.modestcrm.testkit.contract.OutboxContract;
import org.modestcrm.testkit.contract.PersonRegisterContract;
import org.modestcrm.testkit.contract.RecordLinksContract;
import org.modestcrm.testkit.contract.SourceRecordsContract;
import org.modestcrm.testkit.contract.SuppressionListContract;
import org.modestcrm.testkit.contract.TaskStoreContract;
import org.modestcrm.testkit.contract.TransactionsContract;

/** The contract of every port, over one database. */
abstract class JdbcContracts {
    abstract JdbcStores empty();

    @Nested
    class Customers extends CustomerStoreContract {
        @Override
        protected CustomerStore emptyStore() {
            return empty().stores().customers();
        }
    }

    @Nested
    class Orders extends OrderHistoryContract {
        @Override
        protected OrderHistory emptyHistory() {
            return empty().stores().orders();
        }
    }

    @Nested
    class Interactions extends InteractionLogContract {
        @Override
        protected InteractionLog emptyLog() {
            return empty().stores().interactions();
        }
    }

    @Nested
    class Consents extends ConsentLedgerContract {
        @Override
        protected ConsentLedger emptyLedger() {
            return empty().stores().consents();
        }
    }

    @Nested
    class Suppressions extends SuppressionListContract {
        @Override
        protected SuppressionList emptyList() {
            return empty().stores().suppressions();
        }
    }

    @Nested
    class Tasks extends TaskStoreContract {
        @Override
        protected TaskStore emptyStore() {
            return empty().stores().tasks();
        }
    }

    @Nested
    class Records extends SourceRecordsContract {
        @Override
        protected SourceRecords emptyRecords() {
            return empty().stores().records();
        }
    }

    @Nested
    class Links extends RecordLinksContract {
        @Override
        protected RecordLinks emptyLinks() {
            return empty().stores().links();
        }
    }

    @Nested
    class Register extends PersonRegisterContract {
        @Override
        protected PersonRegister emptyRegister() {
            return empty().stores().register();
        }
    }

    @Nested
    class Keys extends FactKeysContract {
        @Override
        protected FactKeys emptyKeys() {
            return empty().stores().factKeys();
        }
    }

    @Nested
    class Events extends EventLogContract {
        @Override
        protected EventLog emptyLog() {
            return empty().stores().events();
        }
    }

    @Nested
    class Units extends TransactionsContract {
        @Override
        protected Transactions transactions() {
            return empty().stores().transactions();
        }
    }

    @Nested
    class Mails extends OutboxContract {
        @Override
        protected Outbox emptyOutbox() {
            return empty().outbox();
        }
    }

    @Nested
    class Journal extends ExchangeJournalContract {
        @Override
        protected ExchangeJournal emptyJournal() {
            return empty().exchangeJournal();
        }
    }
}
