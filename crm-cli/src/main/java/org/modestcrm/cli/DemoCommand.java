package org.modestcrm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.modestcrm.csv.ReadReport;
import org.modestcrm.exchange.ExchangeException;
import org.modestcrm.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does it all in one go: orders in, segments, confirmations, profile exchange, and a page that leads to them. */
@Command(
        name = "demo",
        description = "Orders in; segments, confirmation mails and an exchange file out, with a page to look at them.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OrdersOption orders = new OrdersOption();

    @Mixin
    private DemoMails mails = new DemoMails();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/demo",
            description = "The folder to write to; ${DEFAULT-VALUE} unless given.")
    private Path out = Path.of("target/demo");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DemoCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        mails.check();
        try {
            Files.createDirectories(out.resolve("exchange"));
            return run();
        } catch (IOException e) {
            throw CommandFailure.cannotReadOrWrite("--out: " + out + ": cannot be written to (" + e + ")");
        } catch (UncheckedIOException | ExchangeException e) {
            throw CommandFailure.cannotReadOrWrite("--out: " + e.getMessage());
        }
    }

    private int run() throws IOException {
        Progress progress = Progress.on(spec.commandLine().getErr());
        Demo demo = Demo.open(orders, clock, progress);
        progress.say("writing mails");
        DemoMails.Outcome written = mails.write(demo.crm(), orders.zone(), clock, out.resolve("mails"));
        progress.say("exchanging profiles");
        DemoExchange.Outcome exchanged = new DemoExchange(out.resolve("exchange"), clock)
                .exchange(demo.crm(), demo.sharedMembers(), demo.asOf());
        progress.clear();
        Path page = out.resolve("index.html");
        Files.writeString(page, demo.page(written, exchanged), StandardCharsets.UTF_8);
        print(page, demo, demo.figures(written, exchanged));
        return code(demo.lines(), written);
    }

    private void print(Path page, Demo demo, Map<String, Object> figures) {
        if (json) {
            spec.commandLine().getOut().println(JsonText.of(figures));
        } else {
            demo.lines(figures).forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().println("Open " + page.toAbsolutePath().normalize());
        }
    }

    private int code(ReadReport lines, DemoMails.Outcome written) {
        int read = CommandFailure.codeOf(lines, spec.commandLine().getErr());
        if (written.failed() == 0) {
            return read;
        }
        spec.commandLine()
                .getErr()
                .println("crm: " + written.failed() + " of " + written.written() + " mails not sent; the first: "
                        + written.reason().orElse("unknown"));
        return ExitCode.CANNOT_READ_OR_WRITE.number();
    }
}
