package org.modestcrm.testkit;

import java.time.Instant;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;

/** What a customer of a test said about being contacted, before it is known who she is. */
record Statement(ConsentStatus status, Channel channel, Purpose purpose, Instant at) {
    Statement dated(Instant when) {
        return new Statement(status, channel, purpose, when);
    }

    Consent of(CustomerId customer) {
        return Consent.builder(customer, channel, purpose)
                .status(status)
                .at(at)
                .method("test")
                .build();
    }
}
