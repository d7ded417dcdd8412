package org.modestcrm.json;

import java.util.List;
import java.util.Locale;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.money.Money;
import org.modestcrm.order.Discount;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;
import org.modestcrm.order.StatusChange;
import org.modestcrm.order.Tax;

/** Orders and refunds in JSON. */
final class OrderJson {
    private OrderJson() {}

    static void write(Order order, Written to) {
        List<StatusChange> changes =
                order.statusHistory().subList(1, order.statusHistory().size());
        to.text("number", order.number().value())
                .text("currency", order.currency().getCurrencyCode())
                .number("revision", order.revision())
                .text("customer", order.customer().map(CustomerId::value))
                .instant("placedAt", order.placedAt())
                .objects("statusHistory", changes, OrderJson::writeChange)
                .objects("lines", order.lines(), OrderJson::writeLine)
                .objects("discounts", order.discounts(), OrderJson::writeDiscount)
                .text("shipping", MoneyText.of(order.shipping()))
                .objects("taxes", order.taxes(), OrderJson::writeTax)
                .text("channel", order.channel().map(Channel::code))
                .text("campaign", order.campaign())
                .text("referredBy", order.referredBy().map(PartnerId::value))
                .text("email", order.email().map(EmailAddress::value))
                .text("buyerName", order.buyerName())
                .text("locale", order.locale().map(Locale::toLanguageTag))
                .object("shippingAddress", order.shippingAddress(), CustomerJson::writeAddress)
                .object("billingAddress", order.billingAddress(), CustomerJson::writeAddress);
    }

    static Order read(Members from) {
        Order.Builder builder = Order.builder(
                        from.value("number", OrderNumber::of), from.value("currency", Money::currencyOf))
                .revision(from.count("revision"))
                .placedAt(from.instant("placedAt"))
                .shipping(from.value("shipping", MoneyText::parse))
                .buyerName(from.text("buyerName"));
        from.valueIfAny("customer", CustomerId::of).ifPresent(builder::customer);
        from.objects("statusHistory", OrderJson::readChange)
                .forEach(change -> builder.status(change.status(), change.at()));
        from.objects("lines", OrderJson::readLine).forEach(builder::line);
        from.objects("discounts", OrderJson::readDiscount).forEach(builder::discount);
        from.objects("taxes", OrderJson::readTax).forEach(builder::tax);
        from.valueIfAny("channel", Channel::of).ifPresent(builder::channel);
        from.textIfAny("campaign").ifPresent(builder::campaign);
        from.valueIfAny("referredBy", PartnerId::of).ifPresent(builder::referredBy);
        from.valueIfAny("email", EmailAddress::of).ifPresent(builder::email);
        from.valueIfAny("locale", Locale::forLanguageTag).ifPresent(builder::locale);
        from.objectIfAny("shippingAddress", CustomerJson::readAddress).ifPresent(builder::shippingAddress);
        from.objectIfAny("billingAddress", CustomerJson::readAddress).ifPresent(builder::billingAddress);
        return builder.build();
    }

    static void writeRefund(Refund refund, Written to) {
        to.text("number", refund.number().value())
                .text("order", refund.order().map(OrderNumber::value))
                .text("customer", refund.customer().map(CustomerId::value))
                .instant("at", refund.at())
                .choice("reason", refund.reason())
                .objects("lines", refund.lines(), OrderJson::writeLine)
                .text("amount", MoneyText.of(refund.amount()));
    }

    static Refund readRefund(Members from) {
        Money amount = from.value("amount", MoneyText::parse);
        Refund.Builder builder = Refund.builder(from.value("number", OrderNumber::of), amount.currency())
                .at(from.instant("at"))
                .reason(from.choice("reason", RefundReason.class))
                .amount(amount);
        from.valueIfAny("order", OrderNumber::of).ifPresent(builder::of);
        from.valueIfAny("customer", CustomerId::of).ifPresent(builder::customer);
        from.objects("lines", OrderJson::readLine).forEach(builder::line);
        return builder.build();
    }

    private static void writeChange(StatusChange change, Written to) {
        to.choice("status", change.status()).instant("at", change.at());
    }

    private static StatusChange readChange(Members from) {
        return new StatusChange(from.choice("status", OrderStatus.class), from.instant("at"));
    }

    private static void writeLine(OrderLine line, Written to) {
        to.text("sku", line.sku())
                .text("description", line.description())
                .number("quantity", line.quantity())
                .text("unitPrice", MoneyText.of(line.unitPrice()));
    }

    private static OrderLine readLine(Members from) {
        return new OrderLine(
                from.text("sku"),
                from.text("description"),
                from.count("quantity"),
                from.value("unitPrice", MoneyText::parse));
    }

    private static void writeDiscount(Discount discount, Written to) {
        to.text("code", discount.code()).text("amount", MoneyText.of(discount.amount()));
    }

    private static Discount readDiscount(Members from) {
        return new Discount(from.text("code"), from.value("amount", MoneyText::parse));
    }

    private static void writeTax(Tax tax, Written to) {
        to.text("name", tax.name())
                .text("percent", tax.percent().toString())
                .text("amount", MoneyText.of(tax.amount()))
                .choice("mode", tax.mode());
    }

    private static Tax readTax(Members from) {
        return new Tax(
                from.text("name"),
                from.value("percent", MoneyText::decimal),
                from.value("amount", MoneyText::parse),
                from.choice("mode", Tax.Mode.class));
    }
}
