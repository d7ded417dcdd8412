package org.modestcrm.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.modestcrm.Crm;
import org.modestcrm.exchange.ExchangeException;
import org.modestcrm.exchange.ExchangeProblem;
import org.modestcrm.exchange.ImportResult;
import org.modestcrm.exchange.Place;
import org.modestcrm.exchange.ProfileImport;
import org.modestcrm.exchange.ProfileReader;
import org.modestcrm.exchange.ProfileTarget;
import org.modestcrm.exchange.ReadReport;
import org.modestcrm.exchange.Receipt;
import org.modestcrm.exchange.RecordSink;
import org.modestcrm.exchangelog.InMemoryExchangeJournal;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Tombstone;
import org.modestcrm.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Profile exchange with a partner site. */
@Command(
        name = "exchange",
        description = "Writes, checks and reads files of customer profiles.",
        mixinStandardHelpOptions = true,
        subcommands = ExchangeWriteCommand.class)
final class ExchangeCommand implements Runnable {
    private static final RecordSink NOWHERE = new RecordSink() {
        @Override
        public void profile(Profile profile, Place place) {}

        @Override
        public void gone(Tombstone tombstone, Place place) {}
    };

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExchangeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "exchange what? (expected: write, validate or read)");
    }

    @Command(
            name = "validate",
            description = "Check files of profiles against format, limits and rules.",
            mixinStandardHelpOptions = true)
    int validate(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "records documents, plain or gzipped.")
                    List<Path> files,
            @Option(names = "--json", description = "Print one JSON object a file.") boolean json) {
        boolean allValid = true;
        for (Path file : files) {
            ReadReport report = reading(() -> ProfileReader.standard().read(file, NOWHERE));
            allValid &= report.isValid();
            String summary = report.counts().profiles() + " profiles, "
                    + report.counts().gone() + " tombstones, " + report.counts().refused() + " refused";
            tell(file, report.isValid(), report.problems(), json, summary);
        }
        return allValid ? ExitCode.DONE.number() : ExitCode.REFUSED_RECORDS.number();
    }

    @Command(
            name = "read",
            description = "Take a file of profiles into an empty site and write its receipt.",
            mixinStandardHelpOptions = true)
    int read(
            @Parameters(paramLabel = "FILE", description = "A records document, plain or gzipped.") Path file,
            @Option(
                            names = "--unsigned",
                            description = "Take a file that nobody signed: you vouch for where it comes from.")
                    boolean unsigned,
            @Option(names = "--receipt", paramLabel = "FILE", description = "Where the receipt goes.") @Nullable Path receipt,
            @Option(names = "--json", description = "Print one JSON object.") boolean json) {
        if (!unsigned) {
            throw CommandFailure.wrongUse(
                    file + ": is not signed (expected: --unsigned, by which you vouch for where it comes from)");
        }
        ImportResult result = reading(
                () -> ProfileImport.builder(new InMemoryExchangeJournal(), ProfileTarget.into(Crm.inMemory(clock)))
                        .clock(clock)
                        .build()
                        .takeUnsigned("partner", file));
        write(receipt, result.receipt());
        Receipt.Counts counts = result.receipt().counts();
        List<ExchangeProblem> problems = result.receipt().problems();
        boolean valid = problems.isEmpty();
        String summary = counts.accepted() + " accepted, " + counts.unchanged() + " unchanged, " + counts.refused()
                + " refused, " + counts.gone() + " gone";
        tell(file, valid, problems, json, summary);
        return valid ? ExitCode.DONE.number() : ExitCode.REFUSED_RECORDS.number();
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (ExchangeException e) {
            throw CommandFailure.cannotReadOrWrite(String.valueOf(e.getMessage()));
        }
    }

    private static void write(@Nullable Path file, Receipt receipt) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, receipt.toXml(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.cannotReadOrWrite("--receipt: " + file + ": cannot be written (" + e + ")");
        }
    }

    private void tell(Path file, boolean valid, List<ExchangeProblem> problems, boolean json, String summary) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", file.toString());
            line.put("valid", valid);
            line.put("problems", rows(problems));
            out.println(JsonText.of(line));
        } else {
            out.println(file + ": " + summary);
            problems.forEach(problem -> out.println("  " + problem));
        }
    }

    private static List<Map<String, Object>> rows(List<ExchangeProblem> problems) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ExchangeProblem problem : problems) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("code", problem.code().toString());
            row.put("line", problem.place().line());
            row.put("column", problem.place().column());
            row.put("record", problem.place().record());
            rows.add(row);
        }
        return rows;
    }
}
