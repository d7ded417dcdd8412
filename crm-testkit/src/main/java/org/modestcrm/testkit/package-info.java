/**
 * A shop's own code under test: facts in a line each, time that stands still, mails that go nowhere.
 *
 * <p>Start at {@link org.modestcrm.testkit.Fixtures}: {@code aCustomer()} and {@code orders()} describe what a test is
 * about and fill in the rest. {@link org.modestcrm.testkit.SettableClock} is the time of everything in the test.
 * {@link org.modestcrm.testkit.RecordingTransport} takes the mails; it alone needs crm-email, so that tests of customers,
 * orders and consents need no mail library.
 */
@NullMarked
package org.modestcrm.testkit;

import org.jspecify.annotations.NullMarked;
