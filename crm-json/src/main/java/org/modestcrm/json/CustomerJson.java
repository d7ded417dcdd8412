package org.modestcrm.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.modestcrm.customer.AddressEntry;
import org.modestcrm.customer.AddressUse;
import org.modestcrm.customer.AttributeType;
import org.modestcrm.customer.AttributeValue;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerKind;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.customer.Preference;
import org.modestcrm.money.Money;

/** Customers in JSON. */
final class CustomerJson {
    private CustomerJson() {}

    static void write(Customer customer, Written to) {
        to.text("id", customer.id().value())
                .number("version", customer.version())
                .choice("kind", customer.kind())
                .object("name", customer.name(), CustomerJson::writeName)
                .text("organisation", customer.organisation())
                .objects("identifiers", customer.identifiers(), CustomerJson::writeIdentifier)
                .objects("contactPoints", customer.contactPoints(), CustomerJson::writePoint)
                .objects("addresses", customer.addressBook(), CustomerJson::writeEntry)
                .text("language", customer.language().map(Locale::toLanguageTag))
                .text("zone", customer.zone().map(ZoneId::getId))
                .text("birthDate", customer.birthDate().map(BirthDate::text))
                .objects("preferences", customer.preferences(), CustomerJson::writePreference)
                .text("referredBy", customer.referredBy().map(PartnerId::value));
        if (!customer.attributes().isEmpty()) {
            to.object("attributes", customer.attributes(), CustomerJson::writeAttributes);
        }
    }

    static Customer read(Members from) {
        Customer.Builder builder = Customer.builder(from.value("id", CustomerId::of));
        builder.kind(from.choice("kind", CustomerKind.class));
        from.objectIfAny("name", CustomerJson::readName).ifPresent(builder::name);
        builder.organisation(from.text("organisation"));
        from.objects("identifiers", CustomerJson::readIdentifier).forEach(builder::identifier);
        from.objects("contactPoints", CustomerJson::readPoint).forEach(builder::contactPoint);
        from.objects("addresses", CustomerJson::readEntry).forEach(builder::address);
        from.valueIfAny("language", Locale::forLanguageTag).ifPresent(builder::language);
        from.valueIfAny("zone", ZoneId::of).ifPresent(builder::zone);
        from.valueIfAny("birthDate", BirthDate::parse).ifPresent(builder::birthDate);
        from.objects("preferences", CustomerJson::readPreference).forEach(builder::preference);
        from.valueIfAny("referredBy", PartnerId::of).ifPresent(builder::referredBy);
        from.map("attributes", CustomerJson::readAttribute).forEach(builder::attribute);
        return builder.build().withVersion(from.number("version"));
    }

    private static void writeName(PersonName name, Written to) {
        to.text("honorific", name.honorific())
                .text("given", name.given())
                .text("particle", name.particle())
                .text("family", name.family())
                .text("suffix", name.suffix())
                .text("full", name.full());
    }

    private static PersonName readName(Members from) {
        return PersonName.builder()
                .honorific(from.text("honorific"))
                .given(from.text("given"))
                .particle(from.text("particle"))
                .family(from.text("family"))
                .suffix(from.text("suffix"))
                .full(from.text("full"))
                .build();
    }

    private static void writeIdentifier(Identifier identifier, Written to) {
        to.text("type", identifier.type().code())
                .text("source", identifier.source())
                .text("value", identifier.value())
                .instant("verifiedAt", identifier.verifiedAt());
    }

    private static Identifier readIdentifier(Members from) {
        Identifier identifier =
                Identifier.of(from.value("type", IdentifierType::of), from.text("source"), from.text("value"));
        return from.instantIfAny("verifiedAt").map(identifier::verified).orElse(identifier);
    }

    private static void writePoint(ContactPoint point, Written to) {
        to.text("channel", point.channel().code())
                .text("address", point.address())
                .choice("state", point.state());
    }

    private static ContactPoint readPoint(Members from) {
        return new ContactPoint(
                from.value("channel", Channel::of), from.text("address"), from.choice("state", DeliveryState.class));
    }

    private static void writeEntry(AddressEntry entry, Written to) {
        writeAddress(entry.address(), to);
        to.texts("uses", entry.uses().stream().map(AddressUse::code).sorted().toList());
    }

    private static AddressEntry readEntry(Members from) {
        return new AddressEntry(readAddress(from), new HashSet<>(from.values("uses", AddressUse::of)));
    }

    static void writeAddress(PostalAddress address, Written to) {
        to.texts("lines", address.lines())
                .text("postcode", address.postcode())
                .text("city", address.city())
                .text("region", address.region())
                .text("subdivision", address.subdivision())
                .text("country", address.country());
    }

    static PostalAddress readAddress(Members from) {
        PostalAddress.Builder builder = PostalAddress.builder();
        from.texts("lines").forEach(builder::line);
        builder.postcode(from.text("postcode")).city(from.text("city")).region(from.text("region"));
        from.textIfAny("subdivision").ifPresent(builder::subdivision);
        from.textIfAny("country").ifPresent(builder::country);
        return builder.build();
    }

    private static void writePreference(Preference preference, Written to) {
        to.text("name", preference.name())
                .texts("values", preference.values())
                .choice("kind", preference.kind())
                .text("source", preference.source())
                .instant("at", preference.at());
    }

    private static Preference readPreference(Members from) {
        return new Preference(
                from.text("name"),
                from.texts("values"),
                from.choice("kind", Preference.Kind.class),
                from.text("source"),
                from.instant("at"));
    }

    private static void writeAttributes(Map<String, AttributeValue> attributes, Written to) {
        attributes.forEach((name, value) -> to.object(name, value, CustomerJson::writeAttribute));
    }

    private static void writeAttribute(AttributeValue value, Written to) {
        to.choice("type", value.type());
        if (value instanceof AttributeValue.Items items) {
            to.objects("values", items.values(), CustomerJson::writeAttribute);
        } else if (value instanceof AttributeValue.Flag flag) {
            to.node.put("value", flag.value());
        } else {
            to.node.put("value", textOf(value));
        }
    }

    private static String textOf(AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            return text.value();
        } else if (value instanceof AttributeValue.Number number) {
            return MoneyText.of(number.value());
        } else if (value instanceof AttributeValue.Amount amount) {
            return MoneyText.of(amount.value());
        } else if (value instanceof AttributeValue.Date date) {
            return date.value().toString();
        } else if (value instanceof AttributeValue.Moment moment) {
            return moment.value().toString();
        }
        return ((AttributeValue.Choice) value).value();
    }

    private static AttributeValue readAttribute(Members from) {
        return switch (from.choice("type", AttributeType.class)) {
            case TEXT -> new AttributeValue.Text(from.text("value"));
            case NUMBER -> new AttributeValue.Number(from.<BigDecimal>value("value", MoneyText::decimal));
            case MONEY -> new AttributeValue.Amount(from.<Money>value("value", MoneyText::parse));
            case DATE -> new AttributeValue.Date(from.<LocalDate>value("value", LocalDate::parse));
            case INSTANT -> new AttributeValue.Moment(from.<Instant>value("value", Instant::parse));
            case BOOLEAN -> new AttributeValue.Flag(from.flag("value"));
            case ENUM -> new AttributeValue.Choice(from.text("value"));
            case LIST -> new AttributeValue.Items(from.objects("values", CustomerJson::readAttribute));
        };
    }
}
