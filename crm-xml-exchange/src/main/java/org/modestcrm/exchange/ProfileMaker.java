package org.modestcrm.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.modestcrm.Crm;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.exchangelog.OrderSummary;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.ProfileBuilder;
import org.modestcrm.order.Order;

/** Makes the profile of a customer out of all the shop knows; what of it may leave is for the policy. */
final class ProfileMaker {
    private static final int MAX_ORDERS = 200;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final Crm crm;
    private final PairKey key;
    private final Function<CustomerId, ? extends Collection<String>> segments;

    ProfileMaker(Crm crm, PairKey key, Function<CustomerId, ? extends Collection<String>> segments) {
        this.crm = crm;
        this.key = key;
        this.segments = segments;
    }

    /** The last statement on each channel and purpose at a moment. */
    List<Consent> consents(CustomerId customer, Instant asOf) {
        Map<Map.Entry<Channel, Purpose>, Consent> last = new LinkedHashMap<>();
        for (Consent consent : crm.consents().history(customer)) {
            if (!consent.at().isAfter(asOf)) {
                last.put(Map.entry(consent.channel(), consent.purpose()), consent);
            }
        }
        return List.copyOf(last.values());
    }

    Profile profile(Customer customer, Instant asOf) {
        List<Order> orders = crm.orders().ordersOf(customer.id()).stream()
                .filter(order -> !order.placedAt().isAfter(asOf))
                .toList();
        ProfileBuilder profile = Profile.builder(key.profileId(customer.id()))
                .revision(revision(customer))
                .at(asOf);
        person(customer, profile);
        consents(customer.id(), asOf).forEach(profile::consent);
        segments.apply(customer.id()).forEach(profile::segment);
        summary(orders).ifPresent(profile::value);
        orders.subList(Math.max(0, orders.size() - MAX_ORDERS), orders.size())
                .forEach(order -> profile.order(pastOrder(order)));
        return profile.build();
    }

    /** Facts are only ever added, so their number grows with each change. */
    private long revision(Customer customer) {
        return customer.version()
                + crm.orders().ordersOf(customer.id()).size()
                + crm.orders().refundsOf(customer.id()).size()
                + crm.consents().history(customer.id()).size();
    }

    private void person(Customer customer, ProfileBuilder profile) {
        customer.name().ifPresent(profile::name);
        customer.birthDate().ifPresent(profile::birthDate);
        customer.language().ifPresent(profile::language);
        for (ContactPoint point : customer.contactPoints()) {
            if (point.channel().equals(Channel.EMAIL)) {
                EmailAddress address = EmailAddress.of(point.address());
                profile.email(address).key(key.emailKey(address));
            } else if (point.channel().equals(Channel.PHONE)
                    && E164.matcher(point.address()).matches()) {
                profile.phone(point.address());
            }
        }
        customer.addresses().forEach(profile::address);
    }

    /** Of orders in one currency; who has several has no sum without rates. */
    private static Optional<OrderSummary> summary(List<Order> orders) {
        return orders.isEmpty()
                ? Optional.empty()
                : OrderSummary.of(orders, orders.get(0).currency(), (amount, currency, day) -> Optional.empty());
    }

    private Profile.PastOrder pastOrder(Order order) {
        return new Profile.PastOrder(
                key.orderId(order.number()), order.placedAt(), order.status(), order.total(), order.lines());
    }
}
