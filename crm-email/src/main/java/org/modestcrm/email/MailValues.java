package org.modestcrm.email;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderView;

/** The values a mail shows, formatted for its reader: templates see these and nothing else. All names are in every mail. */
final class MailValues {
    private static final int MAX_DESCRIPTION = 120;

    private final OrderMail mail;
    private final OrderView order;
    private final Brand brand;
    private final Words words;
    private final Formats formats;

    /** What a mail is made with: the shop's words and look, and how they are written. */
    record Setting(Brand brand, MailTexts texts, Formats formats, Function<OrderLine, Optional<URI>> pictures) {}

    /** The texts of one mail in one language. */
    record Words(MailTexts texts, Locale locale, Map<String, String> places) {
        String of(String key) {
            return texts.text(locale, key, places);
        }

        String first(String key, String otherwise) {
            return texts.first(locale, key, otherwise, places);
        }
    }

    private final Function<OrderLine, Optional<URI>> pictures;

    MailValues(OrderMail mail, Locale locale, Setting setting) {
        this.mail = mail;
        this.order = mail.order();
        this.brand = setting.brand();
        this.formats = setting.formats();
        this.pictures = setting.pictures();
        this.words = new Words(setting.texts(), locale, places());
    }

    private Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("shop", brand.name());
        places.put("name", order.buyerName().strip());
        places.put("order", order.number().value());
        places.put("day", formats.day(order.placedAt()));
        places.put("total", formats.money(mail.amount()));
        places.put("amount", formats.money(mail.amount()));
        List.of("carrier", "tracking", "place", "reference").forEach(name -> places.put(name, mail.text(name)));
        places.put("time", mail.receivedAt().map(formats::time).orElse(""));
        return places;
    }

    String subject() {
        return kindText("subject");
    }

    private String kindText(String key) {
        return words.of(mail.kind() + "." + key);
    }

    Map<String, Object> values(int maxLines) {
        Map<String, Object> values = new LinkedHashMap<>(words.places());
        values.putAll(LookValues.values(brand, words.locale()));
        values.put("kind", mail.kind().code());
        List.of("subject", "preheader", "title", "intro").forEach(key -> values.put(key, kindText(key)));
        values.put("greeting", words.of(order.buyerName().isBlank() ? "greeting.nobody" : "greeting"));
        values.put("facts", facts());
        values.put("button", button());
        values.put("help", words.of("help"));
        values.put("automatic", words.of("automatic"));
        putLines(values, maxLines);
        putAddresses(values);
        putNotices(values);
        return values;
    }

    private List<Map<String, Object>> facts() {
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(fact("number", order.number().value()));
        for (String name : List.of("reference", "carrier", "tracking", "place")) {
            if (!mail.text(name).isEmpty()) {
                facts.add(fact(name, mail.text(name)));
            }
        }
        mail.receivedAt().ifPresent(at -> facts.add(fact("received", formats.time(at))));
        if (facts.size() == 1) {
            facts.add(fact("day", formats.day(order.placedAt())));
            facts.add(fact("total", formats.money(mail.amount())));
        }
        return facts;
    }

    private Map<String, Object> fact(String name, String value) {
        return Map.of("label", words.of("label." + name), "value", value);
    }

    private List<Map<String, Object>> button() {
        String label = words.first(mail.kind() + ".button", "button");
        return mail.link()
                .map(link -> List.of(Map.<String, Object>of("label", label, "link", link.toString())))
                .orElse(List.of());
    }

    private void putLines(Map<String, Object> values, int max) {
        List<OrderLine> lines = mail.lines();
        values.put("hasLines", !lines.isEmpty());
        values.put("productLabel", words.of("column.product"));
        values.put("sumLabel", words.of("column.sum"));
        values.put("quantityLabel", words.of("column.quantity"));
        values.put("lines", lines.stream().limit(max).map(this::line).toList());
        values.put("more", more(lines.size() - max));
        values.put("sums", lines.equals(order.lines()) ? sums() : List.of());
        values.put("totalLabel", words.of("sum.total"));
        values.put("totalRow", TextRow.of(words.of("sum.total"), formats.money(mail.amount())));
    }

    private Map<String, Object> line(OrderLine line) {
        String quantity = formats.count(line.quantity());
        String price = formats.money(line.unitPrice());
        String sum = formats.money(line.total());
        return Map.of(
                "product",
                product(line),
                "quantity",
                quantity,
                "price",
                price,
                "sum",
                sum,
                "each",
                TextRow.of("    " + quantity + " × " + price, sum),
                "pictures",
                pictures.apply(line).map(MailValues::picture).orElse(List.of()));
    }

    private static List<Map<String, Object>> picture(URI link) {
        return List.of(Map.of("picture", WebLink.checked("picture", link).toString()));
    }

    private static String product(OrderLine line) {
        String description = line.description().strip();
        if (description.codePointCount(0, description.length()) > MAX_DESCRIPTION) {
            int end = description.offsetByCodePoints(0, MAX_DESCRIPTION);
            description = description.substring(0, end).strip() + "…";
        }
        return description.isEmpty() ? line.sku() : description;
    }

    private List<Map<String, Object>> more(int count) {
        if (count < 1) {
            return List.of();
        }
        Map<String, String> places = Map.of("count", formats.count(count));
        String key = "more." + PluralForm.of(count, words.locale());
        return List.of(Map.of("text", words.texts().first(words.locale(), key, "more.other", places)));
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

    private Map<String, Object> sum(String name, Money money) {
        String label = words.of("sum." + name);
        String value = formats.money(money);
        return Map.of("label", label, "value", value, "row", TextRow.of(label, value));
    }

    private void putAddresses(Map<String, Object> values) {
        List<Map<String, Object>> addresses = new ArrayList<>();
        order.shippingAddress().ifPresent(address -> addresses.add(address("address.shipping", address)));
        order.billingAddress()
                .filter(address ->
                        !order.shippingAddress().filter(address::equals).isPresent())
                .ifPresent(address -> addresses.add(address("address.billing", address)));
        values.put("hasAddresses", !addresses.isEmpty());
        values.put("addresses", addresses);
    }

    private Map<String, Object> address(String label, PostalAddress address) {
        List<String> lines = AddressLines.of(order.buyerName().strip(), address, words.locale());
        return Map.of("label", words.of(label), "address", LookValues.lines(lines));
    }

    private void putNotices(Map<String, Object> values) {
        String withdrawal = brand.withdrawalNotice(words.locale());
        values.put(
                "notices",
                withdrawal.isEmpty()
                        ? List.of()
                        : List.of(Map.of("heading", words.of("legal.withdrawal"), "text", withdrawal)));
        values.put(
                "terms",
                brand.terms()
                        .map(page -> List.of(Map.of("label", words.of("legal.terms"), "link", page.toString())))
                        .orElse(List.of()));
    }
}
