package org.modestcrm.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.modestcrm.Crm;
import org.modestcrm.csv.ReadReport;
import org.modestcrm.email.OrderMails;
import org.modestcrm.email.PreviewFolder;
import org.modestcrm.email.RenderedMail;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Mails of an order file. */
@Command(name = "mail", description = "Order mails of an order file.", mixinStandardHelpOptions = true)
final class MailCommand implements Runnable {
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MailCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "mail what? (expected: preview)");
    }

    @Command(
            name = "preview",
            description = "Write the confirmation of an order as .eml, .html and .txt.",
            mixinStandardHelpOptions = true)
    int preview(
            @Mixin OrdersOption orders,
            @Option(names = "--order", paramLabel = "NO", required = true, description = "The number of the order.")
                    String number,
            @Option(names = "--locale", paramLabel = "L", defaultValue = "en", description = "Language, such as fr.")
                    String locale,
            @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write to.")
                    Path out) {
        Crm crm = Crm.inMemory(clock);
        ReadReport report = orders.readInto(crm, Progress.on(spec.commandLine().getErr()));
        Order order = crm.orders()
                .find(OrderNumber.of(number))
                .orElseThrow(() -> CommandFailure.wrongUse(
                        "--order: there is no order " + number + " in the file (expected: one that is)"));
        OrderMails mails = DemoMails.mails(clock, orders.zone()).build();
        RenderedMail mail = mails.preview(MailAddresses.withAddress(order).toBuilder()
                .locale(language(locale))
                .build());
        Path page = write(out, mail);
        spec.commandLine().getOut().println(page);
        return CommandFailure.codeOf(report, spec.commandLine().getErr());
    }

    private static Path write(Path folder, RenderedMail mail) {
        try {
            return new PreviewFolder(folder).write(List.of(mail));
        } catch (UncheckedIOException e) {
            throw CommandFailure.cannotReadOrWrite("--out: " + e.getMessage());
        }
    }

    private static Locale language(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw CommandFailure.wrongUse("--locale: \"" + tag + "\" is no language (expected: such as en or fr-BE)");
        }
    }
}
