package org.modestcrm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.modestcrm.Crm;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchange.ExportReport;
import org.modestcrm.exchange.ImportResult;
import org.modestcrm.exchange.PairKey;
import org.modestcrm.exchange.ProfileExport;
import org.modestcrm.exchange.ProfileImport;
import org.modestcrm.exchange.ProfileTarget;
import org.modestcrm.exchangelog.InMemoryExchangeJournal;

/** Hands the profiles of one segment to a second site that keeps everything in memory, and reads its receipt. */
final class DemoExchange {
    private static final long SEED = 70;
    private static final int PERCENT_CONSENTING = 70;
    private static final String PARTNER = "garden-shop";

    private final Path folder;
    private final Clock clock;

    DemoExchange(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What went out and came in. */
    record Outcome(long profiles, long withheld, long accepted, long repeatAccepted) {
        Map<String, Long> figures() {
            Map<String, Long> figures = new LinkedHashMap<>();
            figures.put("profiles", profiles);
            figures.put("withheld", withheld);
            figures.put("accepted", accepted);
            figures.put("repeatAccepted", repeatAccepted);
            return figures;
        }
    }

    Path profiles() {
        return folder.resolve("profiles.xml");
    }

    Path receipt() {
        return folder.resolve("receipt.xml");
    }

    /** Seven of ten customers, always the same ones of the same shop, agree to partner sharing. */
    static void consents(Crm crm, Instant asOf) {
        SplittableRandom random = new SplittableRandom(SEED);
        Instant said = asOf.minus(Duration.ofDays(1));
        List<CustomerId> ids;
        try (Stream<Customer> customers = crm.customers().all()) {
            ids = customers
                    .map(Customer::id)
                    .sorted(Comparator.comparing(CustomerId::value))
                    .toList();
        }
        for (CustomerId id : ids) {
            boolean agrees = random.nextInt(100) < PERCENT_CONSENTING;
            crm.record(Consent.builder(id, Channel.WEB, Purpose.PARTNER_SHARING)
                    .status(agrees ? ConsentStatus.GRANTED : ConsentStatus.DENIED)
                    .at(said)
                    .method("form")
                    .build());
        }
    }

    Outcome exchange(Crm crm, List<CustomerId> members, Instant asOf) {
        ExportReport sent = export(crm).write(members.stream(), "demo-1", asOf, profiles());
        Crm second = Crm.inMemory(clock);
        ProfileImport imports = ProfileImport.builder(new InMemoryExchangeJournal(), ProfileTarget.into(second))
                .clock(clock)
                .build();
        ImportResult first = imports.takeUnsigned("demo-shop", profiles());
        write(first);
        ImportResult again = imports.takeUnsigned("demo-shop", profiles());
        return new Outcome(sent.written(), sent.withheld(), first.accepted(), again.accepted());
    }

    private void write(ImportResult result) {
        try {
            Files.writeString(receipt(), result.receipt().toXml(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(receipt() + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static ProfileExport export(Crm crm) {
        PairKey key = PairKey.of("demo", "a key for the demo, known to everybody".getBytes(StandardCharsets.UTF_8));
        return ProfileExport.builder(crm, new InMemoryExchangeJournal())
                .partner(PARTNER, key)
                .policy(PartnerSharing.POLICY)
                .build();
    }
}
