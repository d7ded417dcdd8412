package org.modestcrm;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.modestcrm.consent.Consent;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.Refund;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.Restriction;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.task.Task;

/** Everything held about one person, in no format yet; crm-json writes it. Immutable; see {@link PersonRights#export}. */
public final class PersonalDataExport {
    private final Instant at;
    private final Customer customer;
    private final List<CustomerId> ids;
    private final List<SourceRecord> records;
    private final List<RecordLink> links;
    private final List<Order> orders;
    private final List<Refund> refunds;
    private final List<Interaction> interactions;
    private final List<Consent> consents;
    private final List<Task> tasks;
    private final List<Suppression> suppressions;
    private final List<Restriction> restrictions;
    private final Map<String, List<Map<String, String>>> others;

    PersonalDataExport(PersonFile from, Instant at) {
        this.at = at;
        this.customer = from.customer();
        this.ids = from.ids();
        this.records = from.records();
        this.links = from.links();
        this.orders = from.orders();
        this.refunds = from.refunds();
        this.interactions = from.interactions();
        this.consents = from.consents();
        this.tasks = from.tasks();
        this.suppressions = from.suppressions();
        this.restrictions = from.restrictions();
        this.others = Collections.unmodifiableMap(new TreeMap<>(from.others()));
    }

    /**
     * When it was made.
     *
     * @return never null
     */
    public Instant at() {
        return at;
    }

    /**
     * The customer as shown.
     *
     * @return never null
     */
    public Customer customer() {
        return customer;
    }

    /**
     * Every id the person goes by.
     *
     * @return the surviving one first
     */
    public List<CustomerId> ids() {
        return ids;
    }

    /**
     * What each source said.
     *
     * @return by key
     */
    public List<SourceRecord> records() {
        return records;
    }

    /**
     * Why records are held to be this person's or not.
     *
     * @return all that was ever held of each pair, in order
     */
    public List<RecordLink> links() {
        return links;
    }

    /**
     * Orders.
     *
     * @return by customer id, then time
     */
    public List<Order> orders() {
        return orders;
    }

    /**
     * Refunds.
     *
     * @return by customer id, then time
     */
    public List<Refund> refunds() {
        return refunds;
    }

    /**
     * Contacts and visits.
     *
     * @return by customer id, then time
     */
    public List<Interaction> interactions() {
        return interactions;
    }

    /**
     * What was allowed and forbidden.
     *
     * @return by time
     */
    public List<Consent> consents() {
        return consents;
    }

    /**
     * What was done for the person.
     *
     * @return by customer id, then when it came up
     */
    public List<Task> tasks() {
        return tasks;
    }

    /**
     * Addresses of the person that are not written to.
     *
     * @return in the order of the contact points
     */
    public List<Suppression> suppressions() {
        return suppressions;
    }

    /**
     * Restrictions of the use of the data.
     *
     * @return by time
     */
    public List<Restriction> restrictions() {
        return restrictions;
    }

    /**
     * What other holders keep.
     *
     * @return by the name of the holder
     */
    public Map<String, List<Map<String, String>>> others() {
        return others;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalDataExport that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, ids);
    }

    private List<Object> parts() {
        return List.of(
                at,
                customer,
                ids,
                records,
                links,
                orders,
                refunds,
                interactions,
                consents,
                tasks,
                suppressions,
                restrictions,
                others);
    }

    /** The id only: the rest stays out of logs. */
    @Override
    public String toString() {
        return "personal data of " + customer;
    }
}
