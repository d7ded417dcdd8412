package org.modestcrm;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.consent.Purpose;
import org.modestcrm.contact.ContactDecision;
import org.modestcrm.contact.Message;
import org.modestcrm.contact.MessageClass;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ConflictException;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Recorded;
import org.modestcrm.event.Event;
import org.modestcrm.event.FactKey;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.order.Refund;
import org.modestcrm.segment.CustomerHistory;
import org.modestcrm.source.CustomerErasedException;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.source.UnifiedCustomer;
import org.modestcrm.source.UnifiedCustomers;
import org.modestcrm.source.UnifiedCustomers.Decision;
import org.modestcrm.task.Task;

/**
 * Records facts about customers, tells listeners about them once they are stored, and answers what is known.
 *
 * <pre>{@code
 * Crm crm = Crm.inMemory(clock);
 * crm.subscribe("mails", Event.OrderRecorded.class, event -> mails.confirm(event.order()));
 * crm.record(order);
 * crm.mayContact(alice.id(), Channel.EMAIL, Purpose.NEWSLETTER, clock.instant());
 * }</pre>
 *
 * <p><b>Facts.</b> A fact and its event are kept as one unit. Handing in a fact that is known as it is changes and
 * publishes nothing. Recording under a {@link FactKey} does nothing the second time, whatever was recorded in between.
 * What concerns an erased person is refused with {@link CustomerErasedException}; her orders and refunds are kept without
 * her.
 *
 * <p><b>Events.</b> Each subscriber gets every event at least once, those of one customer in the order they were
 * recorded, after the unit of its fact is kept. A listener that throws does not fail the recording: its event and later
 * ones of that customer are offered again with the next fact, or by {@link #deliverPending}. Over stores that outlive the
 * process what waits is delivered after a restart, once a subscriber of the same name is there.
 *
 * <p><b>Threads.</b> Thread-safe. Listeners run in the thread that records, outside of any unit of work; a subscriber may
 * be called by several threads at a time, never for the same customer. A listener may record facts itself: their events
 * are delivered after the one it is in. Inside a transaction that the stores have joined nothing is delivered; what waits
 * then goes out with the next fact.
 */
public final class Crm {
    private final Stores stores;
    private final Dispatcher dispatcher;
    private final UnifiedCustomers unified;
    private final Recording recording;
    private final CustomerRecording customers;
    private final FactRecording facts;
    private final CardReader cards;
    private final Permissions permissions;
    private final PersonRights rights;

    Crm(CrmBuilder from) {
        this.stores = from.stores.build();
        this.dispatcher = new Dispatcher(stores, from.clock, from.lease);
        this.unified = new UnifiedCustomers(stores.records(), stores.links(), from.survivorship);
        this.recording = new Recording(stores, unified, from.clock, dispatcher);
        this.customers = new CustomerRecording(recording, from.erasureKey, from.attributes);
        this.facts = new FactRecording(recording, customers);
        this.cards = new CardReader(from, stores);
        this.permissions = new Permissions(stores, from.contactPolicy, from.zone);
        this.rights = new PersonRights(recording, from.erasureKey, from.holders);
    }

    /**
     * A Crm that keeps everything in memory.
     *
     * @param clock tells when facts are recorded
     * @return an empty one
     */
    public static Crm inMemory(Clock clock) {
        return builder().clock(clock).build();
    }

    /**
     * Begins a Crm; stores that are not given are in memory.
     *
     * @return a builder that needs nothing more
     */
    public static CrmBuilder builder() {
        return new CrmBuilder();
    }

    /**
     * Saves a customer as shown, changed. What changed becomes the shop's own word; see {@link UnifiedCustomers#edited}.
     *
     * @param customer with the version that was read, 0 for a new one
     * @return the customer as stored
     * @throws ConflictException when somebody else saved in between
     */
    public Customer record(Customer customer) {
        return customers.record(customer);
    }

    /**
     * Records what a source says of a person; the same again changes nothing.
     *
     * @param record what it says now
     * @return what became of it
     * @throws IllegalArgumentException when it is older than what is known of this source
     */
    public Recorded record(SourceRecord record) {
        return customers.record(record);
    }

    /**
     * Records an order; the same order again changes nothing. A guest order makes a customer of its own.
     *
     * @param order the order
     * @return what became of it
     */
    public Recorded record(Order order) {
        return facts.record(order);
    }

