package org.modestcrm.testkit;

import org.modestcrm.customer.Customer;
import org.modestcrm.task.TaskId;

/**
 * Where the facts of a test begin: customers and orders that read like the business and fill in whatever the test does
 * not care about.
 *
 * <pre>{@code
 * Customer alice = aCustomer().from("FR").consentingTo(EMAIL, NEWSLETTER).recordedIn(crm);
 * orders().of(alice).on("2026-02-01").worth("80.00 EUR").cancelled().recordedIn(crm);
 * }</pre>
 *
 * <p>Nothing here is random and nothing is shared: the same lines give the same ids in every test and every thread.
 */
public final class Fixtures {
    private Fixtures() {}

    /**
     * A customer named Alice Martin, {@code alice-martin}, who can be written to.
     *
     * @return a builder that needs nothing more
     */
    public static CustomerBuilder aCustomer() {
        return new CustomerBuilder();
    }

    /**
     * Orders of one buyer; without more, one anonymous order of 50.00 EUR.
     *
     * @return a builder that needs nothing more
     */
    public static OrdersBuilder orders() {
        return new OrdersBuilder();
    }

    /**
     * Contacts with one customer: visits, requests, messages, bounces.
     *
     * @param customer with whom
     * @return a builder without any yet
     */
    public static InteractionsBuilder interactions(Customer customer) {
        return new InteractionsBuilder(customer.id());
    }

    /**
     * Something to do for the person in charge.
     *
     * @param id the id of the task
     * @return a builder that needs nothing more
     */
    public static TaskBuilder aTask(String id) {
        return new TaskBuilder(TaskId.of(id));
    }
}
