package org.modestcrm.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.modestcrm.Crm;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.Visit;

/**
 * Contacts with one customer for a test. Begin with {@link Fixtures#interactions(Customer)}.
 *
 * <pre>{@code
 * interactions(alice)
 *     .on("2026-02-01").visiting("/mugs", "MUG-1")
 *     .on("2026-02-03").asking(Channel.PHONE, "returns")
 *     .recordedIn(crm);
 * }</pre>
 *
 * <p>What happens before the first {@link #on} happens on 2026-01-15. Ids follow from customer, day and place in the
 * chain. For one thread.
 */
public final class InteractionsBuilder {
    private static final String SOURCE = "test";

    private final CustomerId customer;
    private final List<Interaction> told = new ArrayList<>();
    private String day = "2026-01-15";

    InteractionsBuilder(CustomerId customer) {
        this.customer = customer;
    }

    /**
     * Sets when what follows happens.
     *
     * @param time a date such as {@code 2026-02-01}, which is noon of that day in UTC, or an instant
     * @return this
     */
    public InteractionsBuilder on(String time) {
        day = time;
        return this;
    }

    /**
     * Has the customer look at a page.
     *
     * @param page its path
     * @return this
     */
    public InteractionsBuilder visiting(String page) {
        return visiting(page, "");
    }

    /**
     * Has the customer look at the page of a product, for a minute.
     *
     * @param page its path
     * @param product the product shown
     * @return this
     */
    public InteractionsBuilder visiting(String page, String product) {
        return add(
                begin(Channel.WEB, Direction.INBOUND, "visit").visit(new Visit(page, Duration.ofMinutes(1), product)));
    }

    /**
     * Has the customer ask for something.
     *
     * @param channel on which channel
     * @param topic what it is about, a code such as {@code returns}
     * @return this
     */
    public InteractionsBuilder asking(Channel channel, String topic) {
        return add(begin(channel, Direction.INBOUND, "request").topic(topic));
    }

    /**
     * Has the shop send the customer a message that counts against the pressure on her.
     *
     * @param channel on which channel
     * @param messageClass of what kind, such as {@code MARKETING}
     * @return this
     */
    public InteractionsBuilder sent(Channel channel, String messageClass) {
        return add(begin(channel, Direction.OUTBOUND, "message-sent").messageClass(messageClass));
    }

    /**
     * Has a mail to the customer come back.
     *
     * @return this
     */
    public InteractionsBuilder bouncing() {
        return add(begin(Channel.EMAIL, Direction.INBOUND, "bounce").outcome("bounced"));
    }

    /**
     * The contacts, stored nowhere.
     *
     * @return as described; may be empty
     */
    public List<Interaction> list() {
        return List.copyOf(told);
    }

    /**
     * Records the contacts.
     *
     * @param crm where
     * @return the contacts
     */
    public List<Interaction> recordedIn(Crm crm) {
        told.forEach(crm::record);
        return list();
    }

    private Interaction.Builder begin(Channel channel, Direction direction, String type) {
        Instant at = Moments.parse(day);
        String id = customer + "-" + day + "-" + (told.size() + 1);
        return Interaction.builder(SOURCE, id)
                .customer(customer)
                .channel(channel)
                .direction(direction)
                .type(type)
                .at(at);
    }

    private InteractionsBuilder add(Interaction.Builder interaction) {
        told.add(interaction.build());
        return this;
    }
}