    /**
     * Records a refund; the same refund again changes nothing. No more goes back than its order brought in.
     *
     * @param refund the refund
     * @return what became of it
     */
    public Recorded record(Refund refund) {
        return facts.record(refund);
    }

    /**
     * Records a contact; the same contact again changes nothing.
     *
     * @param interaction the contact
     * @return what became of it
     */
    public Recorded record(Interaction interaction) {
        return facts.record(interaction);
    }

    /**
     * Records what a customer allowed or forbade; the same statement again changes nothing.
     *
     * @param consent the statement
     * @return what became of it
     */
    public Recorded record(Consent consent) {
        return facts.record(consent);
    }

    /**
     * Records a task, new or changed.
     *
     * @param task with the version that was read, 0 for a new one
     * @return the task as stored
     */
    public Task record(Task task) {
        return facts.record(task);
    }

    /**
     * Records that an address is not written to any more; it is kept as it came first.
     *
     * @param suppression the address and why
     * @return what is kept
     */
    public Suppression record(Suppression suppression) {
        return facts.record(suppression);
    }

    /**
     * Records under a key: what is recorded under it once is not recorded again.
     *
     * @param key names the act of recording
     * @return records one fact
     */
    public RecordedOnce once(FactKey key) {
        return new RecordedOnce(this, facts, key);
    }

    /**
     * The customer behind a visitor id, made when there is none: a suspect until {@linkplain #merge claimed}.
     *
     * @param source which site
     * @param visitorId the id a browser carries
     * @return the customer
     */
    public Customer visitor(String source, String visitorId) {
        return customers.visitor(source, visitorId);
    }

    /**
     * The customer behind an address that somebody left without logging in, made when there is none: a prospect until
     * {@linkplain #merge claimed}. Guest orders do this themselves.
     *
     * @param source where it was left, such as {@code newsletter}
     * @param email the address
     * @return the customer
     */
    public Customer guest(String source, EmailAddress email) {
        return customers.guest(source, email);
    }

    /**
     * Makes two customers one: duplicates, or a visitor or guest who logged in or confirmed the address. Orders, contacts
     * and consents follow; the older id survives and the other finds the same customer for good.
     *
     * @param one an id of the first
     * @param other an id of the second
     * @param decision who says so, or what proves it
     * @return the one customer
     * @throws IllegalArgumentException when an id is unknown, both are one already, or were told apart
     */
    public Customer merge(CustomerId one, CustomerId other, Decision decision) {
        return customers.merge(one, other, decision);
    }

    /**
     * Takes a merge back: both customers are again what they were, and are not merged again by mistake.
     *
     * @param one an id of the first
     * @param other an id of the second
     * @param decision who says so
     * @throws IllegalArgumentException when other links still hold the two together
     */
    public void unmerge(CustomerId one, CustomerId other, Decision decision) {
        customers.unmerge(one, other, decision);
    }

    /**
     * Takes back that two were told apart, so that they may be merged again.
     *
     * @param one an id of the first
     * @param other an id of the second
     * @param decision who says so
     */
    public void allowMerge(CustomerId one, CustomerId other, Decision decision) {
        customers.allow(one, other, decision);
    }

    /**
     * A customer with the origin of everything shown.
     *
     * @param customer any id
     * @return empty when no source speaks of this id
     */
    public Optional<UnifiedCustomer> unified(CustomerId customer) {
        return unified.find(customer);
    }

    /**
     * Whoever is meant by what a caller or an order form says: a customer id, an order number, an e-mail address, a
     * telephone number in any spelling, a loyalty card, or any identifier named with {@link CrmBuilder#searching}.
     *
     * @param text what was said
     * @return may be empty, or several when a value is shared
     */
    public List<Customer> find(String text) {
        return cards.find(text);
    }

    /**
     * What a call-centre screen shows of a customer.
     *
     * @param customer any id
     * @return empty when nobody has this id
     */
    public Optional<CustomerCard> card(CustomerId customer) {
        return stores.customers().find(customer).map(known -> new CustomerCard(cards, known, recording.now()));
    }

    /**
     * The orders and contacts of a customer in one stream.
     *
     * @param customer any id
     * @return the timeline, which is empty when nothing is known
     */
    public Timeline timeline(CustomerId customer) {
        return new Timeline(stores, recording.ids(customer));
    }

