package org.modestcrm.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;

/** One line that tells how far a command is: on a terminal only, never into a pipe or a file. */
final class Progress {
    private final PrintWriter err;
    private final boolean shown;
    private int width;

    private Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    static Progress on(PrintWriter err) {
        return new Progress(err, isTerminal());
    }

    /** From JDK 22 on there may be a console without a terminal; it then tells so itself. */
    @SuppressWarnings("SystemConsoleNull") // both answers are looked at
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    void say(String what) {
        if (shown) {
            err.print("\r" + what + " ".repeat(Math.max(0, width - what.length())));
            err.flush();
            width = what.length();
        }
    }

    void clear() {
        if (shown && width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}
