package org.modestcrm.csv;

import java.util.Optional;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.order.Order;
import org.modestcrm.order.Refund;

/**
 * Takes what {@link OrderCsv} reads. The shop implements it; {@link #into} is ours. It is called in the reading thread; a
 * customer comes before the first order or refund that names it.
 */
public interface OrderSink {
    /**
     * A customer seen for the first time, or with a new address.
     *
     * @param customer with all addresses seen so far, the newest first
     */
    void customer(Customer customer);

    /**
     * An order whose rows are all read.
     *
     * @param order with a customer or anonymous
     */
    void order(Order order);

    /**
     * A refund whose rows are all read.
     *
     * @param refund with a customer or anonymous
     */
    void refund(Refund refund);

    /**
     * Records everything in a Crm. A customer it knows already keeps all it has and gets the file's address in front.
     *
     * @param crm where to record
     * @return the sink
     */
    static OrderSink into(Crm crm) {
        return new OrderSink() {
            @Override
            public void customer(Customer read) {
                Optional<Customer> known = crm.customers().find(read.id());
                Customer next = known.map(old -> withAddressesOf(read, old)).orElse(read);
                if (known.isEmpty() || !known.get().equals(next)) {
                    crm.record(next);
                }
            }

            @Override
            public void order(Order order) {
                crm.record(order);
            }

            @Override
            public void refund(Refund refund) {
                crm.record(refund);
            }
        };
    }

    private static Customer withAddressesOf(Customer read, Customer known) {
        Customer.Builder merged = known.toBuilder().addresses(read.addresses());
        for (PostalAddress older : known.addresses()) {
            merged.address(older);
        }
        return merged.build();
    }
}
