package org.modestcrm.email;

import java.io.Writer;

/** Holds what a template makes, as long as it is no more than any mail needs. */
final class LimitedWriter extends Writer {
    static final int MAX_CHARACTERS = 1_000_000;

    private final StringBuilder text = new StringBuilder(8_192);
    private final String template;

    LimitedWriter(String template) {
        this.template = template;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        if (text.length() + length > MAX_CHARACTERS) {
            throw new IllegalStateException(
                    "template " + template + " makes more than " + MAX_CHARACTERS + " characters (expected: a mail)");
        }
        text.append(buffer, offset, length);
    }

    @Override
    public void flush() {
        // nothing waits elsewhere
    }

    @Override
    public void close() {
        // nothing is held open
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
