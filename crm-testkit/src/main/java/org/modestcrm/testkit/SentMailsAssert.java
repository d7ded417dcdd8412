package org.modestcrm.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.EmailAddress;

/** What a test may ask of its mails. Every message lists them all. */
public final class SentMailsAssert extends AbstractAssert<SentMailsAssert, SentMails> {
    SentMailsAssert(SentMails actual) {
        super(actual, SentMailsAssert.class);
    }

    /**
     * Expects exactly one mail to a customer.
     *
     * @param customer who reads it, at the first of her addresses
     * @return assertions of that mail
     */
    public SentMailAssert hasOneMailTo(Customer customer) {
        return hasOneMailTo(addressOf(customer));
    }

    /**
     * Expects exactly one mail to an address.
     *
     * @param address who reads it
     * @return assertions of that mail
     */
    public SentMailAssert hasOneMailTo(String address) {
        return new SentMailAssert(mailsTo(address, 1).get(0));
    }

    /**
     * Expects a number of mails to a customer.
     *
     * @param count how many
     * @param customer who reads them, at the first of her addresses
     * @return this
     */
    public SentMailsAssert hasMailsTo(int count, Customer customer) {
        mailsTo(addressOf(customer), count);
        return this;
    }

    /**
     * Expects no mail to a customer.
     *
     * @param customer who gets none, at whatever address
     * @return this
     */
    public SentMailsAssert hasNoMailTo(Customer customer) {
        customer.contactPoints().stream()
                .filter(point -> point.channel().equals(Channel.EMAIL))
                .map(ContactPoint::address)
                .forEach(this::hasNoMailTo);
        return this;
    }

    /**
     * Expects no mail to an address.
     *
     * @param address who gets none
     * @return this
     */
    public SentMailsAssert hasNoMailTo(String address) {
        mailsTo(address, 0);
        return this;
    }

    /**
     * Expects a number of mails, to whomever.
     *
     * @param count how many
     * @return this
     */
    public SentMailsAssert hasSize(int count) {
        isNotNull();
        return expect(actual.list().size() == count, count == 1 ? "one mail" : count + " mails");
    }

    /**
     * Expects no mail at all.
     *
     * @return this
     */
    public SentMailsAssert isEmpty() {
        return hasSize(0);
    }

    private List<SentMail> mailsTo(String address, int count) {
        isNotNull();
        List<SentMail> found = actual.to(EmailAddress.of(address));
        expect(
                found.size() == count,
                (count == 0 ? "no mail" : count == 1 ? "one mail" : count + " mails") + " to " + address);
        return found;
    }

    private static String addressOf(Customer customer) {
        return customer.contactPoints().stream()
                .filter(point -> point.channel().equals(Channel.EMAIL))
                .map(ContactPoint::address)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        customer + ": no e-mail address (expected: one that mails were sent to)"));
    }

    private SentMailsAssert expect(boolean met, String expectation) {
        if (!met) {
            failWithMessage("Expecting%n  %s%nbut found%n  %s", expectation, actual);
        }
        return this;
    }
}
