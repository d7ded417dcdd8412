package org.modestcrm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.order.OrderNumber;

/**
 * Something besides the {@link Stores} that keeps data of persons: mails on their way, the shop's own tables. It is asked
 * when a person wants to see or erase what is held. Thread-safe.
 */
public interface PersonalDataHolder {
    /**
     * What the held data is called in an export.
     *
     * @return a code such as {@code mails}
     */
    String name();

    /**
     * Everything held about a person.
     *
     * @param person whose data
     * @return one map of names and values for each thing held; may be empty
     */
    List<Map<String, String>> export(Person person);

    /**
     * Takes everything out that tells of a person, inside the unit of work that erases the person.
     *
     * @param person whose data
     */
    void erase(Person person);

    /**
     * By what a person is known.
     *
     * @param ids every id, the surviving one among them
     * @param emails every e-mail address
     * @param orders the numbers of all orders
     */
    record Person(Set<CustomerId> ids, Set<EmailAddress> emails, Set<OrderNumber> orders) {
        /**
         * Copies the sets.
         *
         * @param ids every id
         * @param emails every address
         * @param orders every order
         */
        public Person {
            ids = Set.copyOf(ids);
            emails = Set.copyOf(emails);
            orders = Set.copyOf(orders);
        }

        @Override
        public String toString() {
            return "person of customer ids " + ids;
        }
    }
}
