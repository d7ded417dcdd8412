package org.modestcrm.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.modestcrm.Crm;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Tombstone;

/** Profiles as customers of a {@link Crm}; the shop's own customers keep their own data. */
final class CrmProfiles implements ProfileTarget {
    private static final int MAX_ID_CHARS = 100;

    private final Crm crm;

    CrmProfiles(Crm crm) {
        this.crm = crm;
    }

    @Override
    public CustomerId admit(String partner, Profile profile) {
        CustomerId own = ownId(partner, profile.id().value());
        List<Customer> known = profile.emails().stream()
                .flatMap(email -> crm.customers().findByEmail(email).stream())
                .filter(customer -> !customer.id().equals(own))
                .distinct()
                .toList();
        if (known.size() == 1 && crm.customers().find(own).isEmpty()) {
            Customer customer = known.get(0);
            crm.record(customer.toBuilder()
                    .identifier(identifier(partner, profile))
                    .build());
            return customer.id();
        }
        update(own, partner, profile);
        return own;
    }

    @Override
    public void update(CustomerId customer, String partner, Profile profile) {
        if (!customer.equals(ownId(partner, profile.id().value()))) {
            return;
        }
        Customer.Builder filled = Customer.builder(customer).identifier(identifier(partner, profile));
        profile.name().ifPresent(filled::name);
        profile.birthDate().ifPresent(filled::birthDate);
        profile.language().ifPresent(filled::language);
        profile.emails().forEach(filled::email);
        profile.phones().forEach(phone -> filled.contactPoint(ContactPoint.phone(phone)));
        profile.addresses().forEach(filled::address);
        save(filled.build());
    }

    @Override
    public void forget(CustomerId customer, String partner, Tombstone tombstone) {
        if (customer.equals(ownId(partner, tombstone.id().value()))) {
            save(Customer.builder(customer).build());
        }
    }

    private void save(Customer customer) {
        long version =
                crm.customers().find(customer.id()).map(Customer::version).orElse(0L);
        crm.record(customer.withVersion(version));
    }

    private static CustomerId ownId(String partner, String profile) {
        String id = partner + ":" + profile;
        return CustomerId.of(
                id.length() <= MAX_ID_CHARS ? id : Digest.hex(Digest.sha256().digest(bytes(id))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Identifier identifier(String partner, Profile profile) {
        return Identifier.of(
                IdentifierType.PARTNER_PROFILE,
                partner.replace(':', '-'),
                profile.id().value());
    }
}
