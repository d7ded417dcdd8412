package org.modestcrm;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.contact.ContactPolicy;
import org.modestcrm.contact.OfferPolicy;
import org.modestcrm.customer.Attributes;
import org.modestcrm.customer.CustomerStore;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.order.OrderHistory;
import org.modestcrm.order.StagePolicy;
import org.modestcrm.source.ErasureKey;
import org.modestcrm.source.Survivorship;

/** Collects the parts of a {@link Crm}; every one has a default. For one thread. */
public final class CrmBuilder {
    Stores.Builder stores = Stores.builder();
    Clock clock = Clock.systemUTC();
    Duration lease = Duration.ofMinutes(1);
    ZoneId zone = ZoneOffset.UTC;
    Survivorship survivorship = Survivorship.lastUpdated();
    ErasureKey erasureKey = ErasureKey.forThisProcess();

    @Nullable Attributes attributes;

    StagePolicy stages = StagePolicy.lapsingAfter(Duration.ofDays(730));
    CustomerValue value = (customer, asOf) -> Optional.empty();
    CustomerSegments segments = (customer, asOf) -> List.of();
    OfferPolicy offers = OfferPolicy.builder().build();
    ContactPolicy contactPolicy = ContactPolicy.builder().build();
    String callingCode = "";
    final Set<IdentifierType> searched = new LinkedHashSet<>(List.of(
            IdentifierType.EMAIL,
            IdentifierType.PHONE,
            IdentifierType.LOYALTY_CARD,
            IdentifierType.CUSTOMER_NUMBER,
            IdentifierType.VISITOR));
    final List<PersonalDataHolder> holders = new ArrayList<>();

    CrmBuilder() {}

    /**
     * Sets where everything is kept, in place of all stores set before.
     *
     * @param value in memory unless set
     * @return this
     */
    public CrmBuilder stores(Stores value) {
        stores = value.toBuilder();
        return this;
    }

    /**
     * Sets the clock that tells when facts are recorded.
     *
     * @param value {@link Clock#systemUTC()} unless set
     * @return this
     */
    public CrmBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /**
     * Sets how long a listener has for the events it was handed before they are offered to another process.
     *
     * @param value a minute unless set
     * @return this
     */
    public CrmBuilder lease(Duration value) {
        lease = value;
        return this;
    }

    /**
     * Sets the zone of customers whose own is not known.
     *
     * @param value UTC unless set
     * @return this
     */
    public CrmBuilder zone(ZoneId value) {
        zone = value;
        return this;
    }

    /**
     * Sets whose value is shown where sources disagree.
     *
     * @param value the last change unless set
     * @return this
     */
    public CrmBuilder survivorship(Survivorship value) {
        survivorship = value;
        return this;
    }

    /**
     * Sets the secret by which erased persons are known again. With stores that outlive the process it must be set.
     *
     * @param value forgotten with the process unless set
     * @return this
     */
    public CrmBuilder erasureKey(ErasureKey value) {
        erasureKey = value;
        return this;
    }

    /**
     * Sets which attributes customers may have.
     *
     * @param value any unless set
     * @return this
     */
    public CrmBuilder attributes(Attributes value) {
        attributes = value;
        return this;
    }

    /**
     * Sets how the stage of a customer is derived.
     *
     * @param value lapsing after 730 days unless set
     * @return this
     */
    public CrmBuilder stages(StagePolicy value) {
        stages = value;
        return this;
    }

    /**
     * Sets what customers are worth.
     *
     * @param value unknown unless set
     * @return this
     */
    public CrmBuilder value(CustomerValue value) {
        this.value = value;
        return this;
    }

    /**
     * Sets which segments customers are in.
     *
     * @param value none unless set
     * @return this
     */
    public CrmBuilder segments(CustomerSegments value) {
        segments = value;
        return this;
    }

    /**
     * Sets what customers may be offered.
     *
     * @param value nothing unless set
     * @return this
     */
    public CrmBuilder offers(OfferPolicy value) {
        offers = value;
        return this;
    }

    /**
     * Sets how much customers are written to.
     *
     * @param value as much as they allow unless set
     * @return this
     */
    public CrmBuilder contactPolicy(ContactPolicy value) {
        contactPolicy = value;
        return this;
    }

    /**
     * Sets the country whose national telephone numbers are found by their international form and the other way round.
     *
     * @param digits its calling code without {@code +}, such as {@code 33}
     * @return this
     */
    public CrmBuilder callingCode(String digits) {
        if (!digits.matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("calling code of " + digits.length()
                    + " characters (expected: 1 to 3 digits without +, such as 33)");
        }
        callingCode = digits;
        return this;
    }

    /**
     * Adds kinds of identifiers that {@link Crm#find} looks for besides those every shop has.
     *
     * @param types the kinds
     * @return this
     */
    public CrmBuilder searching(IdentifierType... types) {
        searched.addAll(List.of(types));
        return this;
    }

    /**
     * Adds something that keeps data of persons besides the stores.
     *
     * @param holder is asked when a person wants to see or erase what is held
     * @return this
     */
    public CrmBuilder holding(PersonalDataHolder holder) {
        holders.add(holder);
        return this;
    }

    /**
     * Sets where customers as shown are kept.
     *
     * @param value in memory unless set
     * @return this
     */
    public CrmBuilder customers(CustomerStore value) {
        stores.customers(value);
        return this;
    }

    /**
     * Sets where orders and refunds are kept.
     *
     * @param value in memory unless set
     * @return this
     */
    public CrmBuilder orders(OrderHistory value) {
        stores.orders(value);
        return this;
    }

    /**
     * Sets where contacts are kept.
     *
     * @param value in memory unless set
     * @return this
     */
    public CrmBuilder interactions(InteractionLog value) {
        stores.interactions(value);
        return this;
    }

    /**
     * Sets where consents are kept.
     *
     * @param value in memory unless set
     * @return this
     */
    public CrmBuilder consents(ConsentLedger value) {
        stores.consents(value);
        return this;
    }

    /**
     * The Crm.
     *
     * @return never null
     */
    public Crm build() {
        return new Crm(this);
    }
}
