package org.modestcrm.segment;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;

/** The facts of our own model; docs/facts.md lists them. */
final class CustomerFacts {
    /** A line with the order it belongs to. */
    private record LineOfOrder(Order order, OrderLine line) {}

    private static final FactCatalogue<Order> ORDERS = FactCatalogue.builder(Order.class)
            .text("number", order -> order.number().toString())
            .instant("placed", Order::placedAt)
            .choice("status", OrderStatus.class, Order::status)
            .money("total", Order::total)
            .money("subtotal", Order::subtotal)
            .money("discount", Order::discount)
            .money("shipping", Order::shipping)
            .money("tax", Order::tax)
            .text("currency", order -> order.currency().getCurrencyCode())
            .text("channel", order -> code(order.channel().orElse(null)))
            .number("pieces", CustomerFacts::pieces)
            .datedBy("placed")
            .label("placed", "date", "date")
            .label("status", "status", "statut")
            .label("total", "total", "total")
            .label("subtotal", "subtotal", "sous-total")
            .label("discount", "discount", "remise")
            .label("shipping", "shipping", "frais de port")
            .label("tax", "tax", "taxes")
            .label("currency", "currency", "devise")
            .label("channel", "channel", "canal")
            .label("pieces", "number of pieces", "nombre de pièces")
            .label("number", "number", "numéro")
            .build();

    private static final FactCatalogue<LineOfOrder> LINES = FactCatalogue.builder(LineOfOrder.class)
            .text("sku", line -> line.line().sku())
            .text("description", line -> line.line().description())
            .number("quantity", line -> line.line().quantity())
            .money("unitPrice", line -> line.line().unitPrice())
            .money("total", line -> line.line().total())
            .instant("placed", line -> line.order().placedAt())
            .choice("status", OrderStatus.class, line -> line.order().status())
            .datedBy("placed")
            .label("sku", "product", "produit")
            .label("description", "description", "description")
            .label("quantity", "quantity", "quantité")
            .label("unitPrice", "unit price", "prix unitaire")
            .label("total", "total", "total")
            .label("placed", "date", "date")
            .label("status", "status", "statut")
            .build();

    private static final FactCatalogue<Refund> REFUNDS = FactCatalogue.builder(Refund.class)
            .text("number", refund -> refund.number().toString())
            .instant("at", Refund::at)
            .money("amount", Refund::amount)
            .choice("reason", RefundReason.class, Refund::reason)
            .datedBy("at")
            .label("at", "date", "date")
            .label("amount", "amount", "montant")
            .label("reason", "reason", "motif")
            .build();

    private static final FactCatalogue<Interaction> INTERACTIONS = FactCatalogue.builder(Interaction.class)
            .instant("at", Interaction::at)
            .text("channel", interaction -> interaction.channel().code())
            .choice("direction", Direction.class, Interaction::direction)
            .text("type", Interaction::type)
            .text("topic", interaction -> known(interaction.topic()))
            .datedBy("at")
            .label("at", "date", "date")
            .label("direction", "direction", "sens")
            .label("type", "type", "type")
            .label("topic", "topic", "sujet")
            .build();

    static final FactCatalogue<CustomerHistory> CATALOGUE = FactCatalogue.builder(CustomerHistory.class)
            .text("id", history -> history.customer().id().value())
            .text("country", history -> history.customer().country().orElse(null))
            .text("city", history -> known(address(history).city()))
            .text("postcode", history -> known(address(history).postcode()))
            .text("region", history -> known(address(history).region()))
            .text("language", CustomerFacts::language)
            .text(
                    "zone",
                    history -> history.customer().zone().map(Object::toString).orElse(null))
            .text(
                    "emailDomain",
                    history -> history.customer()
                            .email()
                            .map(CustomerFacts::domain)
                            .orElse(null))
            .birthday("birthday", history -> history.customer().birthDate().orElse(null))
            .collection("orders", ORDERS, CustomerHistory::orders)
            .collection("lines", LINES, CustomerFacts::lines)
            .collection("refunds", REFUNDS, CustomerHistory::refunds)
            .collection("interactions", INTERACTIONS, CustomerHistory::interactions)
            .consents(CustomerHistory::consents)
            .label("country", "country", "pays")
            .label("city", "city", "ville")
            .label("postcode", "postcode", "code postal")
            .label("region", "region", "région")
            .label("language", "language", "langue")
            .label("zone", "time zone", "fuseau horaire")
            .label("emailDomain", "e-mail domain", "domaine e-mail")
            .label("birthday", "birthday", "date de naissance")
            .label("orders", "orders", "commandes")
            .label("lines", "order lines", "lignes de commande")
            .label("refunds", "refunds", "remboursements")
            .label("interactions", "contacts", "contacts")
            .build();

    private static final PostalAddress NOWHERE = PostalAddress.builder().build();

    private CustomerFacts() {}

    private static PostalAddress address(CustomerHistory history) {
        return history.customer().addresses().stream().findFirst().orElse(NOWHERE);
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String code(@Nullable Channel channel) {
        return channel == null ? null : channel.code();
    }

    private static @Nullable String language(CustomerHistory history) {
        return history.customer().language().map(Locale::getLanguage).orElse(null);
    }

    private static String domain(EmailAddress email) {
        return email.value().substring(email.value().lastIndexOf('@') + 1);
    }

    private static long pieces(Order order) {
        return order.lines().stream().mapToLong(OrderLine::quantity).sum();
    }

    private static List<LineOfOrder> lines(CustomerHistory history) {
        return history.orders().stream()
                .flatMap(order -> order.lines().stream().map(line -> new LineOfOrder(order, line)))
                .toList();
    }
}
