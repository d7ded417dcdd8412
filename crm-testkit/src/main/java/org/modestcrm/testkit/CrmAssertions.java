package org.modestcrm.testkit;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.modestcrm.customer.Customer;
import org.modestcrm.order.Order;

/**
 * Assertions of AssertJ, and those for customers, orders and mails: one static import is enough.
 *
 * <pre>{@code
 * import static org.modestcrm.testkit.CrmAssertions.assertThat;
 *
 * assertThat(transport.mails()).hasOneMailTo(alice).withSubjectContaining("confirmed");
 * assertThat(crm.orders().find(number)).get(CrmAssertions.ORDER).isCancelled();
 * }</pre>
 */
public final class CrmAssertions extends Assertions {
    /** For {@code asInstanceOf}, {@code get} and {@code extracting}. */
    public static final InstanceOfAssertFactory<Customer, CustomerAssert> CUSTOMER =
            new InstanceOfAssertFactory<>(Customer.class, CustomerAssert::new);
    /** For {@code asInstanceOf}, {@code get} and {@code extracting}. */
    public static final InstanceOfAssertFactory<Order, OrderAssert> ORDER =
            new InstanceOfAssertFactory<>(Order.class, OrderAssert::new);
    /** For {@code asInstanceOf}, {@code first} and {@code element}. */
    public static final InstanceOfAssertFactory<SentMail, SentMailAssert> SENT_MAIL =
            new InstanceOfAssertFactory<>(SentMail.class, SentMailAssert::new);

    private CrmAssertions() {}

    /**
     * Asserts something of a customer.
     *
     * @param actual the customer
     * @return the assertions there are
     */
    public static CustomerAssert assertThat(Customer actual) {
        return new CustomerAssert(actual);
    }

    /**
     * Asserts something of an order.
     *
     * @param actual the order
     * @return the assertions there are
     */
    public static OrderAssert assertThat(Order actual) {
        return new OrderAssert(actual);
    }

    /**
     * Asserts something of all mails of a test.
     *
     * @param actual the mails
     * @return the assertions there are
     */
    public static SentMailsAssert assertThat(SentMails actual) {
        return new SentMailsAssert(actual);
    }

    /**
     * Asserts something of a mail.
     *
     * @param actual the mail
     * @return the assertions there are
     */
    public static SentMailAssert assertThat(SentMail actual) {
        return new SentMailAssert(actual);
    }
}
