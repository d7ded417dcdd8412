package org.modestcrm.cli;

import java.io.PrintWriter;
import org.modestcrm.csv.ReadReport;

/** Ends a command with a sentence for the user and an exit code for the shell. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MAX_SHOWN = 20;

    private final ExitCode exitCode;

    private CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandFailure wrongUse(String message) {
        return new CommandFailure(ExitCode.WRONG_USE, message);
    }

    static CommandFailure cannotReadOrWrite(String message) {
        return new CommandFailure(ExitCode.CANNOT_READ_OR_WRITE, message);
    }

    /** The exit code of a command that read a file; says on the way what was refused. */
    static int codeOf(ReadReport report, PrintWriter err) {
        if (report.refused() == 0) {
            return ExitCode.DONE.number();
        }
        err.println("crm: " + report.refused() + " of " + report.read() + " lines refused:");
        report.problems().stream().limit(MAX_SHOWN).forEach(problem -> err.println("  " + problem));
        if (report.refused() > MAX_SHOWN) {
            err.println("  ...");
        }
        return ExitCode.REFUSED_RECORDS.number();
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
