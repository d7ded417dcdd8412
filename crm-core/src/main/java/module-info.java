/**
 * Customers, orders, interactions and consents, and the segments that follow from them: the core every other jar of
 * Modest eCRM builds on. It needs a logging API and nothing else.
 */
@SuppressWarnings("module") // qualified exports name modules that are built later
module org.modestcrm {
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.modestcrm;
    exports org.modestcrm.consent;
    exports org.modestcrm.contact;
    exports org.modestcrm.customer;
    exports org.modestcrm.event;
    exports org.modestcrm.exchangelog;
    exports org.modestcrm.interaction;
    exports org.modestcrm.money;
    exports org.modestcrm.order;
    exports org.modestcrm.outbox;
    exports org.modestcrm.prediction;
    exports org.modestcrm.segment;
    exports org.modestcrm.source;
    exports org.modestcrm.task;
    exports org.modestcrm.internal to
            org.modestcrm.csv,
            org.modestcrm.json,
            org.modestcrm.jdbc,
            org.modestcrm.email,
            org.modestcrm.exchange,
            org.modestcrm.value,
            org.modestcrm.identity,
            org.modestcrm.testkit,
            org.modestcrm.cli;
}
