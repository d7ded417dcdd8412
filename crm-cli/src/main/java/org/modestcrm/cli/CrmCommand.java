package org.modestcrm.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.modestcrm.csv.CsvException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code crm} command.
 *
 * <p>Exit codes: 0 done, 1 finished with refused records, 2 wrong use, 3 cannot read or write.
 */
@Command(
        name = "crm",
        description = "Segments, order mails and profile exchange from the command line.",
        mixinStandardHelpOptions = true,
        version = "modest-ecrm 0.1.0-SNAPSHOT",
        subcommands = {DemoCommand.class, SegmentCommand.class, MailCommand.class, ExchangeCommand.class})
public final class CrmCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private CrmCommand() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the words after {@code crm}
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = run(Clock.systemUTC(), out, err, args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /**
     * Runs a command within this process.
     *
     * @param clock tells the time of what is recorded and sent
     * @param out takes results
     * @param err takes problems and progress
     * @param args the words after {@code crm}
     * @return the exit code
     */
    public static int run(Clock clock, PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new CrmCommand(), new CommandFactory(clock));
        command.setOut(out);
        command.setErr(err);
        command.setExecutionExceptionHandler((e, line, result) -> failed(e, line));
        int exitCode = command.execute(args);
        out.flush();
        err.flush();
        return exitCode;
    }

    private static int failed(Exception e, CommandLine line) throws Exception {
        if (e instanceof CommandFailure failure) {
            line.getErr().println("crm: " + failure.getMessage());
            return failure.exitCode().number();
        }
        if (e instanceof CsvException) {
            line.getErr().println("crm: " + e.getMessage());
            return ExitCode.CANNOT_READ_OR_WRITE.number();
        }
        throw e;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? (expected: demo, segment, mail or exchange)");
    }
}
