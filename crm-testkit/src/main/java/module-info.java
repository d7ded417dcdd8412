/** Builders, a settable clock and contract tests for who tests against the SDK. */
module org.modestcrm.testkit {
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.modestcrm;
    requires static jakarta.mail;
    // not transitive, for javac then insists on it in shops that send no mail
    requires static org.modestcrm.email;
    requires static transitive org.jspecify;

    exports org.modestcrm.testkit;
    exports org.modestcrm.testkit.contract;

    // the tests of a contract are not public: who extends one gives an implementation and calls nothing
    opens org.modestcrm.testkit.contract to
            org.junit.platform.commons;
}
