package org.modestcrm.segment;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
            .label("placed", "date", "la date")
            .label("status", "status", "le statut")
            .label("total", "total", "le total")
            .label("subtotal", "subtotal", "le sous-total")
            .label("discount", "discount", "la remise")
            .label("shipping", "shipping", "les frais de port")
            .label("tax", "tax", "les taxes")
            .label("currency", "currency", "la devise")
            .label("channel", "channel", "le canal")
            .label("pieces", "number of pieces", "le nombre de pièces")
            .label("number", "number", "le numéro")
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
            .label("sku", "product", "le produit")
            .label("description", "description", "la description")
            .label("quantity", "quantity", "la quantité")
            .label("unitPrice", "unit price", "le prix unitaire")
            .label("total", "total", "le total")
            .label("placed", "date", "la date")
            .label("status", "status", "le statut")
            .build();

    private static final FactCatalogue<Refund> REFUNDS = FactCatalogue.builder(Refund.class)
            .text("number", refund -> refund.number().toString())
            .instant("at", Refund::at)
            .money("amount", Refund::amount)
            .choice("reason", RefundReason.class, Refund::reason)
            .datedBy("at")
            .label("number", "number", "le numéro")
            .label("at", "date", "la date")
            .label("amount", "amount", "le montant")
            .label("reason", "reason", "le motif")
            .build();

    private static final FactCatalogue<Interaction> INTERACTIONS = FactCatalogue.builder(Interaction.class)
            .instant("at", Interaction::at)
            .text("channel", interaction -> interaction.channel().code())
            .choice("direction", Direction.class, Interaction::direction)
            .text("type", Interaction::type)
            .text("topic", interaction -> known(interaction.topic()))
            .datedBy("at")
            .label("at", "date", "la date")
            .label("channel", "channel", "le canal")
            .label("direction", "direction", "le sens")
            .label("type", "type", "le type")
            .label("topic", "topic", "le sujet")
            .build();

    static final FactCatalogue<CustomerHistory> CATALOGUE = FactCatalogue.builder(CustomerHistory.class)
            .text("id", history -> history.customer().id().value())
            .text("country", history -> history.customer().country().orElse(null))
            .text("city", history -> inAddress(history, PostalAddress::city))
            .text("postcode", history -> inAddress(history, PostalAddress::postcode))
            .text("region", history -> inAddress(history, PostalAddress::region))
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
            .key(history -> history.customer().id().value())
            .label("id", "id", "l'identifiant")
            .label("country", "country", "le pays")
            .label("city", "city", "la ville")
            .label("postcode", "postcode", "le code postal")
            .label("region", "region", "la région")
            .label("language", "language", "la langue")
            .label("zone", "time zone", "le fuseau horaire")
            .label("emailDomain", "e-mail domain", "le domaine e-mail")
            .label("birthday", "birthday", "la date de naissance")
            .label("orders", "orders", "les commandes")
            .label("lines", "order lines", "les lignes de commande")
            .label("refunds", "refunds", "les remboursements")
            .label("interactions", "contacts", "les contacts")
            .build();

    private CustomerFacts() {}

    private static @Nullable String inAddress(CustomerHistory history, Function<PostalAddress, String> part) {
        List<PostalAddress> addresses = history.customer().addresses();
        return addresses.isEmpty() ? null : known(part.apply(addresses.get(0)));
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
