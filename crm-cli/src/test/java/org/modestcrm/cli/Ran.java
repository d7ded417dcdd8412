package org.modestcrm.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** A command that ran within this process: its exit code and what it printed. */
record Ran(int code, String out, String err) {
    static Ran crm(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
        String[] args = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        int code = CrmCommand.run(clock, new PrintWriter(out), new PrintWriter(err), args);
        return new Ran(code, out.toString(), err.toString());
    }
}
