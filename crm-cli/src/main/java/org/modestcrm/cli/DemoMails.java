package org.modestcrm.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.modestcrm.Crm;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.email.Brand;
import org.modestcrm.email.OrderMails;
import org.modestcrm.email.PreviewFolder;
import org.modestcrm.email.SmtpTransport;
import org.modestcrm.order.Order;
import org.modestcrm.outbox.MailState;
import picocli.CommandLine.Option;

/** The confirmations of the newest orders, as files and, when a server is given, sent. */
final class DemoMails {
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--mails",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many confirmations of the newest orders; ${DEFAULT-VALUE} unless given.")
    private int count = 20;

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description = "Also send them, without encryption, to this mail server.")
    private String server = "";

    /** What became of the mails; why the first one could not be sent. */
    record Outcome(Path page, int written, int sent, int failed, Optional<String> reason) {
        Map<String, Integer> figures() {
            Map<String, Integer> figures = new LinkedHashMap<>();
            figures.put("written", written);
            figures.put("sent", sent);
            figures.put("failed", failed);
            return figures;
        }
    }

    static OrderMails.Builder mails(Clock clock, ZoneId zone) {
        return OrderMails.builder()
                .brand(Brand.builder("Demo shop", EmailAddress.of("help@shop.example"))
                        .legal("Demo shop, a shop that does not exist")
                        .build())
                .from(EmailAddress.of("orders@shop.example"))
                .defaultLocale(Locale.UK)
                .zone(zone)
                .clock(clock);
    }

    /** Tells of a wrong option before anything is done. */
    void check() {
        if (count < 0) {
            throw CommandFailure.wrongUse("--mails: " + count + " (expected: 0 or more)");
        }
        if (!server.isEmpty()) {
            smtp();
        }
    }

    Outcome write(Crm crm, ZoneId zone, Clock clock, Path folder) {
        List<Order> newest = newest(crm);
        OrderMails mails = mails(clock, zone).build();
        Path page = new PreviewFolder(folder)
                .write(newest.stream().map(mails::preview).toList());
        if (server.isEmpty()) {
            return new Outcome(page, newest.size(), 0, 0, Optional.empty());
        }
        OrderMails sending = mails(clock, zone).transport(smtp()).build();
        newest.forEach(sending::confirm);
        int sent = sending.deliver().sent();
        Optional<String> reason = newest.stream()
                .flatMap(order -> sending.status(order).stream())
                .filter(state -> !(state instanceof MailState.Sent))
                .map(MailState::toString)
                .findFirst();
        return new Outcome(page, newest.size(), sent, newest.size() - sent, reason);
    }

    private List<Order> newest(Crm crm) {
        try (Stream<Order> orders = crm.orders().orders()) {
            return orders.filter(order -> order.customer().isPresent())
                    .sorted(Comparator.comparing(Order::placedAt)
                            .thenComparing(order -> order.number().value())
                            .reversed())
                    .limit(count)
                    .map(MailAddresses::withAddress)
                    .toList();
        }
    }

    private SmtpTransport smtp() {
        int colon = server.lastIndexOf(':');
        String port = server.substring(colon + 1);
        boolean fits = colon > 0 && port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= MAX_PORT;
        if (!fits || Integer.parseInt(port) < 1) {
            throw CommandFailure.wrongUse("--smtp: \"" + server + "\" (expected: host:port, such as localhost:2525)");
        }
        return SmtpTransport.builder(server.substring(0, colon), Integer.parseInt(port))
                .security(SmtpTransport.Security.NONE)
                .build();
    }
}
