package org.modestcrm.email;

import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderView;

/** The values a confirmation shows, formatted for its reader: templates see these and nothing else. */
final class ConfirmationData {
    /** A line takes about 700 bytes of HTML; with these the mail stays well under 100,000. */
    private static final int MAX_LINES = 100;

    private static final int MAX_DESCRIPTION = 120;

    private static final Colour DARK_CARD = new Colour(0x1d, 0x23, 0x2a);

    /** On dark ground a colour that is just readable looks dull. */
    private static final double VIVID = 6.5;

    private final OrderView order;
    private final Brand brand;
    private final Locale locale;
    private final Messages messages;
    private final ZoneId zone;

    ConfirmationData(OrderView order, Brand brand, Locale locale, ZoneId zone) {
        this.order = order;
        this.brand = brand;
        this.locale = locale;
        this.messages = Messages.of(locale);
        this.zone = zone;
    }

    String subject() {
        return messages.text("subject", brand.name(), order.number().value());
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        String number = order.number().value();
        values.put("lang", locale.toLanguageTag());
        values.put("shop", brand.name());
        values.put("support", brand.support().value());
        values.putAll(look());
        values.put("subject", subject());
        values.put("preheader", messages.text("preheader", day(), money(order.total())));
        values.put("title", messages.text("title"));
        values.put("greeting", greeting());
        values.put("intro", messages.text("intro", number, day()));
        values.put("facts", facts());
        values.put("productLabel", messages.text("product"));
        values.put("sumLabel", messages.text("sum"));
        values.put(
                "lines", order.lines().stream().limit(MAX_LINES).map(this::line).toList());
        values.put("more", more());
        values.put("sums", sums());
        values.put("totalLabel", messages.text("total"));
        values.put("total", money(order.total()));
        values.put("totalRow", TextRow.of(messages.text("total"), money(order.total())));
        List<Map<String, Object>> addresses = addresses();
        values.put("hasAddresses", !addresses.isEmpty());
        values.put("addresses", addresses);
        values.put("help", messages.text("help"));
        values.put("legal", lines(brand.legal()));
        values.put("automatic", messages.text("automatic", brand.name()));
        return values;
    }

    private Map<String, Object> look() {
        return Map.of(
                "dir", "ltr",
                "start", "left",
                "end", "right",
                "accent", brand.accent(),
                "accentDark",
                        Colour.parse("accent", brand.accent())
                                .readableOn(DARK_CARD, VIVID)
                                .toString());
    }

    private List<Map<String, Object>> facts() {
        return List.of(
                fact("numberLabel", order.number().value()),
                fact("dayLabel", day()),
                fact("total", money(order.total())));
    }

    private Map<String, Object> fact(String label, String value) {
        return Map.of("label", messages.text(label), "value", value);
    }

    private String greeting() {
        String name = order.buyerName().strip();
        return name.isEmpty() ? messages.text("greeting.nobody") : messages.text("greeting", name);
    }

    private String day() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(order.placedAt().atZone(zone));
    }

    private Map<String, Object> line(OrderLine line) {
        String description = line.description().strip();
        if (description.length() > MAX_DESCRIPTION) {
            description = description.substring(0, MAX_DESCRIPTION).strip() + "…";
        }
        String quantity = NumberFormat.getIntegerInstance(locale).format(line.quantity());
        String price = money(line.unitPrice());
        String sum = money(line.total());
        return Map.of(
                "product", description.isEmpty() ? line.sku() : description,
                "quantity", quantity,
                "price", price,
                "sum", sum,
                "each", TextRow.of("    " + quantity + " × " + price, sum));
    }

    private List<Map<String, Object>> more() {
        int more = order.lines().size() - MAX_LINES;
        if (more < 1) {
            return List.of();
        }
        String count = NumberFormat.getIntegerInstance(locale).format(more);
        return List.of(Map.of("more", more == 1 ? messages.text("more.one") : messages.text("more.many", count)));
    }

    private List<Map<String, Object>> sums() {
        List<Map<String, Object>> sums = new ArrayList<>();
        if (!order.subtotal().equals(order.total())) {
            sums.add(sum("subtotal", order.subtotal()));
        }
        if (!order.discount().isZero()) {
            sums.add(sum("discount", order.discount().negated()));
        }
        if (!order.shipping().isZero()) {
            sums.add(sum("shipping", order.shipping()));
        }
        if (!order.tax().isZero()) {
            sums.add(sum("tax", order.tax()));
        }
        return sums;
    }

    private Map<String, Object> sum(String label, Money value) {
        String name = messages.text(label);
        return Map.of("label", name, "value", money(value), "row", TextRow.of(name, money(value)));
    }

    private List<Map<String, Object>> addresses() {
        List<Map<String, Object>> addresses = new ArrayList<>();
        order.shippingAddress().ifPresent(address -> addresses.add(address("shipTo", address)));
        order.billingAddress()
                .filter(address ->
                        !order.shippingAddress().filter(address::equals).isPresent())
                .ifPresent(address -> addresses.add(address("billTo", address)));
        return addresses;
    }

    private Map<String, Object> address(String label, PostalAddress address) {
        List<String> lines = new ArrayList<>();
        if (!order.buyerName().isBlank()) {
            lines.add(order.buyerName().strip());
        }
        lines.addAll(address.lines());
        String place = (address.postcode() + " " + address.city()).strip();
        Stream.of(place, address.region()).filter(line -> !line.isEmpty()).forEach(lines::add);
        address.country()
                .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(locale))
                .ifPresent(lines::add);
        return Map.of("label", messages.text(label), "address", lines(lines));
    }

    private static List<Map<String, Object>> lines(List<String> lines) {
        return lines.stream().map(line -> Map.<String, Object>of("line", line)).toList();
    }

    /** With the decimals of the currency, and more where the price has more: 2.955 pounds stay 2.955. */
    private String money(Money money) {
        Currency currency = money.currency();
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int usual = Math.max(0, currency.getDefaultFractionDigits());
        int needed = money.amount().stripTrailingZeros().scale();
        format.setMinimumFractionDigits(usual);
        format.setMaximumFractionDigits(Math.max(usual, needed));
        return format.format(money.amount());
    }
}