    /**
     * Whether a customer may be advertised to.
     *
     * @param customer any id
     * @param channel on which channel
     * @param purpose for what
     * @param at when
     * @return yes, not yet or no, and why
     */
    public ContactDecision mayContact(CustomerId customer, Channel channel, Purpose purpose, Instant at) {
        return mayContact(customer, Message.of(channel, MessageClass.MARKETING), purpose, at);
    }

    /**
     * Whether a customer may be sent a message: asks for the person, an address that takes messages, consent,
     * preference and contact policy, in this order. Transactional and service messages need no consent; transactional
     * ones pass preference, policy, objections and restrictions, too.
     *
     * @param customer any id
     * @param message channel, class and priority
     * @param purpose for what
     * @param at when
     * @return yes, not yet or no, and why
     */
    public ContactDecision mayContact(CustomerId customer, Message message, Purpose purpose, Instant at) {
        return permissions.mayContact(customer, message, purpose, at);
    }

    /**
     * Whether a customer may be offered a channel, such as a call back, by value and availability.
     *
     * @param customer any id
     * @param channel the channel
     * @param at when
     * @return yes, not yet or no, and why
     */
    public ContactDecision mayOffer(CustomerId customer, Channel channel, Instant at) {
        return cards.mayOffer(customer, channel, at);
    }

    /**
     * Calls a listener for every event of a type that is recorded from now on, under a name made of how many were there
     * before. Over stores that outlive the process give a name.
     *
     * @param type the type of event; {@link Event} itself for all
     * @param listener is called one event at a time for each customer
     * @param <E> the type of event
     */
    public <E extends Event> void subscribe(Class<E> type, Consumer<? super E> listener) {
        subscribe("listener-" + (dispatcher.size() + 1), type, listener);
    }

    /**
     * Calls a listener for every event of a type that is recorded from now on, and for those that wait for this name.
     *
     * @param name of the subscriber, the same in every process and after every restart
     * @param type the type of event; {@link Event} itself for all
     * @param listener is called one event at a time for each customer
     * @param <E> the type of event
     */
    public <E extends Event> void subscribe(String name, Class<E> type, Consumer<? super E> listener) {
        dispatcher.subscribe(name, type, listener);
    }

    /**
     * Offers again what listeners failed on, or what a process that died left behind.
     *
     * @return how many deliveries are still waiting
     */
    public int deliverPending() {
        dispatcher.deliver();
        return dispatcher.waiting();
    }

    /**
     * All that is known of a customer, for segments.
     *
     * @param id who
     * @return empty when there is no such customer
     */
    public Optional<CustomerHistory> history(CustomerId id) {
        return stores.customers().find(id).map(this::history);
    }

    /**
     * All that is known of every customer, for segments.
     *
     * @return in no particular order; close it after use
     */
    public Stream<CustomerHistory> histories() {
        return stores.customers().all().map(this::history);
    }

    private CustomerHistory history(Customer customer) {
        List<CustomerId> ids = stores.customers().idsOf(customer.id());
        return new CustomerHistory(
                customer,
                ids.stream()
                        .flatMap(id -> stores.orders().ordersOf(id).stream())
                        .toList(),
                ids.stream()
                        .flatMap(id -> stores.orders().refundsOf(id).stream())
                        .toList(),
                ids.stream()
                        .flatMap(id -> stores.interactions().of(id).stream())
                        .toList(),
                stores.consents().history(ids));
    }

    /**
     * What persons may ask for.
     *
     * @return never null
     */
    public PersonRights rights() {
        return rights;
    }

    /**
     * Everything this Crm keeps.
     *
     * @return the stores given to the builder
     */
    public Stores stores() {
        return stores;
    }

    /**
     * The customers as shown.
     *
     * @return the store given to the builder
     */
    public CustomerStore customers() {
        return stores.customers();
    }

    /**
     * The orders and refunds.
     *
     * @return the history given to the builder
     */
    public OrderHistory orders() {
        return stores.orders();
    }

    /**
     * The contacts.
     *
     * @return the log given to the builder
     */
    public InteractionLog interactions() {
        return stores.interactions();
    }

    /**
     * What customers allowed and forbade.
     *
     * @return the ledger given to the builder
     */
    public ConsentLedger consents() {
        return stores.consents();
    }
}
