package org.modestcrm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.modestcrm.Crm;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.csv.ReadReport;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchange.ExchangeException;
import org.modestcrm.exchange.ExportReport;
import org.modestcrm.exchange.PairKey;
import org.modestcrm.exchange.ProfileExport;
import org.modestcrm.exchangelog.InMemoryExchangeJournal;
import org.modestcrm.json.JsonText;
import org.modestcrm.segment.CustomerHistory;
import org.modestcrm.segment.EvaluationContext;
import org.modestcrm.segment.SegmentEvaluator;
import org.modestcrm.segment.Segments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the profiles of a segment's members who agreed to it. */
@Command(
        name = "write",
        description = "Write the profiles of those members of a segment who agreed to partner sharing.",
        mixinStandardHelpOptions = true)
final class ExchangeWriteCommand implements Callable<Integer> {
    private static final int MAX_CONSENT_BYTES = 64 << 20;

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OrdersOption orders = new OrdersOption();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(names = "--segment", paramLabel = "ID", required = true, description = "Whose profiles.")
    private String segment = "";

    @Option(
            names = "--consented",
            paramLabel = "FILE",
            required = true,
            description = "The ids of the customers who agreed, one a line; all others are withheld.")
    private Path consented = Path.of("");

    @Option(names = "--partner", paramLabel = "ID", required = true, description = "Who gets the file.")
    private String partner = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "32 random bytes or more, used for this partner only: they make the ids it sees.")
    private Path key = Path.of("");

    @Option(names = "--message", paramLabel = "ID", required = true, description = "A new id for this message.")
    private String message = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the file goes.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ExchangeWriteCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Segments<CustomerHistory> segments = rules.segments();
        PairKey pairKey = pairKey();
        Crm crm = Crm.inMemory(clock);
        ReadReport lines = orders.readInto(crm, Progress.on(spec.commandLine().getErr()));
        Instant asOf = orders.asOf(crm);
        recordConsents(crm, asOf);
        SegmentEvaluator<CustomerHistory> evaluator = segments.at(EvaluationContext.at(asOf, orders.zone()));
        ExportReport report = write(crm, evaluator, pairKey, asOf);
        tell(report);
        report.problems().forEach(spec.commandLine().getErr()::println);
        int read = CommandFailure.codeOf(lines, spec.commandLine().getErr());
        return report.problems().isEmpty() ? read : ExitCode.REFUSED_RECORDS.number();
    }

    private ExportReport write(Crm crm, SegmentEvaluator<CustomerHistory> evaluator, PairKey pairKey, Instant asOf) {
        ProfileExport export = ProfileExport.builder(crm, new InMemoryExchangeJournal())
                .partner(partner, pairKey)
                .policy(PartnerSharing.POLICY)
                .build();
        try (Stream<CustomerHistory> customers = crm.histories()) {
            Stream<CustomerId> members = customers
                    .filter(customer -> evaluator.isIn(segment, customer))
                    .map(customer -> customer.customer().id())
                    .sorted(Comparator.comparing(CustomerId::value));
            return export.write(members, message, asOf, out);
        } catch (ExchangeException e) {
            throw CommandFailure.cannotReadOrWrite("--out: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse(String.valueOf(e.getMessage()));
        }
    }

    private void recordConsents(Crm crm, Instant asOf) {
        new String(bytes("--consented", consented), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(id -> crm.record(Consent.builder(CustomerId.of(id), Channel.WEB, Purpose.PARTNER_SHARING)
                        .status(ConsentStatus.GRANTED)
                        .at(asOf)
                        .method("list")
                        .build()));
    }

    private PairKey pairKey() {
        try {
            return PairKey.of("k1", bytes("--key", key));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse("--key: " + e.getMessage());
        }
    }

    private static byte[] bytes(String option, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_CONSENT_BYTES);
        } catch (NoSuchFileException e) {
            throw CommandFailure.cannotReadOrWrite(option + ": " + file + ": there is no such file");
        } catch (IOException e) {
            throw CommandFailure.cannotReadOrWrite(option + ": " + file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private void tell(ExportReport report) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("written", report.written());
        figures.put("withheld", report.withheld());
        figures.put("problems", report.problems().size());
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? JsonText.of(figures)
                                : report.written() + " profiles written to " + out + ", " + report.withheld()
                                        + " withheld");
    }
}
