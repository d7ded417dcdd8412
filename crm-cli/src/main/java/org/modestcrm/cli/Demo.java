package org.modestcrm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.modestcrm.Crm;
import org.modestcrm.csv.ReadReport;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.json.RulesFile;
import org.modestcrm.segment.CustomerHistory;
import org.modestcrm.segment.EvaluationContext;
import org.modestcrm.segment.Segment;
import org.modestcrm.segment.SegmentCount;
import org.modestcrm.segment.SegmentEvaluator;
import org.modestcrm.segment.Segments;

/** A shop with its orders read, its customers sorted into segments, and what is told of it. */
final class Demo {
    private static final long SEED = 2026;
    private static final int CUSTOMERS = 5000;
    private static final String SHARED = "big-spenders";
    private static final String EXPLAINED = "big-spenders-at-risk";

    private final Crm crm;
    private final ReadReport lines;
    private final Instant asOf;
    private final Segments<CustomerHistory> segments;
    private final SegmentEvaluator<CustomerHistory> evaluator;
    private final Map<String, SegmentCount> counts;
    private final DemoFigures shop;

    private Demo(Crm crm, ReadReport lines, OrdersOption orders) {
        this.crm = crm;
        this.lines = lines;
        this.asOf = orders.asOf(crm);
        DemoExchange.consents(crm, asOf);
        this.segments =
                Segments.of(CustomerHistory.facts(), rules(orders.currency().getCurrencyCode()));
        this.evaluator = segments.at(EvaluationContext.at(asOf, orders.zone()));
        try (Stream<CustomerHistory> customers = crm.histories()) {
            this.counts = evaluator.count(customers);
        }
        this.shop = DemoFigures.of(crm, orders.currency());
    }

    static Demo open(OrdersOption orders, Clock clock, Progress progress) {
        Crm crm = Crm.inMemory(clock);
        ReadReport lines = orders.isGiven()
                ? orders.readInto(crm, progress)
                : new DemoShop(SEED, orders.currency(), crm).open(CUSTOMERS);
        progress.say("sorting customers into segments");
        return new Demo(crm, lines, orders);
    }

    private static List<Segment> rules(String currency) {
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream("demo-segments.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return RulesFile.standard().parse(text.replace("CURRENCY", currency));
        } catch (IOException e) {
            throw new UncheckedIOException("the segments of the demo cannot be read from the jar", e);
        }
    }

    Crm crm() {
        return crm;
    }

    ReadReport lines() {
        return lines;
    }

    Instant asOf() {
        return asOf;
    }

    /** The members of the segment whose profiles go to a partner, in the order of their ids. */
    List<CustomerId> sharedMembers() {
        return members(SHARED).map(history -> history.customer().id()).toList();
    }

    private Stream<CustomerHistory> members(String segment) {
        List<CustomerHistory> members;
        try (Stream<CustomerHistory> customers = crm.histories()) {
            members = customers
                    .filter(customer -> evaluator.isIn(segment, customer))
                    .toList();
        }
        return members.stream()
                .sorted(Comparator.comparing(history -> history.customer().id().value()));
    }

    Map<String, Object> figures(DemoMails.Outcome mails, DemoExchange.Outcome exchange) {
        Map<String, Long> read = new LinkedHashMap<>();
        read.put("read", lines.read());
        read.put("used", lines.used());
        read.put("anonymous", lines.anonymous());
        read.put("refused", lines.refused());
        Map<String, Long> members = new LinkedHashMap<>();
        counts.forEach((id, count) -> members.put(id, count.in()));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("lines", read);
        all.put("customers", shop.customers());
        all.put("orders", shop.orders());
        all.put("refunds", shop.refunds());
        all.put("revenue", shop.revenue().amount().toPlainString());
        all.put("currency", shop.revenue().currency().getCurrencyCode());
        all.put("segments", members);
        all.put("mails", mails.figures());
        all.put("exchange", exchange.figures());
        return all;
    }

    /** The figures for a person who reads them in a terminal. */
    List<String> lines(Map<String, Object> figures) {
        List<String> told = new ArrayList<>();
        figures.forEach((name, value) -> told.add(String.format(Locale.ROOT, "%-10s %s", name, plain(value))));
        return told;
    }

    private static String plain(Object value) {
        return value instanceof Map<?, ?> map
                ? map.toString().replaceAll("[{}]", "").replace("=", " ")
                : value.toString();
    }

    String page(DemoMails.Outcome mails, DemoExchange.Outcome exchange) {
        DemoPage page = new DemoPage("A shop and its customers", asOf);
        page.figures(shop);
        page.segments(bars(), shop.customers());
        members(EXPLAINED).findFirst().ifPresent(customer -> explain(customer, page));
        page.links(
                "Confirmation mails",
                List.of(new DemoPage.Link(
                        "mails/index.html",
                        mails.written() + " confirmations",
                        "of the newest orders, with previews")));
        page.links(
                "Profile exchange",
                List.of(
                        new DemoPage.Link(
                                "exchange/profiles.xml",
                                exchange.profiles() + " profiles",
                                "of members of \"" + SHARED + "\" who agreed; " + exchange.withheld() + " withheld"),
                        new DemoPage.Link(
                                "exchange/receipt.xml",
                                "the partner's receipt",
                                exchange.accepted() + " accepted; read again: " + exchange.repeatAccepted())));
        return page.finish();
    }

    private void explain(CustomerHistory customer, DemoPage page) {
        page.explanation(
                "Why customer " + customer.customer().id() + " is in \"" + EXPLAINED + "\"",
                List.of(
                        String.join("\n", evaluator.explain(EXPLAINED, customer).lines(Locale.ENGLISH)),
                        String.join("\n", evaluator.explain(EXPLAINED, customer).lines(Locale.FRENCH))));
    }

    private List<DemoPage.Bar> bars() {
        return segments.segments().stream()
                .map(segment -> new DemoPage.Bar(
                        segment.id(),
                        segment.name(Locale.ENGLISH),
                        segment.rule().text(),
                        Objects.requireNonNull(counts.get(segment.id())).in()))
                .toList();
    }
}
