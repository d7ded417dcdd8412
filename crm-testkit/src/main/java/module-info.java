/** Builders, a settable clock and contract tests for who tests against the SDK. */
module org.modestcrm.testkit {
    requires transitive org.modestcrm;
    requires static transitive org.jspecify;
    requires static transitive org.modestcrm.email;

    exports org.modestcrm.testkit;
}
