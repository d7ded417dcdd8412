package org.modestcrm.email;

import java.util.List;
import java.util.stream.Collectors;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderView;

/** The order in the words of schema.org, for mail programs that show it beside the mail. Holds what the mail shows, no more. */
final class JsonLd {
    private static final int MAX_OFFERS = 50;

    private JsonLd() {}

    /** The page with the markup at the end of its head. */
    static String into(String html, OrderMail mail, Brand brand) {
        return html.replace(
                "</head>", "<script type=\"application/ld+json\">" + of(mail, brand) + "</script>\n</head>");
    }

    private static String of(OrderMail mail, Brand brand) {
        if (mail.kind().equals(MailKind.SHIPPED)) {
            return "{\"@context\":\"http://schema.org\",\"@type\":\"ParcelDelivery\",\"carrier\":{\"@type\":\"Organization\","
                    + "\"name\":" + text(mail.text("carrier")) + "},\"trackingNumber\":" + text(mail.text("tracking"))
                    + mail.link()
                            .map(link -> ",\"trackingUrl\":" + text(link.toString()))
                            .orElse("")
                    + ",\"partOfOrder\":" + order(mail, brand) + "}";
        }
        return "{\"@context\":\"http://schema.org\"," + order(mail, brand).substring(1);
    }

    private static String order(OrderMail mail, Brand brand) {
        OrderView order = mail.order();
        return "{\"@type\":\"Order\",\"merchant\":{\"@type\":\"Organization\",\"name\":" + text(brand.name())
                + "},\"orderNumber\":" + text(order.number().value()) + ",\"orderStatus\":\"http://schema.org/"
                + status(mail.kind()) + "\",\"orderDate\":"
                + text(order.placedAt().toString()) + ",\"priceCurrency\":"
                + text(order.currency().getCurrencyCode()) + ",\"price\":"
                + text(order.total().amount().toPlainString()) + ",\"acceptedOffer\":[" + offers(order.lines()) + "]}";
    }

    private static String status(MailKind kind) {
        return kind.equals(MailKind.ORDER_CANCELLED)
                ? "OrderCancelled"
                : kind.equals(MailKind.SHIPPED)
                        ? "OrderInTransit"
                        : kind.equals(MailKind.DELIVERED) ? "OrderDelivered" : "OrderProcessing";
    }

    private static String offers(List<OrderLine> lines) {
        return lines.stream().limit(MAX_OFFERS).map(JsonLd::offer).collect(Collectors.joining(","));
    }

    private static String offer(OrderLine line) {
        String name = line.description().isBlank() ? line.sku() : line.description();
        return "{\"@type\":\"Offer\",\"itemOffered\":{\"@type\":\"Product\",\"name\":" + text(name) + ",\"sku\":"
                + text(line.sku()) + "},\"price\":"
                + text(line.unitPrice().amount().toPlainString())
                + ",\"priceCurrency\":" + text(line.unitPrice().currency().getCurrencyCode())
                + ",\"eligibleQuantity\":{\"@type\":\"QuantitativeValue\",\"value\":" + line.quantity() + "}}";
    }

    /** Nothing in it can end the script or begin another element. */
    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
