package org.modestcrm.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes elements as UTF-8 bytes into a buffer that is flushed once a record is complete, so that one that cannot be
 * written leaves no trace. The same calls give the same bytes: LF at line ends, double quotes, no blank that was not asked
 * for. For one thread.
 */
final class XmlOut {
    private byte[] buffer = new byte[8192];
    private int length;
    private boolean open;

    XmlOut declaration() {
        return raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    XmlOut start(String element) {
        closeTag();
        raw("<").raw(element);
        open = true;
        return this;
    }

    XmlOut attribute(String name, String value) {
        raw(" ").raw(name).raw("=\"");
        escaped(value, true);
        return raw("\"");
    }

    XmlOut text(String value) {
        closeTag();
        escaped(value, false);
        return this;
    }

    XmlOut end(String element) {
        if (open) {
            open = false;
            raw("/>");
        } else {
            raw("</").raw(element).raw(">");
        }
        return raw("\n");
    }

    XmlOut line() {
        closeTag();
        return raw("\n");
    }

    /** An element with nothing but text. */
    XmlOut element(String name, String value) {
        return start(name).text(value).end(name);
    }

    XmlOut raw(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    private void closeTag() {
        if (open) {
            open = false;
            raw(">");
        }
    }

    private void escaped(String value, boolean attribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            reserve(8);
            if (c < 0x80) {
                ascii(c, i, attribute);
            } else if (c < 0x800) {
                buffer[length++] = (byte) (0xc0 | c >> 6);
                buffer[length++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c) && i + 1 < value.length() && isLow(value.charAt(i + 1))) {
                pair(Character.toCodePoint(c, value.charAt(++i)));
            } else if (Character.isSurrogate(c) || c >= 0xfffe || c == 0x202d || c == 0x202e) {
                throw illegal(c, i);
            } else {
                buffer[length++] = (byte) (0xe0 | c >> 12);
                buffer[length++] = (byte) (0x80 | c >> 6 & 0x3f);
                buffer[length++] = (byte) (0x80 | c & 0x3f);
            }
        }
    }

    private static boolean isLow(char c) {
        return Character.isLowSurrogate(c);
    }

    private void ascii(char c, int at, boolean attribute) {
        switch (c) {
            case '&' -> raw("&amp;");
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            case '"' -> raw(attribute ? "&quot;" : "\"");
            default -> {
                if (c < ' ' || c == 0x7f) {
                    throw illegal(c, at);
                }
                buffer[length++] = (byte) c;
            }
        }
    }

    private void pair(int point) {
        buffer[length++] = (byte) (0xf0 | point >> 18);
        buffer[length++] = (byte) (0x80 | point >> 12 & 0x3f);
        buffer[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        buffer[length++] = (byte) (0x80 | point & 0x3f);
    }

    private static IllegalArgumentException illegal(char c, int at) {
        return new IllegalArgumentException("text with U+" + String.format("%04X", (int) c) + " at position " + (at + 1)
                + " (expected: characters of XML, no control characters, no overrides of direction)");
    }

    private void reserve(int bytes) {
        if (length + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
        }
    }

    int length() {
        return length;
    }

    /** Hands on what is complete. */
    void flushTo(OutputStream out) throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    /** Forgets what was not flushed. */
    void drop() {
        length = 0;
        open = false;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }
}
